import Archive
import Comparisons
import Reports
import Testing

@testable import Site

/// A run made up in memory for pages that list runs: a test names only what it is about.
struct ListedRun {
    var folder = "results"
    var date = "20250402"
    var nickname = "box"
    var fork = "python"
    var ref = "main"
    var version = "3.14.0a6+"
    var hash = "ccaa69a"
    var flags = ""
    var commitDate: String?
    var commitID: String?
    var mergeBase: String?
    var system = Machine.System.linux
    var benchmarks: [String] = []
    var unit = Sample.Unit.second

    /// The run as pages see it.
    func digest() throws -> RunDigest {
        let stem = "bm-\(date)-\(nickname)-x86_64-\(fork)-\(ref)-\(version)-\(hash)"
        let directory = "bm-\(date)-\(version)-\(hash)" + (flags.isEmpty ? "" : "-\(flags)")
        let entries = [("commit_date", commitDate), ("commit_id", commitID), ("commit_merge_base", mergeBase)]
        let run = Run(
            file: "\(folder)/\(directory)/\(stem).json", name: try #require(RunName(stem: stem, folder: directory)),
            metadata: Metadata(entries.compactMap { key, text in text.map { Metadata.Entry(key: key, text: $0) } }),
            samples: benchmarks.compactMap { Sample(benchmark: $0, unit: unit, values: [1]) },
            hash: ContentHash(of: stem + directory))
        return RunDigest(run, machine: Machine(nickname: nickname, system: system))
    }

    /// A clear verdict of 1.25x faster on twenty benchmarks.
    static let faster = Verdict(
        word: .faster, overall: Estimate(logRatio: 0.22314, deviation: 0.01), overallCount: 20, benchmarks: [],
        counts: VerdictCounts(faster: 20, slower: 0, same: 0, unclear: 0, hints: 0), cautions: [], memory: nil,
        machine: "box")

    /// A verdict with one of the four words.
    static func verdict(_ word: VerdictWord, count: Int = 81, cautions: [Caution] = []) -> Verdict {
        // ln 1.07 = 0.067659
        let logRatios: [VerdictWord: Double] = [.faster: 0.067659, .slower: -0.067659, .unclear: -0.0201]
        let logRatio = logRatios[word] ?? 0
        return Verdict(
            word: word, overall: Estimate(logRatio: logRatio, deviation: 0.0073), overallCount: count, benchmarks: [],
            counts: VerdictCounts(faster: 45, slower: 20, same: 10, unclear: 6, hints: 0), cautions: cautions,
            memory: nil, machine: "box")
    }

    /// What a site is made of that has these runs, and these pairs of them.
    static func catalogue(
        _ runs: [RunDigest], pairs: [Pair] = [], bases: [String] = [], prose: [ProsePage] = [],
        site: SiteConfiguration = .standard,
        verdict: (Pair) -> Verdict = { _ in faster }
    ) -> Catalogue {
        let map = SiteMap(runs: runs, pairs: pairs)
        return Catalogue(
            runs: runs,
            entries: pairs.map { pair in
                let verdict = verdict(pair)
                return Catalogue.Entry(
                    pair: pair, paths: map.paths(of: pair),
                    figures: Figures(overallMean: 1.25, overallCount: 20, performanceTest: nil, memoryChange: nil),
                    verdict: verdict, words: VerdictWords(verdict))
            },
            problems: [], configuration: Configuration(bases: bases.map(Version.init)), site: site, map: map, prose: prose,
            noise: [:])
    }
}
