import Foundation
import TestSupport
import Testing

/// The reports of a built site against those that are known, byte for byte.
@Suite struct ReportVerificationTests {
    @Test(.enabled(if: SharedFiles.arePresent, SharedFiles.reason))
    func `all 266 reports of the real archive are as expected, and there is no other`() throws {
        let site = try BuiltSite.real.get()
        #expect(site.status == 0)
        #expect(site.errors == "")
        #expect(site.lastLine.contains(" 266 comparisons, 0 problems, "))
        var made: [String: String] = [:]
        for comparison in try site.list("comparisons") {
            let head = try #require(comparison["head"] as? String), label = try #require(comparison["label"] as? String)
            made["\(head.dropLast(5))-vs-\(label).md"] = comparison["markdown"] as? String
        }
        let rows = try SharedFiles.text("archive/expected/pairs.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
        let expected = Set(rows.compactMap { $0.split(separator: "\t").last.map(String.init) })
        #expect(expected.count == 266)
        #expect(expected.symmetricDifference(made.keys).sorted().prefix(5) == [])
        let different = try expected.sorted().filter { path in
            let report = try #require(made[path].flatMap { site.contents.files[$0] })
            return report.bytes != Data(try SharedFiles.bytes("archive/expected/\(path)"))
        }
        #expect(different.prefix(5) == [])
    }

    @Test(.enabled(if: SharedFiles.arePresent, SharedFiles.reason))
    func `the pairs are the expected ones`() throws {
        let comparisons = try BuiltSite.real.get().list("comparisons")
        #expect(comparisons.count == 266)
        let rows = try SharedFiles.text("archive/expected/pairs.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
        let expected = Set(rows.map { $0.split(separator: "\t").prefix(3).joined(separator: " ") })
        let found = Set(comparisons.map { "\($0["label"] ?? "") \($0["head"] ?? "") \($0["base"] ?? "")" })
        #expect(found.symmetricDifference(expected).sorted().prefix(5) == [])
    }

    @Test(.enabled(if: SharedFiles.arePresent, SharedFiles.reason))
    func `the report of the sample archive's pair is the example report`() throws {
        let run = "runs/20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6-dev-ccaa69a"
        let report = try BuiltSite.sample.get().text("\(run)/vs-3.12.6.md")
        let (made, expected) = (report.split(separator: "\n"), try SharedFiles.text("example-report.md").split(separator: "\n"))
        for (line, other) in zip(made, expected) where line != other { #expect(line == other) }
        #expect(Array(report.utf8) == (try SharedFiles.bytes("example-report.md")))
    }
}
