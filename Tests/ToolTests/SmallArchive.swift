import Foundation
import TestSupport

/// A small archive in a folder of its own, written run by run.
struct SmallArchive {
    /// The folder it stands in, which goes with the value.
    let folder: TemporaryFolder
    /// The archive's own folder.
    var path: String { folder.path("archive") }
    /// Where a site of it may be written.
    var site: URL { folder.url.appendingPathComponent("site") }

    /// The configuration of an archive with the baseline 3.12.0 and the machine `box`.
    static let configuration = """
        [bases]
        versions = ["3.12.0"]

        [runners.box]
        os = "linux"

        """

    /// Makes an archive without a run.
    init(configuration: String? = SmallArchive.configuration) throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path("archive/results"), withIntermediateDirectories: true)
        if let configuration { try write(configuration, to: "bench_runner.toml") }
    }

    /// An archive with a baseline and a head, and nothing wrong with it.
    static func sound() throws -> SmallArchive {
        let archive = try SmallArchive()
        try archive.add(base)
        try archive.add(head)
        return archive
    }

    /// Where the baseline of a sound archive stands.
    static let base = "bm-20231002-3.12.0-0fb18b0/bm-20231002-box-x86_64-python-v3.12.0-3.12.0-0fb18b0"
    /// Where the head of a sound archive stands.
    static let head = "bm-20250402-3.14.0a6+-ccaa69a/bm-20250402-box-x86_64-python-main-3.14.0a6+-ccaa69a"

    /// Writes a file of the archive.
    func write(_ text: String, to path: String) throws { try folder.write(text, to: "archive/" + path) }

    /// Writes the results of a run with two benchmarks of 20 values each.
    ///
    /// - Parameters:
    ///   - path: folder and stem below `results`
    ///   - metadata: keys of the whole run
    ///   - benchmarks: each benchmark's mean
    func add(_ path: String, metadata: [String: String] = [:], benchmarks: [String: Double] = ["json": 0.25, "regex": 0.5]) throws
    {
        let lists = benchmarks.sorted { $0.key < $1.key }.map { name, mean -> [String: Any] in
            let values = (0..<20).map { mean * (1 + 0.001 * Double($0 % 5 - 2)) }
            return ["metadata": ["name": name], "runs": [["values": values]]]
        }
        let document: [String: Any] = [
            "version": "1.0", "benchmarks": lists, "metadata": metadata.merging(["unit": "second"]) { own, _ in own },
        ]
        let bytes = try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys])
        try write(String(decoding: bytes, as: UTF8.self), to: "results/\(path).json")
    }

    /// Builds the archive's site.
    @discardableResult
    func build(_ options: [String] = []) throws -> Tool.Outcome {
        try Tool.run(["build", path, "--output", site.path] + options)
    }

    /// What the built site holds.
    func contents() throws -> FolderContents { try FolderContents(of: site) }
}
