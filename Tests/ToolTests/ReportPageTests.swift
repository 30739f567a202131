import Foundation
import TestSupport
import Testing

/// What stands on the page of a comparison, above the classic report.
@Suite struct ReportPageTests {
    private struct Page {
        let text: String
        let verdict: [String: Any]

        /// What stands above the classic report.
        var top: Substring { text[..<(text.range(of: "<section aria-labelledby=\"report\">")?.lowerBound ?? text.endIndex)] }
    }

    private static func pages(of site: BuiltSite) throws -> [Page] {
        try site.list("comparisons").map { comparison in
            Page(
                text: try site.text(try #require(comparison["html"] as? String)),
                verdict: try #require(comparison["verdict"] as? [String: Any]))
        }
    }

    private static func escaped(_ text: String) -> String { text.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }

    @Test func `each page opens with the sentence that the index has`() throws {
        for site in SiteIndexTests.sites() {
            for page in try Self.pages(of: try site.get()) {
                let sentence = Self.escaped(try #require(page.verdict["sentence"] as? String))
                let word = try #require(page.verdict["overall"] as? String)
                #expect(page.text.contains("<p class=\"verdict \(word)\">\(sentence)</p>"))
                #expect(page.text.contains("<meta name=\"description\" content=\"\(sentence) "))
            }
        }
    }

    @Test func `the classic report says of a commit without a date that it is unknown`() throws {
        let archive = try SmallArchive.sound()
        try archive.build()
        let (contents, report) = (try archive.contents(), "runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0")
        #expect(try contents.text(report + ".md").contains("\n- commit date: <unknown>\n"))
        #expect(try contents.text(report + ".html").contains("<li>commit date: &lt;unknown&gt;</li>"))
    }

    @Test func `the figures over the whole are the index's`() throws {
        var intervals = 0
        for site in SiteIndexTests.sites() {
            for comparison in try site.get().list("comparisons") {
                let file = try #require(comparison["json"] as? String)
                let data = try JSONSerialization.jsonObject(with: Data(try site.get().text(file).utf8)) as? [String: Any]
                let overall = try #require(data?["overall"] as? [String: Any])
                let (own, index) = (overall["verdict"] as? [String: Any], comparison["verdict"] as? [String: Any])
                #expect(own?["interval"] as? [Double] == index?["interval"] as? [Double])
                #expect(own?["sigma"] as? Double == index?["sigma"] as? Double)
                if own?["interval"] is [Double] { intervals += 1 }
            }
        }
        #expect(intervals > 90)
    }

    @Test func `above the classic report nothing is said that two runs alone cannot tell`() throws {
        for site in SiteIndexTests.sites() {
            for page in try Self.pages(of: try site.get()) {
                for word in ["signific", "HPT", "reliability", "p-value", "temperature", "load average"] {
                    #expect(!page.top.localizedCaseInsensitiveContains(word), "\(word)")
                }
            }
        }
    }

    @Test func `where the classic mean is printed as another number than the verdict's, the page says why, and nowhere else`()
        throws
    {
        var (explained, silent) = (0, 0)
        for site in SiteIndexTests.sites() {
            for comparison in try site.get().list("comparisons") {
                guard let mean = comparison["geometricMean"] as? Double else { continue }
                let text = try site.get().text(try #require(comparison["html"] as? String))
                let (printed, slower) = (String(format: "%.3f", 2 - mean), String(format: "%.2f", 1 / mean))
                if mean < 1, String(format: "%.2f", 2 - mean) != slower {
                    explained += 1
                    #expect(
                        text.contains(
                            " Its overall mean of \(printed)x slower is the same as \(slower)x slower: below 1 it prints 2 − mean."
                        ))
                } else {
                    silent += 1
                    #expect(!text.contains("it prints 2 − mean"))
                }
                #expect(text.contains("pages/classic-report.html\">What its figures mean</a></p>"))
            }
        }
        #expect(explained > 0 && silent > 0)
    }

    @Test func `a commit's page says that its last column knows nothing of the noise`() throws {
        let page = try BuiltSite.sample.get().text("commits/cd61d5c/index.html")
        #expect(
            page.contains(
                "<em>Classic mean</em> and HPT, how sure it is that the two runs differ, are the classic report's and know nothing of the noise."
                    + " <a href=\"../../pages/classic-report.html\">What they are</a>."))
    }

    @Test func `verdict, cautions, memory, what else differs, chart and table stand in this order, then the classic report`()
        throws
    {
        let site = try BuiltSite.sample.get()
        let path = "runs/20250331-macmini-arm64-python-main-3.14.0a6-dev-cd61d5c/vs-base.html"
        let page = try site.text(path)
        let parts = [
            "<p class=\"verdict same\">No change: ", "<p class=\"caution\">The operating system changed between the two runs: ",
            "<p class=\"memory\">Memory: no change over 1 %.</p>",
            "<summary>Not only the code differs: Operating system</summary>",
            "<h2 id=\"chart\">Benchmarks</h2>", "<h2 id=\"table\">All benchmarks</h2>",
            "<th scope=\"col\">Smallest visible change</th>",
            "<h2 id=\"report\">Classic report</h2>",
        ]
        let places = try parts.map { part in try #require(page.range(of: part)?.lowerBound, "\(part)") }
        #expect(places == places.sorted())
    }

    @Test func `each common benchmark has one row, and the words of the rows are those of the counts`() throws {
        for site in SiteIndexTests.sites() {
            for page in try Self.pages(of: try site.get()) {
                let table = try #require(page.text.range(of: "<table class=\"verdicts\">")).lowerBound
                let end = try #require(page.text[table...].range(of: "</table>")).lowerBound
                let body = String(page.text[table..<end])
                for (word, key) in [
                    ("faster", "faster"), ("slower", "slower"), ("no change over 5 %", "same"), ("unclear", "unclear"),
                ] {
                    let said = body.split(separator: "\n").count { row in
                        let verdict = row.components(separatedBy: "<td").dropFirst().first ?? ""
                        return verdict.contains(">\(word)</td>") || verdict.contains(">\(word), worth another run</td>")
                    }
                    #expect(said == page.verdict[key] as? Int, "\(key)")
                }
            }
        }
    }
}
