import Archive
import Comparisons
import Statistics
import Testing

@testable import Site

/// The one verdict that speaks for a machine or a fork, and the badge that shows it.
@Suite struct BadgeTests {
    /// A catalogue of some heads, each held against the merge base and 3.12.0, then 3.11.0.
    private func catalogue(
        _ heads: [ListedRun], labels: [String] = ["base", "3.11.0", "3.12.0"],
        verdict: @escaping (Pair) -> Verdict = { _ in ListedRun.faster }
    ) throws -> Catalogue {
        let base = try ListedRun(nickname: "elsewhere", hash: "d7159b0").digest()
        let runs = try heads.map { try $0.digest() }
        let pairs = runs.flatMap { head in labels.map { Pair(label: $0, head: head, base: base) } }
        return ListedRun.catalogue(runs, pairs: pairs, bases: ["3.12.0", "3.11.0"], verdict: verdict)
    }

    private func badge(_ heads: [ListedRun], labels: [String] = ["base", "3.11.0", "3.12.0"], isFork: Bool = false) throws
        -> Badge
    {
        let catalogue = try catalogue(heads, labels: labels)
        return Badge("box", of: catalogue.runs, isFork: isFork, in: catalogue)
    }

    @Test func `the newest run speaks, also where its file has no date of its commit`() throws {
        let runs = [
            ListedRun(date: "20250301", hash: "aaaaaaa", commitDate: "2025-03-01T00:00:00Z"),
            ListedRun(date: "20250303", hash: "bbbbbbb"),
            ListedRun(date: "20250302", hash: "ccccccc", commitDate: "2025-03-02T00:00:00Z"),
        ]
        #expect(try badge(runs).title.hasPrefix("3.14.0a6+ bbbbbbb on box"))
    }

