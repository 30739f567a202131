import Foundation
import TestSupport
import Testing

/// How heavy the pages of the real archive are, and that every number on them is one.
@Suite(.enabled(if: SharedFiles.arePresent, SharedFiles.reason)) struct PageWeightTests {
    private static func heaviest(_ paths: [String]) throws -> (path: String, bytes: Int) {
        let contents = try BuiltSite.real.get().contents
        let weights = paths.map { (path: $0, bytes: contents.files[$0]?.bytes.count ?? 0) }
        return try #require(weights.max { $0.bytes < $1.bytes })
    }

    private static func reports() throws -> [String] {
        try BuiltSite.real.get().contents.pages.filter { $0.contains("/vs-") }
    }

    @Test func `a report page weighs at most 60 kB`() throws {
        let reports = try Self.reports()
        #expect(reports.count == 266)
        let heaviest = try Self.heaviest(reports)
        #expect(heaviest.bytes <= 60_000, "\(heaviest)")
    }

    @Test func `a report page weighs at most 14 kB where the server compresses it`() throws {
        let line = "for page in runs/*/vs-*.html; do gzip -c \"$page\" | wc -c; done | sort -n | tail -1"
        let outcome = try Tool.shell(line, in: BuiltSite.real.get().url)
        let weight = try #require(Int(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)))
        #expect((5_000...14_000).contains(weight))
    }

    @Test func `a listing weighs at most 150 kB`() throws {
        let pages = try BuiltSite.real.get().contents.pages
        let heaviest = try Self.heaviest(pages.filter { $0.hasPrefix("machines/") || $0.hasPrefix("forks/") })
        #expect(heaviest.bytes <= 150_000, "\(heaviest)")
    }

    @Test func `no page weighs more than 150 kB`() throws {
        let heaviest = try Self.heaviest(try BuiltSite.real.get().contents.pages)
        #expect(heaviest.bytes <= 150_000, "\(heaviest)")
    }

    @Test func `a chart weighs at most 15 kB for 100 benchmarks`() throws {
        let contents = try BuiltSite.real.get().contents
        for path in try Self.reports() {
            let text = try contents.text(path)
            let start = try #require(text.range(of: "<svg"), "\(path)"), end = try #require(text.range(of: "</svg>"))
            let chart = text[start.lowerBound..<end.upperBound].utf8.count
            #expect(chart <= 15_000, "\(path)")
        }
    }

    @Test func `nothing is nan or infinite, but in prose`() throws {
        for site in [BuiltSite.real, BuiltSite.sample] {
            let contents = try site.get().contents
            for path in contents.paths where !path.hasPrefix("pages/") && !path.hasPrefix("assets/") {
                let text = try contents.text(path).lowercased()
                for word in ["nan", "inf"] {
                    #expect(!Self.holds(text, word: word), "\(word) in \(path)")
                }
            }
        }
    }

    /// Whether a text holds a word, also with the `x` or `%` of a ratio behind it.
    private static func holds(_ text: String, word: String) -> Bool {
        var rest = text[...]
        while let found = rest.range(of: word) {
            let before = rest[..<found.lowerBound].last
            let after = rest[found.upperBound...].first
            if before?.isLetter != true, after?.isLetter != true || after == "x" { return true }
            rest = rest[found.upperBound...]
        }
        return false
    }
}
