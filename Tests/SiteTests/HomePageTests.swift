import Comparisons
import Testing

@testable import Site

/// What the home page begins with.
@Suite struct HomePageTests {
    @Test func `the newest commits stand first, with what they come down to`() throws {
        let base = try ListedRun(date: "20200101", version: "3.12.0", hash: "0fb18b0").digest()
        let heads = try (1...9).map { day in
            try ListedRun(date: "2025040\(day)", hash: "abcdef\(day)", commitDate: "2025-04-0\(day)T00:00:00Z").digest()
        }
        let pairs = heads.map { Pair(label: "3.12.0", head: $0, base: base) }
        let catalogue = ListedRun.catalogue(heads + [base], pairs: pairs, bases: ["3.12.0"])
        let html = try #require(HomePage(catalogue: catalogue, frame: PageFrame(site: .standard, prose: [])).view.commits).text
        let items = html.split(separator: "\n").filter { $0.hasPrefix("<li>") }
        #expect(items.count == 8)
        #expect(
            items.first == """
                <li><a href="commits/abcdef9/index.html"><code>abcdef9</code></a> of <time>2025-04-09</time>, 3.14.0a6+, python/main<br>\
                <span>Against 3.12.0, default build on box: 1.25x faster overall (1.22x to 1.28x): 20 of 20 benchmarks faster, 0 slower.</span></li>
                """)
        #expect(items.last?.contains("abcdef2") == true)
    }

    @Test func `a machine's newest runs are those of its newest days, whatever their versions`() throws {
        let runs = try (1...6).map { day in
            try ListedRun(date: "2025040\(day)", version: day < 4 ? "3.14.0a6+" : "3.13.9", hash: "abcdef\(day)").digest()
        }
        let home = HomePage(catalogue: ListedRun.catalogue(runs), frame: PageFrame(site: .standard, prose: [])).view
        let table = try #require(home.machines.first).newest.text
        let hashes = table.matches(of: />(abcdef\d)</).map { String($0.output.1) }
        #expect(hashes == ["abcdef6", "abcdef5", "abcdef4", "abcdef3", "abcdef2"])
    }

    @Test func `commits of one day stand in the order of their moments, not of their hashes`() throws {
        let runs = try (1...6).map { hour in
            try ListedRun(hash: "000000\(hour)", commitDate: "2025-04-02T1\(hour):00:00Z").digest()
        }
        let ordered = History.newestFirst(Dictionary(grouping: runs.shuffled(), by: \.name.hash))
        #expect(ordered.map(\.hash) == (1...6).reversed().map { "000000\($0)" })
        let same = try ["b", "a"].map { try ListedRun(hash: "\($0)000000", commitDate: "2025-04-02T10:00:00Z").digest() }
        #expect(History.newestFirst(Dictionary(grouping: same, by: \.name.hash)).map(\.hash) == ["a000000", "b000000"])
        // A day that no calendar has is no time.
        let odd = try ListedRun(date: "20259940", hash: "ddddddd").digest()
        let html = CommitList(ListedRun.catalogue([odd])).html(count: 1) { $0.text }
        #expect(html?.text.contains("of <span class=\"day\">2025-99-40</span>, ") == true)
    }
}
