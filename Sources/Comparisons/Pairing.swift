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

    /// The pairs in which `head` is the head, each with a label of its own: configured versions in their order, then the merge base, then
    /// the default build of the merge base.
    ///
    /// O(versions + sets of benchmarks that the machine's runs had).
    public func pairs(of head: RunDigest) -> [Pair] {
        guard let baselines = baselines[head.name.nickname] else { return [] }
        guard Pairing.tooNewBase(for: head.name.version, in: configuration) == nil else { return [] }
        let candidates = baselines.candidates(for: head)
        var pairs = configuration.bases.compactMap { pair($0.text, head, candidates.release($0.text)) }
        let atMergeBase = mergeBasePairs(head, candidates)
        pairs += atMergeBase
        if atMergeBase.isEmpty, head.name.isUpstream, !head.name.flags.isDefault,
            let pair = pair(Pair.mergeBaseLabel, head, candidates.build(named: head.name.hash, .none))
        {
            pairs.append(pair)
        }
        // A version may be called as a merge base is, and every label has one page.
        var labels: Set<String> = []
        return pairs.filter { Pairing.isValid($0) && labels.insert($0.label).inserted }
    }

    private func pair(_ label: String, _ head: RunDigest, _ base: RunDigest?) -> Pair? {
        base.map { Pair(label: label, head: head, base: $0) }
    }

    private func mergeBasePairs(_ head: RunDigest, _ candidates: Candidates) -> [Pair] {
        guard let commit = head.metadata.mergeBase else { return [] }
        let same = pair(Pair.mergeBaseLabel, head, candidates.build(of: commit, head.name.flags))
        let againstDefault = configuration.compareToDefault.filter { head.name.flags.names == [$0] }.map {
            pair(Pair.defaultLabel(flag: $0), head, candidates.build(of: commit, .none))
        }
        return ([same] + againstDefault).compactMap(\.self)
    }

    /// The last configured version, where runs of a version are not compared because theirs is an older series and no configured
    /// version itself; nil where they are.
    public static func tooNewBase(for version: Version, in configuration: Configuration) -> Version? {
        guard !configuration.bases.contains(where: { $0.text == version.text }) else { return nil }
        guard let last = configuration.bases.last, let series = last.series, let own = version.series else { return nil }
        return own < series ? last : nil
    }

    /// A run is not held against itself, nor against another run of the same build.
    private static func isValid(_ pair: Pair) -> Bool {
        let isSameBuild = pair.head.name.hash == pair.base.name.hash && pair.head.name.flags == pair.base.name.flags
        return pair.head.file != pair.base.file && !isSameBuild
    }
}

/// One machine's runs that can be baselines, grouped by the benchmarks they ran.
private struct Baselines: Sendable {
    private let groups: [(benchmarkHash: String?, runs: BaselineGroup)]

    init(_ runs: [RunDigest]) {
        var groups: [(benchmarkHash: String?, runs: BaselineGroup)] = []
        var places: [String?: Int] = [:]
        for run in runs {
            let hash = run.metadata.benchmarkHash
            let place = places[hash] ?? groups.count
            if place == groups.count {
                places[hash] = place
                groups.append((hash, BaselineGroup()))
            }
            groups[place].runs.append(run)
        }
        self.groups = groups
    }

    /// Runs of the head's own benchmarks first, then the other groups in the order in which they were first seen.
    func candidates(for head: RunDigest) -> Candidates {
        let own = groups.filter { $0.benchmarkHash == head.metadata.benchmarkHash }
        let others = groups.filter { $0.benchmarkHash != head.metadata.benchmarkHash }
        return Candidates(groups: (own + others).map(\.runs))
    }
}

/// The possible baselines of one head, the preferred ones first.
private struct Candidates {
    let groups: [BaselineGroup]

    /// The default build of a version.
    func release(_ version: String) -> RunDigest? { first { $0.release(version) } }

    /// The build of a commit, given by its full hash.
    func build(of commit: String, _ flags: Flags) -> RunDigest? { first { $0.build(of: commit, flags) } }

    /// The build of a commit, given by its hash as names have it.
    func build(named hash: String, _ flags: Flags) -> RunDigest? { first { $0.build(named: hash, flags) } }

    private func first(_ find: (BaselineGroup) -> RunDigest?) -> RunDigest? {
        for group in groups {
            if let run = find(group) { return run }
        }
        return nil
    }
}

/// Runs that can be baselines and had the same benchmarks, by what their names say; of several the first one counts.
private struct BaselineGroup: Sendable {
    private var releases: [String: RunDigest] = [:]
    private var commits: [String: [(place: Int, run: RunDigest)]] = [:]
    /// How long the hashes are, those that are too short for a commit's left out.
    private var hashLengths: Set<Int> = []
    private static let shortestHash = 7
    private var count = 0

    mutating func append(_ run: RunDigest) {
        let (version, hash) = (run.name.version.text, run.name.hash)
        if run.name.flags.isDefault, releases[version] == nil { releases[version] = run }
        commits[hash, default: []].append((count, run))
        if hash.utf8.count >= BaselineGroup.shortestHash { hashLengths.insert(hash.utf8.count) }
        count += 1
    }

    func release(_ version: String) -> RunDigest? { releases[version] }

    func build(of commit: String, _ flags: Flags) -> RunDigest? {
        hashLengths.filter { $0 <= commit.utf8.count }
            .compactMap { place(String(Substring(commit.utf8.prefix($0))), flags) }.min { $0.place < $1.place }?.run
    }

    func build(named hash: String, _ flags: Flags) -> RunDigest? { place(hash, flags)?.run }

    private func place(_ hash: String, _ flags: Flags) -> (place: Int, run: RunDigest)? {
        commits[hash]?.first { $0.run.name.flags == flags }
    }
}
