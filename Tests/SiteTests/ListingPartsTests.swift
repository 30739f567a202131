import Archive
import Comparisons
import Testing

@testable import Site

/// How a long listing is spread over pages.
@Suite struct ListingPartsTests {
    /// A listing with so many runs in each month.
    private func listing(_ months: [(String, Int)]) throws -> Listing {
        let runs = try months.flatMap { month, count in
            try (0..<count).map { try ListedRun(hash: "\(1_000_000 + $0)", commitDate: "\(month)-15T00:00:00+00:00").digest() }
        }
        return Listing(heading: "box", path: SitePath("machines/box/index.html"), runs: runs, columns: [.branch], facts: [])
    }

    /// A line for each page of a listing.
    private func parts(_ months: [(String, Int)]) throws -> [String] {
        try listing(months).parts.map { "\($0.path.text) \($0.period ?? "whole") \($0.runs.count)" }
    }

    @Test func `eighty runs stand on one page`() throws {
        #expect(try parts([("2023-01", 40), ("2024-12", 40)]) == ["machines/box/index.html whole 80"])
    }

    @Test func `more runs are spread over their years, the newest on the listing's own page`() throws {
        #expect(
            try parts([("2022-03", 1), ("2024-12", 40), ("2023-01", 40)]) == [
                "machines/box/index.html 2024 40", "machines/box/2023.html 2023 40", "machines/box/2022.html 2022 1",
            ])
    }

    @Test func `a year of more than eighty runs is spread over its quarters`() throws {
        #expect(
            try parts([("2024-01", 30), ("2024-03", 1), ("2024-04", 30), ("2024-12", 20), ("2023-06", 5)]) == [
                "machines/box/index.html 2024 Q4 20", "machines/box/2024-q2.html 2024 Q2 30",
                "machines/box/2024-q1.html 2024 Q1 31",
                "machines/box/2023.html 2023 5",
            ])
    }

    @Test(arguments: [
        ("01", "Q1"), ("03", "Q1"), ("04", "Q2"), ("06", "Q2"), ("07", "Q3"), ("09", "Q3"), ("10", "Q4"), ("12", "Q4"),
    ])
    func `a month belongs to its quarter`(month: String, quarter: String) throws {
        #expect(try ListedRun(commitDate: "2024-\(month)-30").digest().commitQuarter == quarter)
    }

    @Test func `a past year that grows into quarters keeps its page`() throws {
        let before = try listing([("2024-01", 10), ("2023-02", 40), ("2023-11", 40)])
        let after = try listing([("2024-01", 10), ("2023-02", 40), ("2023-11", 41)])
        #expect(before.parts.map(\.path.text) == ["machines/box/index.html", "machines/box/2023.html"])
        #expect(
            after.parts.map(\.path.text) == ["machines/box/index.html", "machines/box/2023.html", "machines/box/2023-q1.html"])
    }

    @Test func `no run is lost or stands on two pages, and each keeps its place`() throws {
        let listing = try listing([("2021-02", 81), ("2022-05", 80), ("2023-11", 200), ("2024-01", 3)])
        #expect(listing.parts.map(\.runs.count).reduce(0, +) == 364)
        #expect(Set(listing.parts.flatMap { $0.runs.map(\.file) }).count == Set(listing.runs.map(\.file)).count)
        #expect(Set(listing.parts.map(\.path)).count == listing.parts.count)
        for part in listing.parts { #expect(part.runs == listing.runs.filter { Set(part.runs).contains($0) }) }
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
