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
    func `the index has all 266 verdicts of the real archive as expected`() throws {
        var verdicts: [String: [String: Any]] = [:]
        for comparison in try BuiltSite.real.get().list("comparisons") {
            let key = ["label", "head", "base"].map { comparison[$0] as? String ?? "" }.joined(separator: "\t")
            verdicts[key] = comparison["verdict"] as? [String: Any]
        }
        #expect(verdicts.count == 266)
        for line in try SharedFiles.text("archive/expected/verdicts.tsv").split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let verdict = try #require(verdicts[fields[..<3].joined(separator: "\t")])
            #expect(verdict["overall"] as? String == fields[5])
            #expect((verdict["driver"] as? String ?? "-") == fields[12])
            let counts = ["family", "faster", "slower", "same", "unclear"].map { verdict[$0] as? Int }
            #expect(counts == fields[6...10].map { Int($0) })
            let (mean, deviation) = (try #require(Double(fields[3])), try #require(Double(fields[4])))
            #expect(abs(try #require(verdict["lnMean"] as? Double) - mean) <= 2e-6)
            #expect(abs(try #require(verdict["sigma"] as? Double) - deviation) <= 2e-6)
            let interval = try #require(verdict["interval"] as? [Double])
            let halfWidth = 2.5705818366147 * deviation
            #expect(abs(interval[0] - exp(mean - halfWidth)) <= 1e-5 && abs(interval[1] - exp(mean + halfWidth)) <= 1e-5)
        }
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
