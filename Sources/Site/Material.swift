import Archive
import Comparisons

/// What a site is made from: the runs of an archive and the comparisons that are due.
public struct Material: Sendable {
    /// All runs, in code-point order of their paths.
    public let runs: [RunDigest]
    /// The comparisons that can be made, in the order of their heads' paths and then of their labels.
    public let pairs: [Pair]
    /// What is wrong with the inputs.
    public let problems: [Problem]
    /// What the archive says of its machines and baselines.
    public let configuration: Configuration
    /// What the archive says of the site.
    public let site: SiteConfiguration
    /// Says of each comparison what the code changed.
    public let judge: Judge
    /// Makes the comparisons.
    public let comparer: Comparer

    /// The comparisons of each head together, in the order of the pairs.
    var pairsByHead: [[Pair]] {
        pairs.reduce(into: []) { groups, pair in
            if groups.last?.first?.head.file == pair.head.file {
                groups[groups.count - 1].append(pair)
            } else {
                groups.append([pair])
            }
        }
    }

    /// Reads an archive and finds its comparisons.
    ///
    /// O(bytes read); of a content that was read before only what is kept of it is read.
    ///
    /// - Parameter tree: the archive's files
    public init(reading archive: ArchiveReader, tree: ResultsTree) async {
        let (configuration, site, configurationProblems) = archive.configurations()
        let (named, treeProblems) = tree.named
        let (runs, runProblems) = await archive.digests(of: named, configuration: configuration)
        let pairing = Pairing(runs: runs, configuration: configuration)
        let comparer = Comparer(excludedBenchmarks: configuration.excludedBenchmarks)
        var (pairs, pairProblems): ([Pair], [Problem]) = ([], [])
        for pair in runs.flatMap(pairing.pairs) {
            if let problem = comparer.problem(of: pair) { pairProblems.append(problem) } else { pairs.append(pair) }
        }
        self.runs = runs
        self.pairs = pairs
        self.comparer = comparer
        self.configuration = configuration
        self.site = site
        judge = Judge(runs: runs, excludedBenchmarks: configuration.excludedBenchmarks)
        // A configuration that cannot be read names nothing at all, and says so itself.
        problems =
            configurationProblems + treeProblems + runProblems + pairProblems
            + (configuration == .empty ? [] : Material.unknownMachines(runs, configuration))
            + Material.absentBases(runs, configuration)
    }

    /// Nobody reads the hundredth suggestion, and each looks at all names.
    private static let mostSuggestions = 100

    /// A configured version that no upstream run has gives no comparison, and is likely to be mistyped.
    private static func absentBases(_ runs: [RunDigest], _ configuration: Configuration) -> [Problem] {
        let present = Set(runs.filter { $0.name.isUpstream && $0.name.flags.isDefault }.map(\.name.version.text))
        guard !present.isEmpty else { return [] }
        let others = present.subtracting(configuration.bases.map(\.text)).sorted()
        return configuration.bases.map(\.text).filter { !present.contains($0) }.enumerated().map { index, version in
            let nearest = index < mostSuggestions ? NearestName.nearest(to: version, among: others) : nil
            return Problem(
                .warning, file: ConfigurationReader.benchmarksFile,
                "No run of the fork `\(RunName.upstream)` has the version `\(version)`, so nothing is compared with it.",
                hint: nearest.map { "Is `\($0)` meant?" } ?? "Add a run of it, or take it out of `versions`.")
        }
    }

    /// A machine that the configuration does not name has no operating system, so its memory figures may be wrong.
    private static func unknownMachines(_ runs: [RunDigest], _ configuration: Configuration) -> [Problem] {
        let counts = Dictionary(grouping: runs, by: \.name.nickname).mapValues(\.count)
        let unknown = counts.filter { configuration.machines[$0.key] == nil }.sorted { $0.key < $1.key }
        let known = configuration.machines.keys.sorted()
        return unknown.enumerated().map { index, machine in
            let (nickname, count) = machine
            let nearest = index < mostSuggestions ? NearestName.nearest(to: nickname, among: known) : nil
            let header = "[\(TOMLName.dotted(["runners", nickname]))]"
            return Problem(
                .warning, file: ConfigurationReader.benchmarksFile,
                "The machine `\(nickname)` of \(Count.words(count, "run")) is not configured, so its operating system is unknown.",
                hint: nearest.map { "Is `\($0)` meant? If not, add \(header) with its os." } ?? "Add \(header) with its os.")
        }
    }
}
