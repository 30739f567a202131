import Archive
import Comparisons
import TestSupport
import Testing

@testable import Site

/// The order of runs and baselines on all pages.
@Suite struct CatalogueTests {
    /// Runs in the order of the field, the newest first: by version, then by the text of the commit date, by flags, by path.
    private static let ordered = [
        ListedRun(version: "3.14.0"), ListedRun(version: "3.14.0rc1"), ListedRun(version: "3.14.0b1"),
        ListedRun(version: "3.14.0a5+"), ListedRun(version: "3.14.0a10"), ListedRun(version: "3.14.0a6"),
        ListedRun(folder: "results/a", version: "3.13.1", commitDate: "2025-01-02T09:00:00+02:00"),
        ListedRun(folder: "results/b", version: "3.13.1", commitDate: "2025-01-02T09:00:00+00:00"),
        ListedRun(folder: "results/c", version: "3.13.1", commitDate: "2025-01-02"),
        ListedRun(version: "3.13.0", flags: "NOGIL"), ListedRun(version: "3.13.0", flags: "JIT,NOGIL"),
        ListedRun(version: "3.13.0", flags: "JIT"), ListedRun(ref: "b", version: "3.13.0"),
        ListedRun(ref: "a", version: "3.13.0"),
        ListedRun(version: "3.9.0"), ListedRun(version: "no_version"),
    ]

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `runs stand in the order of the field, however they come`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let runs = try Self.ordered.map { try $0.digest() }
        #expect(ListedRun.catalogue(runs.shuffled(using: &generator)).runs.map(\.file) == runs.map(\.file))
    }

    @Test func `a build between releases is level with its release, and the commit date decides`() throws {
        let runs = [
            try ListedRun(version: "3.12.0", commitDate: "2025-02-01").digest(),
            try ListedRun(version: "3.12.0+", commitDate: "2025-01-01").digest(),
        ]
        #expect(ListedRun.catalogue(runs.reversed()).runs == runs)
    }

    @Test func `a run without a date of its own stands at the beginning of the day in its name`() throws {
        let runs = [
            try ListedRun(date: "20250402", hash: "3333333", commitDate: "2025-04-02T01:00:00+00:00").digest(),
            try ListedRun(date: "20250402", hash: "2222222").digest(),
            try ListedRun(date: "20250401", hash: "1111111", commitDate: "2025-04-01T23:00:00+00:00").digest(),
        ]
        #expect(ListedRun.catalogue(runs.reversed()).runs == runs)
    }

    @Test func `baselines stand in configured order, then the merge base, then the default build`() throws {
        let (head, base) = (try ListedRun().digest(), try ListedRun(hash: "0fb18b0").digest())
        let labels = ["default_base_vs_JIT", "base", "3.12.0", "3.10.4"]
        let catalogue = ListedRun.catalogue(
            [head, base], pairs: labels.map { Pair(label: $0, head: head, base: base) }, bases: ["3.10.4", "3.13.0", "3.12.0"])
        #expect(
            catalogue.columns(of: [head]).map(\.title) == ["vs. 3.10.4", "vs. 3.12.0", "vs. merge base", "vs. default build"])
        #expect(catalogue.columns(of: [base]) == [])
        #expect(catalogue.entry(of: head, in: .mergeBase)?.pair.base == base)
        #expect(catalogue.entry(of: head, in: .defaultBuild)?.pair.label == "default_base_vs_JIT")
        #expect(catalogue.entry(of: head, in: .version("3.13.0")) == nil)
    }

    @Test func `the default build of the same commit is no merge base, whatever the label`() throws {
        let (head, base) = (try ListedRun(flags: "JIT").digest(), try ListedRun().digest())
        let catalogue = ListedRun.catalogue([head, base], pairs: [Pair(label: "base", head: head, base: base)], bases: [])
        #expect(catalogue.columns(of: [head]).map(\.title) == ["vs. default build"])
        #expect(catalogue.entry(of: head, in: .mergeBase) == nil)
    }

    @Test func `the neighbours of a run are those of its machine by the days of the commits`() throws {
        let old = try ListedRun(version: "3.15.0", hash: "0000001", commitDate: "2024-01-01T00:00:00Z").digest()
        let middle = try ListedRun(version: "3.9.0", hash: "0000002", commitDate: "2024-06-01T00:00:00Z").digest()
        let new = try ListedRun(date: "20250101", version: "3.12.0", hash: "0000003").digest()
        let other = try ListedRun(nickname: "other", hash: "0000004", commitDate: "2024-03-01").digest()
        let catalogue = ListedRun.catalogue([new, other, old, middle])
        #expect(catalogue.neighbours(of: middle).previous == old)
        #expect(catalogue.neighbours(of: middle).next == new)
        #expect(catalogue.neighbours(of: old).previous == nil)
        #expect(catalogue.neighbours(of: new).next == nil)
        #expect(catalogue.neighbours(of: other).previous == nil)
        #expect(catalogue.neighbours(of: other).next == nil)
    }

    @Test func `of one day's commits each has the one before it for its neighbour, wherever they were made`() throws {
        let times = ["2025-03-29T18:00:00+00:00", "2025-03-29T10:00:00+00:00", "2025-03-29T16:00:00+02:00"]
        let runs = try times.enumerated().map { try ListedRun(hash: "000000\($0)", commitDate: $1).digest() }
        let catalogue = ListedRun.catalogue(runs)
        #expect(catalogue.neighbours(of: runs[0]).previous == runs[2])
        #expect(catalogue.neighbours(of: runs[2]).previous == runs[1])
        #expect(catalogue.neighbours(of: runs[1]).previous == nil)
    }

    @Test func `a commit is found by its full hash where some run knows it`() throws {
        let full = "ccaa69a0123456789012345678901234567890ab"
        let runs = [try ListedRun().digest(), try ListedRun(flags: "JIT", commitID: full).digest()]
        let map = SiteMap(runs: runs, pairs: [])
        #expect(
            CommitPage.paths("ccaa69a", runs: runs, map: map).map(\.text) == [
                "commits/ccaa69a/index.html", "commits/\(full)/index.html",
            ])
        #expect(CommitPage.paths("ccaa69a", runs: [runs[0]], map: map).map(\.text) == ["commits/ccaa69a/index.html"])
    }

    @Test(arguments: [
        "ccaa69a", "ccaa69a0123456789012345678901234567890", "dcaa69a0123456789012345678901234567890ab",
        "ccaa69a012345678901234567890123456789/../", "ccaa69aX123456789012345678901234567890ab",
    ])
    func `what is no full hash of the commit gives no alias`(text: String) throws {
        #expect(try ListedRun(commitID: text).digest().fullHash == nil)
    }

    @Test func `the series of a report's neighbours are its machine and baseline`() throws {
        let base = try ListedRun(version: "3.12.0", hash: "0fb18b0").digest()
        let heads = try (1...3).map { try ListedRun(date: "2025010\($0)", hash: "000000\($0)").digest() }
        let pairs =
            heads.map { Pair(label: "3.12.0", head: $0, base: base) } + [Pair(label: "base", head: heads[2], base: heads[0])]
        let routes = Routes(runs: heads + [base], pairs: pairs)
        #expect(routes.neighbours(of: pairs[1]).previous?.head == heads[0])
        #expect(routes.neighbours(of: pairs[1]).next?.head == heads[2])
        #expect(routes.neighbours(of: pairs[3]).previous == nil)
        #expect(routes.neighbours(of: pairs[3]).next == nil)
    }
}
