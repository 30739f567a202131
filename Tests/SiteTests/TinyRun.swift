/// A results file small enough to be written by the dozen: three benchmarks of eight values.
struct TinyRun: Sendable, Hashable {
    var nickname = "linux"
    var fork = "python"
    var ref = "main"
    var version = "3.14.0a6+"
    var hash: String
    var flags = ""
    var day = 1
    var month = 3
    var year = 2025
    var mergeBase: String?
    /// The commit's full hash, where the file knows it.
    var commit: String?
    var perfVersion = "2.8.1"
    var platform: String?
    /// The time of every benchmark relative to that of other runs.
    var time = 1.0
    /// What the benchmarks' names begin with.
    var prefix = ""
    /// How many processes each benchmark has, of two values each.
    var processes = 4
    /// How many benchmarks it has besides the three: with 17 a machine's noise is learnt from it.
    var more = 0

    private var date: String { "\(year)" + TinyRun.padded(month) + TinyRun.padded(day) }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The place in the archive.
    var path: String {
        let build = flags.isEmpty ? "" : "-\(flags)"
        return
            "results/bm-\(date)-\(version)-\(hash)\(build)/bm-\(date)-\(nickname)-x86_64-\(fork)-\(ref)-\(version)-\(hash).json"
    }

    /// The file.
    var text: String {
        let metadata: [(String, String?)] = [
            ("benchmark_hash", "b1c9f0"),
            ("commit_date", "\(year)-\(TinyRun.padded(month))-\(TinyRun.padded(day))T12:00:00+00:00"),
            ("commit_id", commit), ("commit_merge_base", mergeBase), ("perf_version", perfVersion), ("platform", platform),
            ("unit", "second"),
        ]
        let entries = metadata.compactMap { key, value in value.map { "\"\(key)\": \"\($0)\"" } }
        let benchmarks = [("nbody", 0.08), ("chaos", 0.0625), ("json_loads", 0.000025)].map(benchmark)
        let others = (0..<more).map { benchmark("more\($0)", 0.001) }
        return """
            {"version": "1.0", "metadata": {\(entries.joined(separator: ", "))}, "benchmarks": [
            \((benchmarks + others).joined(separator: ",\n"))
            ]}

            """
    }

    private func benchmark(_ name: String, _ seconds: Double) -> String {
        let processes = (0..<processes).map { process in
            let values = (0..<2).map { "\(seconds * time * (1 + 0.001 * Double((process * 2 + $0) * 3 % 8)))" }
            // No two benchmarks take the same to the byte.
            let own = name.utf8.reduce(0) { $0 + Int($1) }
            let memory = 20_000_000 + own + process * 4096 + (time > 1 ? 1_000_000 : 0)
            return "{\"metadata\": {\"mem_max_rss\": \(memory)}, \"values\": [\(values.joined(separator: ", "))]}"
        }
        return
            "{\"metadata\": {\"name\": \"\(prefix)\(name)\", \"tags\": [\"math\"]}, \"runs\": [\(processes.joined(separator: ", "))]}"
    }
}

extension TinyRun {
    /// Two machines, two forks, a flag, merge bases, and both baselines.
    static let archive: [TinyRun] = [
        TinyRun(ref: "v3.12.6", version: "3.12.6", hash: "a4a2d2b", day: 6, month: 9, year: 2024, time: 1.2),
        TinyRun(nickname: "mac", ref: "v3.12.6", version: "3.12.6", hash: "a4a2d2b", day: 6, month: 9, year: 2024, time: 1.25),
        TinyRun(ref: "v3.13.0", version: "3.13.0", hash: "60403a5", day: 7, month: 10, year: 2024, time: 1.1),
        TinyRun(hash: "e21dcee", day: 1),
        TinyRun(hash: "bff67e2", day: 4, mergeBase: "e21dcee", time: 0.99),
        TinyRun(nickname: "mac", hash: "bff67e2", day: 4, time: 0.97),
        TinyRun(hash: "3c71ebd", day: 9, mergeBase: "bff67e2", commit: "3c71ebd" + String(repeating: "0", count: 33), time: 0.98),
        TinyRun(nickname: "mac", hash: "3c71ebd", day: 9, mergeBase: "bff67e2", time: 0.96),
        TinyRun(hash: "3c71ebd", flags: "JIT", day: 9, mergeBase: "bff67e2", time: 0.9),
        TinyRun(fork: "faster%2dcpython", ref: "uniq", hash: "66b2c4f", day: 11, mergeBase: "3c71ebd", time: 0.95),
        TinyRun(fork: "faster%2dcpython", ref: "uniq", hash: "66b2c4f", flags: "JIT", day: 11, mergeBase: "3c71ebd", time: 0.85),
        TinyRun(fork: "mpage", ref: "topic", hash: "ccaa69a", day: 12, mergeBase: "3c71ebd", time: 1.02),
    ]

    /// What an archive of these runs says of its machines and baselines.
    static let configuration = """
        [bases]
        versions = ["3.12.6", "3.13.0"]
        compare_to_default = ["JIT"]

        [runners.linux]
        os = "linux"

        [runners.mac]
        os = "darwin"

        """
}
