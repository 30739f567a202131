import Archive
import Statistics

/// Says of comparisons what the code changed, by what the archive itself tells about the noise of its machines.
///
/// Source: T. Kalibera, R. Jones, "Rigorous benchmarking in reasonable time", ISMM 2013: what differs from run to run of one program
/// is larger than what differs inside a run, so the doubt has to be learnt from many runs.
public struct Judge: Sendable {
    /// How noisy the machines are.
    public let noise: NoiseTable
    private let names: BenchmarkNames
    private let namesHash: ContentHash
    private let columns: [RunColumn]
    private let places: [ObjectIdentifier: Place]
    private let unsteady: UnsteadyRuns
    private let isExcluded: [Bool]

    /// Learns from all runs of an archive; their order has no meaning.
    ///
    /// O(n log n) in the benchmarks of all runs.
    ///
    /// - Parameter excludedBenchmarks: those that are not judged, and count for no figure over a whole comparison
    public init(runs: [RunDigest], excludedBenchmarks: Set<ExactText>) {
        let names = BenchmarkNames(runs)
        let columns = RunColumn.columns(of: runs, names: names)
        let isExcluded = names.all.map { excludedBenchmarks.contains(ExactText($0)) }
        self.names = names
        self.columns = columns
        self.isExcluded = isExcluded
        let noise = NoiseTable(runs, columns: columns, names: names, isExcluded: isExcluded)
        self.noise = noise
        namesHash = ContentHash(of: names.all.joined(separator: "\0"))
        let places = runs.enumerated().compactMap { index, run in
            noise.place(of: run).map { (ObjectIdentifier(run), Place(run: index, build: $0)) }
        }
        self.places = Dictionary(places) { first, _ in first }
        unsteady = UnsteadyRuns(runs, columns: columns, count: names.all.count)
    }

    /// Everything that decides a pair's verdict besides what the two runs hold and which benchmarks are excluded: the noise of both
    /// builds, and what is known of the runs from others.
    ///
    /// - Precondition: both runs are among those that the judge learnt from
    public func basis(of pair: Pair) -> ContentHash {
        var writer = ByteWriter()
        writer.write(namesHash)
        writer.write(pair.label)
        for run in [pair.head, pair.base] {
            // A machine's name may be spelled in two ways.
            writer.write(run.name.nickname)
            let place = place(of: run)
            let share = unsteady.shares[place.run]
            writer.write(noise.hash(at: place.build))
            writer.write(share < UnsteadyRuns.limit ? 0 : share)
        }
        return writer.hash
    }

    /// Judges a pair.
    ///
    /// O(k log k) in the number of benchmarks.
    ///
    /// - Precondition: both runs are among those that the judge learnt from, and not only like them
    public func verdict(of pair: Pair) -> Verdict {
        let (head, base) = (party(pair.head), party(pair.base))
        let times = timeJudgement(head, base)
        let overall = OverallTime(head, base, judged: times.judged, isExcluded: isExcluded)
        let word = Measure.time.overallWord(overall.estimate)
        let driver = word.isClear ? overall.driver : nil
        let repeated = pair.knowsMemory ? RepeatedMemory(head: head.column, base: base.column) : nil
        return Verdict(
            word: word, overall: overall.estimate, overallCount: overall.count, benchmarks: times.benchmarks,
            counts: times.counts,
            cautions: cautions(of: pair, head, base, overall, driver),
            memory: pair.knowsMemory && repeated == nil ? memoryVerdict(head, base) : nil, repeatedMemory: repeated,
            machine: pair.head.name.nickname)
    }

    /// Where a run stands among the runs, and its build among the builds.
    private struct Place {
        let run: Int
        let build: Int
    }

    /// One of the two runs of a comparison, with the noise of its build.
    struct Party {
        let column: RunColumn
        let time: Noise
        let memory: Noise
        let unsteadyShare: Double
    }

