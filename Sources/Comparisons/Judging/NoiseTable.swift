import Archive

/// How noisy the machines of an archive are, learnt from the archive itself: for each machine, set of flags and benchmark.
public struct NoiseTable: Sendable {
    let names: BenchmarkNames
    private let builds: [Build: Int]
    private let times: [Noise]
    private let memories: [Noise]
    /// A hash of all that a verdict takes from the noise of each build.
    private let hashes: [ContentHash]

    /// Learns the noise from all runs; their order has no meaning.
    ///
    /// - Parameters:
    ///   - columns: the runs' numbers, in the order of the runs
    ///   - isExcluded: whether a benchmark counts for no figure over the whole, in the order of the names
    init(_ runs: [RunDigest], columns: [RunColumn], names: BenchmarkNames, isExcluded: [Bool]) {
        let pairs = NoisePairs(runs).byBuild
        let scatters = pairs.mapValues { pairs in
            pairs.map { PairScatter.time(head: columns[$0.head], base: columns[$0.base], isExcluded: isExcluded) }
        }
        let memoryScatters = pairs.mapValues { pairs in
            pairs.filter { Pair(label: "", head: runs[$0.head], base: runs[$0.base]).knowsMemory }
                .filter { RepeatedMemory(head: columns[$0.head], base: columns[$0.base]) == nil }
                .map { PairScatter.memory(head: columns[$0.head], base: columns[$0.base], isExcluded: isExcluded) }
                .filter { !$0.benchmarks.isEmpty }
        }
        let all = Set(runs.map { Build($0) }).sorted { ($0.machine, $0.flags) < ($1.machine, $1.flags) }
        builds = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
        times = NoiseTable.noises(all, scatters, count: names.all.count, measure: .time)
        memories = NoiseTable.noises(all, memoryScatters, count: names.all.count, measure: .memory)
        self.names = names
        hashes = zip(times, memories).map { time, memory in
            var writer = ByteWriter()
            time.add(to: &writer)
            memory.add(to: &writer)
            return writer.hash
        }
    }

    private static func noises(_ builds: [Build], _ scatters: [Build: [PairScatter]], count: Int, measure: Measure) -> [Noise] {
        let byMachine = Dictionary(scatters.map { ($0.key.machine, $0.value) }, uniquingKeysWith: +)
        // One list for all builds without a history: a hundred of them may have a million names.
        let assumed = Array(repeating: measure.assumedNoise * measure.assumedNoise, count: count)
        return builds.map {
            Noise(own: scatters[$0] ?? [], machine: byMachine[$0.machine] ?? [], assumed: assumed, measure: measure)
        }
    }

    /// The noise of times; nil where no run is of that machine with these flags.
    public func time(machine: String, flags: Flags) -> Noise? { builds[Build(machine: machine, flags: flags)].map { times[$0] } }

    /// The noise of memory; nil where no run is of that machine with these flags.
    public func memory(machine: String, flags: Flags) -> Noise? {
        builds[Build(machine: machine, flags: flags)].map { memories[$0] }
    }

    /// The place of a run's build among all builds.
    func place(of run: RunDigest) -> Int? { builds[Build(run)] }
    func time(at place: Int) -> Noise { times[place] }
    func hash(at place: Int) -> ContentHash { hashes[place] }
    func memory(at place: Int) -> Noise { memories[place] }
}
