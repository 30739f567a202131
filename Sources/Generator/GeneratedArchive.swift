/// An archive of made-up benchmark runs: equal arguments give equal bytes, on every machine and in every year.
public struct GeneratedArchive: Sendable {
    /// The seed of the sample archive that ships.
    public static let defaultSeed: UInt64 = 2025

    /// All files: the configuration first, then the results; no path occurs twice.
    public let files: [GeneratedFile]

    /// The sample archive: 39 runs with a story, among them a pair whose report is known to the letter.
    ///
    /// One file holds a value that no benchmark can have.
    public static func sample(seed: UInt64 = defaultSeed) -> GeneratedArchive {
        GeneratedArchive(SampleArchive.runs(seed: seed), machines: [.vultr, .macmini, .winbox])
    }

    /// How many runs an archive may have: the largest public one has a thousandth of them, and they would take 1.5 TB.
    public static let mostRuns = 1_000_000

    /// An archive of `runs` large runs, 1.4 MB each, for measuring; with fewer than 10 it holds baselines only.
    public static func scaled(runs: Int, seed: UInt64 = defaultSeed) -> GeneratedArchive {
        GeneratedArchive(ScaledArchive.runs(max(0, runs), seed: seed), machines: [.vultr, .macmini, .winbox, .pi5, .nuc])
    }

    private init(_ runs: [RunPlan], machines: [Machine]) {
        files =
            [
                GeneratedFile(path: "bench_runner.toml", text: Settings.runner(machines: machines)),
                GeneratedFile(path: "site.toml", text: Settings.site(runs: runs.count)),
            ] + runs.map(GeneratedFile.init)
    }
}
