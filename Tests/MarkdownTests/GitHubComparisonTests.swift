import Foundation
import Markdown
import TestSupport
import Testing

@Suite(.enabled(if: GitHubMarkdown.isPresent, GitHubMarkdown.reason)) struct GitHubComparisonTests {
    @Test(.enabled(if: SharedFiles.arePresent, SharedFiles.reason))
    func `every report of the archive comes out as from GitHub's converter`() throws {
        let folder = try SharedFiles.place("archive/expected/results")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        let places = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
        #expect(places.count == 266)
        let outcome = try GitHubMarkdown.compare(places.map { [UInt8](try Data(contentsOf: $0)) })
        #expect(outcome.differences.isEmpty, "\(outcome.differences.prefix(2))")
        #expect(outcome.leftOut == 0 && outcome.quirks == 0)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `made-up documents full of pipes come out as from GitHub's converter`(seed: UInt64) throws {
        var maker = NastyDocuments(seed: seed)
        let documents = (0..<400).map { _ in Array(maker.next().utf8) }
        let outcome = try GitHubMarkdown.compare(documents)
        #expect(outcome.differences.isEmpty, "\(outcome.differences.count) differ: \(outcome.differences.prefix(5))")
        #expect(outcome.leftOut <= 8 && outcome.quirks <= 60, "\(outcome.leftOut) left out, \(outcome.quirks) quirks")
    }

    /// The folder of documents that `make fuzz` has found, where BENCHFOLIO_MARKDOWN_CORPUS names it.
    private static let corpus = ProcessInfo.processInfo.environment["BENCHFOLIO_MARKDOWN_CORPUS"]

    @Test(.enabled(if: corpus != nil, "needs BENCHFOLIO_MARKDOWN_CORPUS, a folder of documents"))
    func `documents that a fuzzer found come out as from GitHub's converter`() throws {
        let folder = URL(fileURLWithPath: try #require(Self.corpus))
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let documents = try files.sorted { $0.path < $1.path }.map { [UInt8](try Data(contentsOf: $0)) }.filter { document in
            // Bytes that are no UTF-8 and control characters are what the two treat otherwise.
            !document.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) }
                && String(decoding: document, as: UTF8.self).utf8.elementsEqual(document)
        }
        #expect(!documents.isEmpty)
        let outcome = try GitHubMarkdown.compare(documents)
        #expect(
            outcome.differences.isEmpty,
            "\(outcome.differences.count) of \(documents.count) differ: \(outcome.differences.prefix(5))")
    }
}