    @Test func `the main line is held against the first configured version, whatever a branch tried since`() throws {
        let runs = [
            ListedRun(hash: "aaaaaaa", commitDate: "2025-03-01T00:00:00Z"),
            ListedRun(hash: "bbbbbbb", commitDate: "2025-03-02T00:00:00Z"),
            ListedRun(hash: "bbbbbbb", flags: "JIT", commitDate: "2025-03-02T00:00:00Z"),
            ListedRun(fork: "mpage", hash: "ccccccc", commitDate: "2025-03-03T00:00:00Z"),
        ]
        let badge = try badge(runs)
        #expect(badge.words == "box: 1.25x faster vs. 3.12.0")
        #expect(
            badge.title == """
                3.14.0a6+ bbbbbbb on box against 3.12.0: 1.25x faster overall (1.22x to 1.28x): 20 of 20 benchmarks faster, 0 slower.
                """)
    }

    @Test func `a branch is held against its merge base, and says on which machine where it may be several`() throws {
        let runs = [ListedRun(fork: "mpage")]
        #expect(try badge(runs, isFork: true).message == "1.25x faster vs. merge base on box")
        #expect(try badge(runs, labels: ["3.11.0", "3.12.0"]).message == "1.25x faster vs. 3.12.0")
    }

    @Test func `of the machines that measured the newest build the one least in doubt speaks`() throws {
        let heads =
            ["a", "b", "c"].map { ListedRun(nickname: $0, commitDate: "2025-01-01T00:00:00Z") } + [
                ListedRun(nickname: "d", hash: "aaaaaaa", commitDate: "2024-01-01T00:00:00Z")
            ]
        let catalogue = try catalogue(heads) { pair in
            let deviations = ["a": 0.05, "b": 0.01, "c": 0.02]
            let estimate = Estimate(logRatio: 0.1, deviation: deviations[pair.head.name.nickname] ?? 0.001)
            return Verdict(
                word: .unclear, overall: estimate, overallCount: 20, benchmarks: [],
                counts: VerdictCounts(faster: 0, slower: 0, same: 0, unclear: 20, hints: 0), cautions: [],
                memory: nil,
                machine: pair.head.name.nickname)
        }
        #expect(Badge("python", of: catalogue.runs, isFork: true, in: catalogue).message.hasSuffix(" on b"))
    }

    @Test func `of two machines that are as sure one that says something speaks`() throws {
        let heads = ["a", "b"].map { ListedRun(nickname: $0, commitDate: "2025-01-01T00:00:00Z") }
        for word in [VerdictWord.same, .slower] {
            let catalogue = try catalogue(heads) { ListedRun.verdict($0.head.name.nickname == "b" ? word : .unclear) }
            #expect(Badge("python", of: catalogue.runs, isFork: true, in: catalogue).message.hasSuffix(" on b"))
        }
    }

    @Test(arguments: [
        // The text of the first date is the larger one, and its moment the earlier.
        ("3.14.0a6+", "2025-04-02T23:30:00+09:00", "3.14.0a6+", "2025-04-02T16:00:00+00:00"),
        // A trailing + counts as a digit.
        ("3.14.0a5+", "2025-04-01T12:00:00+00:00", "3.14.0a6", "2025-04-04T12:00:00+00:00"),
    ])
    func `the newest commit of the line speaks, also where another stands first in listings`(
        version: String, date: String, newer: String, newerDate: String
    ) throws {
        let heads = [
            ListedRun(version: version, hash: "aaaaaaa", commitDate: date),
            ListedRun(version: newer, hash: "bbbbbbb", commitDate: newerDate),
            // A release that is maintained beside it.
            ListedRun(version: "3.13.9", hash: "ccccccc", commitDate: "2025-06-01T12:00:00+00:00"),
        ]
        let catalogue = try catalogue(heads) { ListedRun.verdict($0.head.name.hash == "bbbbbbb" ? .slower : .faster) }
        #expect(Badge("box", of: catalogue.runs, isFork: false, in: catalogue).message.hasPrefix("1.07x slower"))
    }

    @Test func `a machine without the baseline that is asked about is silent where another has it`() throws {
        let base = try ListedRun(nickname: "elsewhere", hash: "d7159b0").digest()
        let heads = try ["a", "b"].map { try ListedRun(nickname: $0, fork: "mpage").digest() }
        let pairs = [Pair(label: "base", head: heads[0], base: base), Pair(label: "3.12.0", head: heads[1], base: base)]
        let catalogue = ListedRun.catalogue(heads, pairs: pairs, bases: ["3.12.0"])
        #expect(Badge("mpage", of: catalogue.runs, isFork: true, in: catalogue).message == "1.25x faster vs. merge base on a")
    }

    @Test func `a flagged build speaks where nothing else does, and says so`() throws {
        #expect(try badge([ListedRun(flags: "JIT")], labels: ["3.12.0"]).message == "1.25x faster vs. 3.12.0, JIT build")
    }

    @Test func `what was not compared says so`() throws {
        let badge = try badge([ListedRun()], labels: [])
        #expect(badge.words == "box: not compared")
        #expect(badge.title == "box: not compared")
    }

    @Test func `a run page tells what is new: of the main line as well what its commit changed`() throws {
        let catalogue = try catalogue([ListedRun()])
        let run = try #require(catalogue.runs.first)
        let newest = try #require(NewestVerdict(run, in: catalogue))
        #expect(newest.title == "3.14.0a6+ ccaa69a on box: 1.25x faster vs. merge base d7159b0")
        #expect(newest.sentence.hasPrefix("Against merge base d7159b0: 1.25x faster overall"))
    }

    @Test func `a badge is drawn with attributes alone`() throws {
        let badge = Badge(label: "box <1>", message: "no change vs. 3.12.6", title: "All \u{FFFE} of it", word: .same)
        #expect(
            String(decoding: badge.svg, as: UTF8.self) == """
                <?xml version="1.0" encoding="utf-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" role="img" width="192" height="20" viewBox="0 0 192 20" \
                aria-label="box &lt;1&gt;: no change vs. 3.12.6">
                <title>All \u{FFFD} of it</title>
                <rect height="20" rx="3" fill="#2b3137" width="192"/>
                <path fill="#5a6169" d="M60 0h129a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-129z"/>
                <g fill="#fff" font-size="11" font-family="Verdana, DejaVu Sans, Geneva, sans-serif">
                <text y="14" x="6" textLength="48">box &lt;1&gt;</text>
                <text y="14" x="66" textLength="120">no change vs. 3.12.6</text>
                </g>
                </svg>

                """)
    }

    @Test(arguments: [
        (VerdictWord.faster, "1b58b5"), (.slower, "a34a06"), (.same, "5a6169"), (.unclear, "5a6169"),
    ])
    func `shields gets the same words and the colour of the verdict`(word: VerdictWord, colour: String) {
        let badge = Badge(label: "box", message: "a \"b\"", title: "", word: word)
        #expect(
            String(decoding: badge.json, as: UTF8.self)
                == "{\"schemaVersion\":1,\"label\":\"box\",\"message\":\"a \\\"b\\\"\",\"color\":\"\(colour)\"}\n")
    }

    @Test func `wide letters take more room than narrow ones, and unknown ones enough`() {
        #expect(Badge.textWidth("") == 0)
        #expect(Badge.textWidth("iiii") == 16)
        #expect(Badge.textWidth("0000") == 28)
        #expect(Badge.textWidth("WWWW") == 42)
        #expect(Badge.textWidth("汉字") == 22)
    }
}
