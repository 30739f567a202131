import Archive

/// What noise is learnt for: one machine's builds with one set of flags.
struct Build: Sendable, Hashable {
    let machine: String
    let flags: Flags

    init(_ run: RunDigest) {
        machine = run.name.nickname
        flags = run.name.flags
    }

    init(machine: String, flags: Flags) {
        self.machine = machine
        self.flags = flags
    }
}

/// The pairs of runs between which the code hardly changed, so that what differs is noise.
///
/// Nearly every run is of a commit of its own. But what differs between neighbouring commits below three standard deviations does not
/// agree from machine to machine, so most of it comes from the build and from the machine, and not from the code.
struct NoisePairs {
    /// Two runs as positions among all runs, the earlier one first.
    struct Pair: Hashable {
        let base: Int
        let head: Int
    }

    /// The pairs of each build; their order has no meaning.
    let byBuild: [Build: [Pair]]

    /// How many benchmarks a run must hold.
    static let fewestBenchmarks = 20
    /// How many days apart the commits of neighbours may be: noise hardly grows with the distance up to here.
    static let longestGap = 8

    /// Finds the pairs among runs in any order.
    ///
    /// Neighbours are runs of the upstream fork that follow each other in the history of one build and one line of development, and
    /// are compared only where the benchmarks are the same; repeats are runs of one commit, of any fork. O(n log n).
    init(_ runs: [RunDigest]) {
        let large = runs.indices.filter { runs[$0].samples.count >= NoisePairs.fewestBenchmarks }
        let pairs = NoisePairs.neighbours(runs, among: large) + NoisePairs.repeats(runs, among: large)
        byBuild = Dictionary(grouping: pairs) { Build(runs[$0.head]) }
    }

    private struct Series: Hashable {
        let build: Build
        let line: String
    }

    private static func neighbours(_ runs: [RunDigest], among positions: [Int]) -> [Pair] {
        let dated = positions.compactMap { position in
            runs[position].name.isUpstream ? runs[position].metadata.commitInstant.map { (position: position, instant: $0) } : nil
        }
        let series = Dictionary(grouping: dated) {
            Series(build: Build(runs[$0.position]), line: runs[$0.position].name.version.line)
        }
        return series.values.flatMap { members -> [Pair] in
            let ordered = members.sorted {
                $0.instant != $1.instant ? $0.instant < $1.instant : precedes(runs[$0.position], runs[$1.position])
            }
            return zip(ordered, ordered.dropFirst()).compactMap { base, head in
                let (one, two) = (runs[base.position], runs[head.position])
                let counts =
                    one.metadata.benchmarkHash == two.metadata.benchmarkHash && one.name.hash != two.name.hash
                    && base.instant.isWithin(days: longestGap, of: head.instant)
                return counts ? Pair(base: base.position, head: head.position) : nil
            }
        }
    }

    private struct Commit: Hashable {
        let build: Build
        let hash: String
    }

    private static func repeats(_ runs: [RunDigest], among positions: [Int]) -> [Pair] {
        let commits = Dictionary(grouping: positions) { Commit(build: Build(runs[$0]), hash: runs[$0].name.hash) }
        return commits.values.flatMap { members -> [Pair] in
            let ordered = members.sorted { precedes(runs[$0], runs[$1]) }
            return zip(ordered, ordered.dropFirst()).compactMap { base, head in
                runs[base].metadata.benchmarkHash == runs[head].metadata.benchmarkHash ? Pair(base: base, head: head) : nil
            }
        }
    }

    private static func precedes(_ left: RunDigest, _ right: RunDigest) -> Bool {
        left.file.precedes(right.file)
    }
}
