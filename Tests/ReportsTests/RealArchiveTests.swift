import Comparisons
import Reports
import TestSupport
import Testing

@Suite(.enabled(if: SharedFiles.arePresent, SharedFiles.reason)) struct RealArchiveTests {
    @Test func `all 266 reports of the real archive are the expected ones, byte for byte`() async throws {
        let archive = try await SharedArchive.real.value
        #expect(archive.lines.count == 266)
        #expect(archive.pairs.count == 266)
        var equal = 0
        for (line, pair) in zip(archive.lines, archive.pairs) {
            let report = String(Report.markdown(try archive.comparer.comparison(of: pair)))
            let isEqual = Array(report.utf8) == (try SharedFiles.bytes("archive/expected/\(line[3])"))
            #expect(isEqual, "\(line[3])")
            equal += isEqual ? 1 : 0
        }
        #expect(equal == 266)
    }

    @Test func `the real archive has 81 runs and no problem`() async throws {
        #expect(try await SharedArchive.real.value.problems == [])
        #expect(try await SharedArchive.real.value.runs.count == 81)
    }
}
