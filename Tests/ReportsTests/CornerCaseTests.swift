import Comparisons
import Reports
import TestSupport
import Testing

@Suite(.enabled(if: SharedFiles.arePresent, SharedFiles.reason)) struct CornerCaseTests {
    // The cases of which the established tool makes a sound report.
    @Test(arguments: ["s01", "s03", "s05", "s06", "s07", "s09", "s10", "s11", "s12", "s14", "s15", "s17", "s20"])
    func `the report of a corner case is the expected one, byte for byte`(id: String) async throws {
        let archive = try await SharedArchive.cornerCases.value
        let index = try #require(archive.lines.firstIndex { $0[0] == id })
        let report = String(Report.markdown(try archive.comparer.comparison(of: archive.pairs[index])))
        #expect(report == (try SharedFiles.text("corner-cases/expected/\(id).md")))
    }

    @Test func `every listed corner case has both its runs`() async throws {
        let archive = try await SharedArchive.cornerCases.value
        #expect(archive.lines.count == 19)
        #expect(archive.pairs.count == 19)
    }
}
