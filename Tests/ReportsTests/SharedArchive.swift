import Archive
import Comparisons
import TestSupport

// One of the shared archives, read once for all tests, with the comparisons that its list of pairs names.
struct SharedArchive: Sendable {
    // The real archive, with its 266 comparisons.
    static let real = Task {
        try await SharedArchive(folder: "archive", list: "expected/pairs.tsv", columns: (label: 0, head: 1, base: 2))
    }
    // The made-up cases.
    static let cornerCases = Task {
        try await SharedArchive(folder: "corner-cases", list: "pairs.tsv", columns: (label: 1, head: 2, base: 3))
    }

    let runs: [String: RunDigest]
    let problems: [Problem]
    let lines: [[String]]
    let pairs: [Pair]
    let comparer: Comparer

    private init(folder: String, list: String, columns: (label: Int, head: Int, base: Int)) async throws {
        let reader = ArchiveReader(root: try SharedFiles.place(folder).path, jobs: 2)
        let configuration = reader.configurations().benchmarks
        let (runs, problems) = await reader.digests(of: reader.tree().runs, configuration: configuration)
        let byFile = Dictionary(runs.map { ($0.file, $0) }) { first, _ in first }
        self.runs = byFile
        self.problems = problems
        comparer = Comparer(excludedBenchmarks: configuration.excludedBenchmarks)
        lines = try SharedFiles.text("\(folder)/\(list)").split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t").map(String.init) }
        pairs = lines.compactMap { line in
            guard let head = byFile[line[columns.head]], let base = byFile[line[columns.base]] else { return nil }
            return Pair(label: line[columns.label], head: head, base: base)
        }
    }
}
