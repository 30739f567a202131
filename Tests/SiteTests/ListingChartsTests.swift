import Comparisons
import Testing

@testable import Site

/// Which runs the charts of a listing follow.
@Suite struct ListingChartsTests {
    private func charts(_ heads: [ListedRun]) throws -> ListingCharts {
        let base = try ListedRun(date: "20200101", version: "3.12.0", hash: "0fb18b0").digest()
        let runs = try heads.map { try $0.digest() }
        let pairs = runs.map { Pair(label: "3.12.0", head: $0, base: base) }
        let catalogue = ListedRun.catalogue(runs + [base], pairs: pairs, bases: ["3.12.0"])
        return ListingCharts(catalogue: catalogue, path: SitePath("machines/box/index.html"), runs: runs)
    }

    @Test func `other forks stand aside where the upstream one is drawn, and nowhere else`() throws {
        let charts = try charts([
            ListedRun(date: "20250401", hash: "aaaaaaa"), ListedRun(date: "20250402", hash: "bbbbbbb"),
            ListedRun(date: "20250403", fork: "mpage", hash: "ccccccc"),
            ListedRun(date: "20250401", fork: "mpage", hash: "ddddddd", flags: "JIT"),
            ListedRun(date: "20250402", fork: "mpage", hash: "eeeeeee", flags: "JIT"),
        ])
        #expect(charts.haveAsides)
        let html = charts.html(areLight: false).map(\.text)
        let (plain, flagged) = (try #require(html.first), try #require(html.last))
        #expect(plain.contains("<g class=\"faster aside\"><a tabindex=\"-1\" href=\"../../runs/20250403-"))
        #expect(plain.contains("newest of python: <a class=\"faster\" href=\"../../runs/20250402-"))
        #expect(flagged.contains("JIT build vs. 3.12.0") && !flagged.contains("aside"))
        #expect(flagged.contains("newest: <a class=\"faster\" href=\"../../runs/20250402-"))
        let fork = try self.charts([ListedRun(fork: "mpage", hash: "aaaaaaa"), ListedRun(fork: "mpage", hash: "bbbbbbb")])
        #expect(!fork.haveAsides)
    }
}
