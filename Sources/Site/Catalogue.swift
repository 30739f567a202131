import Archive
import Comparisons
import Reports

/// Everything the pages of a site are made from.
public struct Catalogue: Sendable {
    /// All runs, the newest first: by version, commit date, flags and path, each descending.
    public let runs: [RunDigest]
    /// All comparisons that could be made, in the order of their heads' paths and then of their labels.
    public let entries: [Entry]
    /// What is wrong with the inputs, by place.
    public let problems: [Problem]
    /// What the archive says of its machines and baselines.
    public let configuration: Configuration
    /// What the archive says of the site.
    public let site: SiteConfiguration
    /// Where the pages stand.
    let map: SiteMap
    /// The prose pages.
    let prose: [ProsePage]
    /// How far runs of the same code differ on each machine.
    let noise: [String: [MachineNoiseTable.NoiseRow]]

    let runsByMachine: [String: [RunDigest]]
    let runsByFork: [String: [RunDigest]]
    let runsByCommit: [String: [RunDigest]]
    private let entriesByHead: [RunDigest: [Entry]]
    private let problemsByFile: [String: [Problem]]
    private let neighbours: [RunDigest: (previous: RunDigest?, next: RunDigest?)]

    /// A comparison with what listings show of it: one reference, since it is handed around by the thousand; it never changes.
    public final class Entry: Sendable {
        /// What is compared.
        public let pair: Pair
        /// The figures.
        public let figures: Figures
        /// What the code changed, as far as the noise of the machine lets one say; what it says of single benchmarks is left out.
        public let verdict: Verdict
        /// The verdict in words.
        public let words: VerdictWords
        /// Where all that is made of it stands.
        let paths: ComparisonPaths
        /// What the head is held against, as listings tell it.
        let column: Pair.Kind

        /// Makes an entry.
        init(pair: Pair, paths: ComparisonPaths, figures: Figures, verdict: Verdict, words: VerdictWords) {
            self.pair = pair
            self.paths = paths
            self.figures = figures
            self.verdict = verdict
            self.words = words
            column = pair.kind
        }
    }

    /// Sorts what was read and compared.
    ///
    /// O(n log n).
    init(
        runs: [RunDigest], entries: [Entry], problems: [Problem], configuration: Configuration, site: SiteConfiguration,
        map: SiteMap, prose: [ProsePage], noise: [String: [MachineNoiseTable.NoiseRow]]
    ) {
        let sorted = runs.sorted(by: Catalogue.isNewer)
        self.runs = sorted
        self.entries = entries
        let problems = problems.sorted()
        self.problems = problems
        problemsByFile = Dictionary(grouping: problems, by: \.file)
        self.configuration = configuration
        self.site = site
        self.map = map
        self.prose = prose
        self.noise = noise
        runsByMachine = Dictionary(grouping: sorted, by: \.name.nickname)
        runsByFork = Dictionary(grouping: sorted, by: \.name.fork)
        runsByCommit = Dictionary(grouping: sorted, by: \.name.hash)
        entriesByHead = Dictionary(grouping: entries, by: \.pair.head)
        neighbours = Catalogue.neighbours(runsByMachine)
    }

    /// What is wrong with one file.
    func problems(of file: String) -> [Problem] { problemsByFile[file] ?? [] }

    /// The comparisons of a run, in the order of their labels.
    func entries(of run: RunDigest) -> [Entry] { entriesByHead[run] ?? [] }

    /// The comparison of a run in a column, where there is one.
    func entry(of run: RunDigest, in column: Pair.Kind) -> Entry? { entries(of: run).first { $0.column == column } }

    /// The runs before and after a run in the history of its machine.
    func neighbours(of run: RunDigest) -> (previous: RunDigest?, next: RunDigest?) { neighbours[run] ?? (nil, nil) }

    /// What some runs are held against: configured versions in their order, the merge base, the default build.
    func columns(of runs: [RunDigest]) -> [Pair.Kind] {
        let present = Set(runs.flatMap { entries(of: $0).map(\.column) })
        return (configuration.bases.map { .version($0.text) } + [.mergeBase, .defaultBuild]).filter(present.contains)
    }

    /// The order of the field: versions descend, and inside a version commits, builds and paths do.
    private static func isNewer(_ left: RunDigest, _ right: RunDigest) -> Bool {
        if !left.name.version.isLevel(with: right.name.version) { return right.name.version < left.name.version }
        // A run whose file has no date stands at the beginning of the day that its name has.
        let (leftDate, rightDate) = (left.commitDate ?? left.commitDay, right.commitDate ?? right.commitDay)
        if leftDate != rightDate { return rightDate.precedes(leftDate) }
        if left.name.flags != right.name.flags { return right.name.flags < left.name.flags }
        return right.file.precedes(left.file)
    }

    private static func neighbours(_ machines: [String: [RunDigest]]) -> [RunDigest: (previous: RunDigest?, next: RunDigest?)] {
        var neighbours: [RunDigest: (previous: RunDigest?, next: RunDigest?)] = [:]
        for runs in machines.values {
            for (run, previous, next) in History.neighbours(History.ordered(runs, of: \.self)) {
                neighbours[run] = (previous, next)
            }
        }
        return neighbours
    }
}
