import Foundation
import TestSupport
import Testing

/// What pages that list comparisons say of them, held against `data/site.json`.
@Suite struct ListedVerdictTests {
    /// A link to a report, with the direction that it is coloured by.
    private struct Claim {
        let page: String
        let report: String
        let direction: String
        let text: String
    }

    /// The words of each comparison's verdict, by the address of its report.
    private static func verdicts(of site: BuiltSite) throws -> [String: String] {
        var verdicts: [String: String] = [:]
        for comparison in try site.list("comparisons") {
            let verdict = try #require(comparison["verdict"] as? [String: Any])
            verdicts[try #require(comparison["html"] as? String)] = try #require(verdict["overall"] as? String)
        }
        return verdicts
    }

    /// Everything a page says of comparisons in fields of tables and beside charts.
    private static func claims(of page: String, in site: BuiltSite) throws -> [Claim] {
        let cells = /<td data-label="[^"]*" class="([a-z]+)"><a href="([^"]+)">(.*?)<\/td>/
        let newest = /newest: <a class="([a-z]+)" href="([^"]+)">([^<]*)<\/a>/
        let text = try site.text(page)
        let folder = URL(fileURLWithPath: "/" + page).deletingLastPathComponent()
        return (text.matches(of: cells).map(\.output) + text.matches(of: newest).map(\.output)).map { output in
            Claim(
                page: page, report: String(folder.appendingPathComponent(String(output.2)).standardizedFileURL.path.dropFirst()),
                direction: String(output.1), text: String(output.3))
        }
    }

    @Test func `no field of a list says faster or slower where the verdict does not, and each says what it says`() throws {
        for site in SharedFiles.arePresent ? [BuiltSite.sample, BuiltSite.real] : [BuiltSite.sample] {
            let site = try site.get()
            let verdicts = try Self.verdicts(of: site)
            let pages = site.contents.pages.filter { page in
                ["index.html", "machines/", "forks/", "commits/"].contains { page.hasPrefix($0) }
                    || page.hasPrefix("runs/") && page.hasSuffix("/index.html")
            }
            let claims = try pages.flatMap { try Self.claims(of: $0, in: site) }
            #expect(claims.count > 300)
            #expect(Set(claims.map(\.report)) == Set(verdicts.keys))
            for claim in claims {
                let word = try #require(verdicts[claim.report], "\(claim)")
                #expect(claim.direction == word, "\(claim)")
                for direction in ["faster", "slower"] {
                    #expect(claim.text.contains(direction) == (word == direction), "\(claim)")
                }
            }
        }
    }

    @Test(arguments: [
        (
            "vultr",
            [
                "default|± 2.4 %|± 2.0 %|9 pairs of runs", "JIT|± 3.6 %|± 2.0 %|1 pair of runs and other builds",
                "NOGIL|± 28.5 %|± 13.2 %|3 pairs of runs",
            ]
        ),
        ("macmini", ["default|± 1.3 %|± 0.6 %|5 pairs of runs", "JIT, TAILCALL|± 1.3 %|± 0.6 %|other builds"]),
        ("winbox", ["default|± 3.7 %|± 1.8 %|2 pairs of runs, so assumed"]),
    ])
    func `a machine's page says how noisy it is`(machine: String, noise: [String]) throws {
        let page = try BuiltSite.sample.get().text("machines/\(machine)/index.html")
        let table = try #require(page.split(separator: "<table class=\"noise\">").last?.split(separator: "</table>").first)
        let rows = table.split(separator: "\n").filter { $0.hasPrefix("<tr><th scope=\"row\">") }.map { row in
            row.replacing("</th>", with: "|").replacing("</td><td>", with: "|").replacing(/<[^>]*>/, with: "")
                .replacing("\u{a0}", with: " ")
        }
        #expect(rows.map(String.init) == noise)
    }

    @Test func `a machine's charts have the band of its noise`() throws {
        let page = try BuiltSite.sample.get().text("machines/macmini/index.html")
        // √2 · 2.5706 of the same noise on both sides
        #expect(page.contains("runs of the same code differ by up to 0.6\u{a0}%</span>"))
        #expect(page.contains("<rect class=\"noise\" width=\"100%\""))
    }

    @Test(arguments: [
        (
            "66b2c4f",
            [
                "Against merge base d7159b0, default build: faster on 1 of 2 machines: macmini; unclear on vultr",
                "Against 3.12.6, default build: faster on both machines",
                "Against 3.13.0, default build: faster on 1 of 2 machines: macmini; unclear on vultr",
                "Against merge base d7159b0, JIT build on vultr: No clear overall change (1.01x faster measured, ± 2.0 %), "
                    + "but 2 of 24 benchmarks moved: 2 faster, 0 slower. "
                    + "1 more moved by over 3 times its noise: worth another run.",
            ]
        ),
        (
            "d7159b0",
            [
                "Against merge base 4f09fd9, default build: no overall change on macmini and vultr; unclear on winbox",
                "Against 3.12.6, default build: no overall change on macmini; unclear on vultr and winbox",
                "Against 3.13.0, default build: no overall change on macmini; unclear on vultr and winbox",
                "Against default build of d7159b0, JIT build on vultr: 1.04x faster overall (1.02x to 1.06x): "
                    + "7 of 24 benchmarks faster, 0 slower. 4 more moved by over 3 times their noise: worth another run.",
                "Against merge base 4f09fd9, NOGIL build on vultr: No clear change: 1.07x slower measured, "
                    + "but runs of the same code on vultr differ by up to 13.2 %.",
            ]
        ),
        (
            "ccaa69a",
            [
                "Against merge base cd61d5c, default build on vultr: No clear change: 1.00x measured, "
                    + "but runs of the same code on vultr differ by up to 2.0 %."
            ]
        ),
    ])
    func `a commit's page says what the machines say together`(commit: String, lines: [String]) throws {
        let page = try BuiltSite.sample.get().text("commits/\(commit)/index.html")
        let said = page.matches(of: /<div><dt>(Against .*?):<\/dt> <dd.*?>(.*?)<\/dd>(?:<dd><ul>.*?<\/ul><\/dd>)?<\/div>/).map {
            "\($0.output.1): \($0.output.2)"
        }
        #expect(said == lines)
    }

    @Test func `what was measured by the classic test is a headline nowhere`() throws {
        let site = try BuiltSite.sample.get()
        for page in site.contents.pages where !page.hasPrefix("pages/") && !page.contains("/vs-") {
            // The last column of a commit's table has it, so that the page holds all there is; what stands before the table has not.
            let text = try site.text(page).prefix(upTo: page.hasPrefix("commits/") ? "<table" : nil)
            for word in ["HPT", "reliability", "significant", "p-value"] { #expect(!text.contains(word), "\(word) in \(page)") }
        }
    }
}

extension String {
    /// The text before a mark; all of it where there is no mark.
    fileprivate func prefix(upTo mark: String?) -> Substring {
        mark.flatMap { firstRange(of: $0) }.map { self[..<$0.lowerBound] } ?? self[...]
    }
}
