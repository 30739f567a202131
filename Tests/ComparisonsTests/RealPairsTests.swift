import Archive
import Comparisons
import TestSupport
import Testing

@Suite(.enabled(if: SharedFiles.arePresent, SharedFiles.reason)) struct RealPairsTests {
    @Test func `the real archive has exactly the 266 expected pairs`() async throws {
        let reader = ArchiveReader(root: try SharedFiles.place("archive").path, jobs: 2)
        let configuration = reader.configurations().benchmarks
        let (runs, _) = await reader.digests(of: reader.tree().runs, configuration: configuration)
        let pairing = Pairing(runs: runs, configuration: configuration)
        let found = runs.flatMap(pairing.pairs).map { "\($0.label)\t\($0.head.file)\t\($0.base.file)" }
        let expected = try SharedFiles.text("archive/expected/pairs.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t").prefix(3).joined(separator: "\t") }
        #expect(expected.count == 266)
        #expect(found.count == 266)
        #expect(Set(found) == Set(expected))
    }
}
