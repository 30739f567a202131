import Archive
import Comparisons
import Testing

@testable import Site

/// How a long listing is spread over pages.
@Suite struct ListingPartsTests {
    /// A listing with so many runs in each month.
    private func listing(_ months: [(String, Int)]) throws -> Listing {
        let runs = try months.flatMap { month, count in
            try (0..<count).map { try ListedRun(date: month.replacing("-", with: "") + "15", hash: "\(1_000_000 + $0)").digest() }
        }
        return Listing(heading: "box", path: SitePath("machines/box/index.html"), runs: runs, columns: [.branch], facts: [])
    }

    /// A line for each page of a listing.
    private func parts(_ months: [(String, Int)]) throws -> [String] {
        try listing(months).parts.map { "\($0.path.text) \($0.period ?? "whole") \($0.runs.count)" }
    }

    @Test func `two hundred runs stand on one page`() throws {
        #expect(try parts([("2023-01", 100), ("2024-12", 100)]) == ["machines/box/index.html whole 200"])
    }

    @Test func `more runs are spread over their years, the newest on the listing's own page`() throws {
        #expect(
            try parts([("2022-03", 1), ("2024-12", 100), ("2023-01", 100)]) == [
                "machines/box/index.html 2024 100", "machines/box/2023.html 2023 100", "machines/box/2022.html 2022 1",
            ])
    }

    @Test func `a year of more than two hundred runs is spread over its quarters`() throws {
        #expect(
            try parts([("2024-01", 80), ("2024-03", 1), ("2024-04", 70), ("2024-12", 50), ("2023-06", 5)]) == [
                "machines/box/index.html 2024 Q4 50", "machines/box/2024-q2.html 2024 Q2 70",
                "machines/box/2024-q1.html 2024 Q1 81",
                "machines/box/2023.html 2023 5",
            ])
    }

    @Test func `a quarter is spread over its months, and a month over as many pages as it takes`() throws {
        #expect(
            try parts([("2024-12", 30), ("2024-04", 410), ("2024-06", 5), ("2023-11", 190), ("2023-12", 11)]) == [
                "machines/box/index.html 2024 Q4 30", "machines/box/2024-q2.html 2024-06 5",
                "machines/box/2024-04.html 2024-04 (3) 10", "machines/box/2024-04-2.html 2024-04 (2) 200",
                "machines/box/2024-04-1.html 2024-04 (1) 200",
                "machines/box/2023.html 2023-12 11", "machines/box/2023-11.html 2023-11 190",
            ])
    }

    @Test func `heavy runs are spread over more pages than light ones`() throws {
        var listing = try listing([("2024-01", 60), ("2024-02", 60), ("2023-01", 10)])
        #expect(listing.parts.count == 1)
        listing.rowWeight = { _ in 930 }
        #expect(listing.parts.map(\.period) == ["2024", "2023"])
        listing.rowWeight = { _ in 1000 }
        #expect(listing.parts.map(\.period) == ["2024-02", "2024-01", "2023"])
        listing.rowWeight = { _ in 1_000_000 }
        #expect(listing.parts.count == 130)
    }

    @Test(arguments: [
        ("01", "Q1"), ("03", "Q1"), ("04", "Q2"), ("06", "Q2"), ("07", "Q3"), ("09", "Q3"), ("10", "Q4"), ("12", "Q4"),
    ])
    func `a month belongs to its quarter`(month: String, quarter: String) throws {
        #expect(try ListedRun(commitDate: "2024-\(month)-30").digest().commitQuarter == quarter)
    }

    @Test func `a past year that grows into quarters keeps its page, and so does a quarter that grows into months`() throws {
        func paths(_ february: Int, _ november: Int) throws -> [String] {
            try listing([("2024-01", 10), ("2023-02", february), ("2023-10", 1), ("2023-11", november)]).parts.map(\.path.text)
        }
        #expect(try paths(100, 99) == ["machines/box/index.html", "machines/box/2023.html"])
        #expect(try paths(100, 100) == ["machines/box/index.html", "machines/box/2023.html", "machines/box/2023-q1.html"])
        #expect(
            try paths(100, 200) == [
                "machines/box/index.html", "machines/box/2023.html", "machines/box/2023-10.html", "machines/box/2023-q1.html",
            ])
    }

    @Test func `no run is lost or stands on two pages, and each keeps its place`() throws {
        let listing = try listing([("2021-02", 201), ("2022-05", 200), ("2023-11", 600), ("2024-01", 3)])
        #expect(listing.parts.map(\.runs.count).reduce(0, +) == 1004)
        #expect(Set(listing.parts.flatMap { $0.runs.map(\.file) }).count == Set(listing.runs.map(\.file)).count)
        #expect(Set(listing.parts.map(\.path)).count == listing.parts.count)
        for part in listing.parts {
            let files = Set(part.runs.map(\.file))
            #expect(part.runs.map(\.file) == listing.runs.map(\.file).filter(files.contains))
        }
    }

    @Test func `a page leads to the other pages of its year, and to one of each other year`() throws {
        let listing = try listing([("2024-01", 150), ("2024-04", 150), ("2023-01", 150), ("2023-08", 150)])
        let catalogue = ListedRun.catalogue(listing.runs)
        let parts = listing.parts
        let links = parts.map { part in
            ListingPage(
                catalogue: catalogue, frame: PageFrame(site: .standard, prose: []), listing: listing, parts: parts, part: part
            ).years?.links.map { "\($0.label) \($0.href)" }
        }
        #expect(
            links == [
                ["2024 Q2 index.html", "2024 Q1 2024-q1.html", "2023 2023.html"],
                ["2024 Q2 index.html", "2024 Q1 2024-q1.html", "2023 2023.html"],
                ["2024 index.html", "2023 Q3 2023.html", "2023 Q1 2023-q1.html"],
                ["2024 index.html", "2023 Q3 2023.html", "2023 Q1 2023-q1.html"],
            ])
    }

    @Test func `the day is the file's own, and that of the name where it has none`() throws {
        #expect(try ListedRun(date: "20250402", commitDate: "2025-03-31T23:00:00-07:00").digest().commitDay == "2025-03-31")
        #expect(try ListedRun(date: "20250402").digest().commitDay == "2025-04-02")
    }

    @Test func `a catalogue lists machines and forks by name`() throws {
        let runs = [
            try ListedRun(nickname: "b").digest(), try ListedRun(nickname: "B", fork: "some%2dbody").digest(),
            try ListedRun(nickname: "a").digest(),
        ]
        let listings = Listings(catalogue: ListedRun.catalogue(runs))
        #expect(listings.machines.map(\.heading) == ["B", "a", "b"])
        #expect(listings.forks.map(\.heading) == ["python", "some-body"])
        #expect(listings.forks.map(\.runs.count) == [2, 1])
    }
}
