import Archive
import Comparisons
import Testing

/// A run made up in memory: a test names only what it is about.
struct MadeRun {
    var nickname = "linux"
    var system = Machine.System.linux
    var fork = "python"
    var version = "3.14.0a0"
    var hash = "aaaaaaa"
    var flags = ""
    var folder = "results"
    var ref = "main"
    var mergeBase: String?
    var benchmarkHash: String? = "one"
    var perfVersion: String? = "2.6.3"
    var platform: String?
    var commitDate: String?
    var samples: [Sample?] = []

    /// The run as comparisons see it.
    func digest() throws -> RunDigest {
        let ending = flags.isEmpty ? "" : "-\(flags)"
        let (stem, name) = (
            "bm-20240605-\(nickname)-x86_64-\(fork)-\(ref)-\(version)-\(hash)", "bm-20240605-\(version)-\(hash)\(ending)"
        )
        let entries = [
            ("commit_merge_base", mergeBase), ("benchmark_hash", benchmarkHash), ("perf_version", perfVersion),
            ("platform", platform), ("commit_date", commitDate),
        ]
        let run = Run(
            file: "\(folder)/\(name)/\(stem).json", name: try #require(RunName(stem: stem, folder: name)),
            metadata: Metadata(entries.compactMap { key, text in text.map { Metadata.Entry(key: key, text: $0) } }),
            samples: samples.compactMap(\.self), hash: ContentHash(of: name + stem))
        return RunDigest(run, machine: Machine(nickname: nickname, system: system))
    }
}

/// Sixty values that look measured, around a centre.
func values(_ center: Double, spread: Double = 0.001, count: Int = 60) -> [Double] {
    (0..<count).map { center * (1 + spread * Double(($0 * 7) % 11 - 5) / 5) }
}