    private func place(of run: RunDigest) -> Place {
        guard let place = places[ObjectIdentifier(run)] else {
            preconditionFailure("a run that the judge did not learn from: \(run.file)")
        }
        return place
    }

    private func party(_ run: RunDigest) -> Party {
        let place = place(of: run)
        return Party(
            column: columns[place.run], time: noise.time(at: place.build), memory: noise.memory(at: place.build),
            unsteadyShare: unsteady.shares[place.run])
    }

    /// What is said of the time of each benchmark.
    func timeJudgement(of pair: Pair) -> Judgement { timeJudgement(party(pair.head), party(pair.base)) }

    private func timeJudgement(_ head: Party, _ base: Party) -> Judgement {
        Judgement(
            head: .init(column: head.column.time, noise: head.time), base: .init(column: base.column.time, noise: base.time),
            names: names, isExcluded: isExcluded, measure: .time)
    }

    /// The overall change of memory is the plain mean of its benchmarks' changes.
    private func memoryVerdict(_ head: Party, _ base: Party) -> MemoryVerdict? {
        let judgement = Judgement(
            head: .init(column: head.column.memory, noise: head.memory),
            base: .init(column: base.column.memory, noise: base.memory), names: names, isExcluded: isExcluded, measure: .memory)
        guard !judgement.benchmarks.isEmpty else { return nil }
        let judged = judgement.judged
        let overall = ExactSum.mean(of: judged.map { $0.logRatio }).map {
            Estimate(
                logRatio: $0,
                deviation: Judge.overallDeviation(head.memory, base.memory, count: judged.count, judged: judged))
        }
        return MemoryVerdict(
            word: Measure.memory.overallWord(overall), overall: overall, benchmarks: judgement.benchmarks,
            counts: judgement.counts)
    }

    /// The noise of the two overall means; where few benchmarks make them, also that of the benchmarks themselves.
    static func overallDeviation(_ head: Noise, _ base: Noise, count: Int, judged: [Estimate]) -> Double {
        var variance = head.overallVariance + base.overallVariance
        if count < Verdict.fewestBenchmarks, !judged.isEmpty {
            let sum = judged.reduce(0) { $0 + $1.deviation * $1.deviation }
            variance += sum / Double(judged.count * judged.count)
        }
        return variance.squareRoot()
    }

    private func cautions(
        of pair: Pair, _ head: Party, _ base: Party, _ overall: OverallTime, _ driver: OverallTime.Driver?
    ) -> [Caution] {
        let machine = pair.head.name.nickname
        var cautions: [Caution] = []
        for (side, party, run) in [(Caution.Side.head, head, pair.head), (.base, base, pair.base)]
        where party.unsteadyShare >= UnsteadyRuns.limit {
            cautions.append(.unsteadyRun(side: side, share: party.unsteadyShare, machine: run.name.nickname))
        }
        if head.time.isAssumed || base.time.isAssumed { cautions.append(.assumedNoise) }
        if let estimate = overall.estimate, estimate.halfWidth > Measure.time.sameWithin {
            cautions.append(.noisyBuilds(change: estimate.smallestVisibleChange, machine: machine))
        }
        if (1..<Verdict.fewestBenchmarks).contains(overall.count) { cautions.append(.fewBenchmarks(count: overall.count)) }
        if let (old, new) = Judge.platforms(of: pair) { cautions.append(.platformChanged(base: old, head: new)) }
        if let driver {
            cautions.append(.driver(Verdict.Driver(benchmark: names.all[driver.benchmark], isOpposite: driver.isOpposite)))
        }
        return cautions
    }

    /// The two operating systems where they differ and that should not be: against old versions they nearly always do.
    private static func platforms(of pair: Pair) -> (base: String, head: String)? {
        if case .version = pair.kind { return nil }
        guard let base = pair.base.metadata.platform, let head = pair.head.metadata.platform, base != head
        else { return nil }
        return (base, head)
    }
}
