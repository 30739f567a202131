import Archive
import Foundation
import TestSupport
import Testing

@Suite struct ReadOnlyTests {
    private func listing(_ folder: TemporaryFolder) throws -> [String] {
        let manager = FileManager.default
        return try manager.subpathsOfDirectory(atPath: folder.path).sorted().map { path in
            let attributes = try manager.attributesOfItem(atPath: folder.path(path))
            let size = attributes[.size].map { "\($0)" } ?? ""
            let date = attributes[.modificationDate].map { "\($0)" } ?? ""
            return "\(path) \(size) \(date)"
        }
    }

    @Test func `reading an archive leaves it as it was`() async throws {
        let folder = try TemporaryFolder()
        let stem = "bm-20240605-linux-x86_64-python-main-3.13.0-abcdef1"
        try folder.write(Reading.document(Reading.benchmark("a")), to: "results/bm-20240605-3.13.0-abcdef1/\(stem).json")
        try folder.write("{", to: "results/bm-20240605-3.13.0-abcdef1-JIT/\(stem).json")
        try folder.write("old", to: "results/bm-20240605-3.13.0-abcdef1/\(stem)-vs-base.md")
        try folder.write("[bases]\nversions = [\"3.12.0\"]\n", to: "bench_runner.toml")
        let before = try listing(folder)
        let kept = try TemporaryFolder()
        // Without a cache, with an empty one, and with one that has it all.
        for cache in [nil, Cache(folder: kept.path), Cache(folder: kept.path)] {
            let reader = ArchiveReader(root: folder.path, jobs: 2, cache: cache)
            #expect(reader.configurations().problems == [])
            let (runs, problems) = await reader.samples(of: reader.tree())
            #expect(runs.map(\.content.benchmarks) == [["a"]])
            #expect(problems.count == 1)
            #expect(try listing(folder) == before)
        }
    }
}
