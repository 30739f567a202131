import Archive
import Comparisons

/// Where every page of the site stands.
///
/// Names are made once from all runs, so that two that would meet are kept apart the same way on every page.
struct SiteMap: Sendable {
    private let runs: [String: SafeName]
    private let machines: [String: SafeName]
    private let forks: [String: SafeName]
    private let commits: [String: SafeName]
    private let labels: [String: SafeName]
    /// What is asked of each run by many pages, worked out once.
    private var known: [ObjectIdentifier: KnownRun]

    private struct KnownRun: Sendable {
        let name: SafeName
        /// What tells whether the run is named otherwise than before.
        let key: ContentHash
    }

    /// Finds the place of every run and of every comparison.
    ///
    /// O(runs + pairs).
    init(runs: [RunDigest], pairs: [Pair]) {
        self.runs = SafeName.apart(Dictionary(uniqueKeysWithValues: runs.map { ($0.file, SiteMap.name(of: $0)) }))
        machines = SafeName.apart(runs.map(\.name.nickname))
        forks = SafeName.apart(runs.map(\.name.fork))
        commits = SafeName.apart(runs.map(\.name.hash))
        labels = SafeName.apart(pairs.map(\.label))
        known = [:]
        known = Dictionary(runs.map { (ObjectIdentifier($0), KnownRun(name: safeName(of: $0), key: key($0))) }) { first, _ in
            first
        }
    }

    /// The run's stem without its first part, with its flags, which the stem leaves out.
    private static func name(of run: RunDigest) -> String {
        let stem = run.stem.hasPrefix("bm-") ? String(run.stem.dropFirst(3)) : run.stem
        return run.name.flags.isDefault ? stem : "\(stem)-\(run.name.flags.text)"
    }

    func run(_ run: RunDigest) -> SitePath { .run(safeName(of: run)) }
    func machine(_ nickname: String) -> SitePath { .machine(name(nickname, in: machines)) }
    func fork(_ fork: String) -> SitePath { .fork(name(fork, in: forks)) }
    func commit(_ hash: String) -> SitePath { .commit(name(hash, in: commits)) }
    /// The page of a comparison.
    func report(_ pair: Pair) -> SitePath { paths(of: pair).report }
    /// All that is made of a comparison.
    func paths(of pair: Pair) -> ComparisonPaths {
        ComparisonPaths(head: safeName(of: pair.head), label: name(pair.label, in: labels))
    }

    /// A run as other pages name it, as one hash: its names, its content, its place.
    func key(of run: RunDigest) -> ContentHash { known[ObjectIdentifier(run)]?.key ?? key(run) }

    private func key(_ run: RunDigest) -> ContentHash {
        var key = PageKey(run.hash, "run as others name it")
        key.add(run.file)
        key.add(run.machine.system.name)
        for path in [self.run(run), machine(run.name.nickname), fork(run.name.fork), commit(run.name.hash)] { key.add(path) }
        return key.hash
    }

    /// The name of a run in the path of its page; so below for a machine, a fork and a commit.
    func name(of run: RunDigest) -> String { safeName(of: run).text }
    func name(ofMachine nickname: String) -> String { name(nickname, in: machines).text }
    func name(ofFork fork: String) -> String { name(fork, in: forks).text }
    func name(ofCommit hash: String) -> String { name(hash, in: commits).text }
    /// The name of a label in the paths of its comparisons.
    func name(ofLabel label: String) -> String { name(label, in: labels).text }

    private func safeName(of run: RunDigest) -> SafeName { known[ObjectIdentifier(run)]?.name ?? name(run.file, in: runs) }

    private func name(_ original: String, in names: [String: SafeName]) -> SafeName {
        names[original] ?? SafeName(original)
    }
}
