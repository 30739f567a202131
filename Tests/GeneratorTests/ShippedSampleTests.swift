import Foundation
import Generator
import Testing

/// The folder `Content/` is what the generator makes, to the byte.
///
/// After a change of the generator, `BENCHFOLIO_WRITE_SAMPLE=1 swift test --filter ShippedSampleTests` writes it anew.
@Suite struct ShippedSampleTests {
    private let content = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Content")

    @Test(.enabled(if: ProcessInfo.processInfo.environment["BENCHFOLIO_WRITE_SAMPLE"] == "1", "only on demand"))
    func `the sample archive is written anew`() throws {
        let results = content.appendingPathComponent("results")
        if FileManager.default.fileExists(atPath: results.path) { try FileManager.default.removeItem(at: results) }
        for file in GeneratedArchive.sample().files {
            let place = content.appendingPathComponent(file.path)
            try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes()).write(to: place)
        }
    }

    @Test(.disabled(if: ProcessInfo.processInfo.environment["BENCHFOLIO_WRITE_SAMPLE"] == "1", "the sample is being written"))
    func `the sample archive that ships is the one that is generated`() throws {
        let files = GeneratedArchive.sample().files
        for file in files {
            let shipped = try Data(contentsOf: content.appendingPathComponent(file.path))
            #expect(shipped == Data(file.bytes()), "\(file.path) differs")
        }
        let results = try #require(FileManager.default.enumerator(atPath: content.appendingPathComponent("results").path))
        let shipped = results.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.map { "results/" + $0 }
        #expect(Set(shipped) == Set(files.map(\.path).filter { $0.hasPrefix("results/") }))
    }
}
