import Archive

/// Finds which comparisons are due.
public struct Pairing: Sendable {
    private let configuration: Configuration
    private let baselines: [String: Baselines]

    /// Learns which runs can be baselines: those of the upstream fork, on the same machine as the head.
    ///
    /// - Parameter runs: all runs in code-point order of their paths, which decides between baselines that are equally good
    public init(runs: [RunDigest], configuration: Configuration) {
        self.configuration = configuration
        baselines = Dictionary(grouping: runs.filter(\.name.isUpstream), by: \.name.nickname).mapValues(Baselines.init)
    }

    /// The pairs in which `head` is the head: configured versions in their order, then the merge base, then the default build of
    /// the merge base.
    ///
    /// O(runs of the machine).
    public func pairs(of head: RunDigest) -> [Pair] {
        guard let baselines = baselines[head.name.nickname], !isTooOld(head.name.version) else { return [] }
        let candidates = baselines.ordered(for: head)
        var pairs = configuration.bases.compactMap { version in
            candidates.pair(version.text, head) { $0.name.version.text == version.text && $0.name.flags.isDefault }
        }
        let atMergeBase = mergeBasePairs(head, candidates)
        pairs += atMergeBase
        if atMergeBase.isEmpty, head.name.isUpstream, !head.name.flags.isDefault {
            pairs += [
                candidates.pair(Pair.mergeBaseLabel, head) { $0.name.hash == head.name.hash && $0.name.flags.isDefault }
            ].compactMap(\.self)
        }
        return pairs.filter(Pairing.isValid)
    }

    private func mergeBasePairs(_ head: RunDigest, _ candidates: Candidates) -> [Pair] {
        guard let mergeBase = head.metadata.mergeBase else { return [] }
        let same = candidates.pair(Pair.mergeBaseLabel, head) {
            mergeBase.hasPrefix($0.name.hash) && $0.name.flags == head.name.flags
        }
        let againstDefault = configuration.compareToDefault.filter { head.name.flags.names == [$0] }.compactMap { flag in
            candidates.pair(Pair.defaultLabel(flag: flag), head) {
                mergeBase.hasPrefix($0.name.hash) && $0.name.flags.isDefault
            }
        }
        return [same].compactMap(\.self) + againstDefault
    }

    /// Runs of an older series than the newest baseline are not compared, unless they are a baseline themselves.
    private func isTooOld(_ version: Version) -> Bool {
        guard !configuration.bases.contains(where: { $0.text == version.text }) else { return false }
        guard let last = configuration.bases.last?.series, let own = version.series else { return false }
        return own < last
    }

    /// A run is not held against itself, nor against another run of the same build.
    private static func isValid(_ pair: Pair) -> Bool {
        let isSameBuild = pair.head.name.hash == pair.base.name.hash && pair.head.name.flags == pair.base.name.flags
        return pair.head.file != pair.base.file && !isSameBuild
    }
}

/// One machine's runs that can be baselines, grouped by the benchmarks they ran.
private struct Baselines: Sendable {
    private let groups: [(benchmarkHash: String?, runs: [RunDigest])]

    init(_ runs: [RunDigest]) {
        var groups: [(benchmarkHash: String?, runs: [RunDigest])] = []
        var places: [String?: Int] = [:]
        for run in runs {
            let hash = run.metadata.benchmarkHash
            if let place = places[hash] {
                groups[place].runs.append(run)
            } else {
                places[hash] = groups.count
                groups.append((hash, [run]))
            }
        }
        self.groups = groups
    }

    /// Runs of the head's own benchmarks first, then the other groups in the order in which they were first seen.
    func ordered(for head: RunDigest) -> Candidates {
        let own = groups.filter { $0.benchmarkHash == head.metadata.benchmarkHash }
        let others = groups.filter { $0.benchmarkHash != head.metadata.benchmarkHash }
        return Candidates(groups: (own + others).map(\.runs))
    }
}

/// The possible baselines of one head, the preferred ones first.
private struct Candidates {
    let groups: [[RunDigest]]

    func pair(_ label: String, _ head: RunDigest, where matches: (RunDigest) -> Bool) -> Pair? {
        groups.lazy.joined().first(where: matches).map { Pair(label: label, head: head, base: $0) }
    }
}
