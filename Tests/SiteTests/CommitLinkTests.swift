import Archive
import Comparisons
import Foundation
import Markdown
import Testing

@testable import Site

/// What is said of a commit elsewhere, with a link to its page.
@Suite struct CommitLinkTests {
    private static let base = TinyRun(ref: "v3.12.6", version: "3.12.6", hash: "a4a2d2b", day: 6, month: 9, year: 2024, more: 17)

    private func link(
        _ runs: [TinyRun], to hash: String = "ccaa69a", baseURL: String? = "https://example.org/b"
    ) async throws -> CommitLink {
        let site = try TestSite(runs)
        let archive = ArchiveReader(root: site.path("archive"), jobs: 2, cache: nil)
        let material = await Material(reading: archive, tree: archive.tree())
        return try CommitLink(to: hash, in: material, baseURL: baseURL)
    }

    @Test func `the address is the site's and the page's, whatever part of the hash is given`() async throws {
        let full = "3c71ebd" + String(repeating: "0", count: 33)
        for hash in ["3c71", "3C71EBD", "3c71ebd000", full] {
            #expect(try await link(TinyRun.archive, to: hash).url == "https://example.org/b/commits/3c71ebd/index.html")
        }
        let nowhere = try await link(TinyRun.archive, to: "ccaa", baseURL: nil)
        #expect(nowhere.url == nil)
        #expect(nowhere.path.text == "commits/ccaa69a/index.html")
    }

    @Test func `a path from a server's root is no address elsewhere`() async throws {
        let link = try await link(TinyRun.archive, baseURL: "/benchmarks/")
        #expect(link.url == nil)
        #expect(link.status.contains("\"target_url\":null"))
    }

    @Test func `the comment says the verdict first, then what it rests on`() async throws {
        let head = TinyRun(fork: "mpage", ref: "topic", hash: "ccaa69a", day: 12, time: 1.2, more: 18)
        let comment = try await link([Self.base, head]).comment()
        let cut = try #require(comment.range(of: "\n<details>"))
        #expect(
            comment[..<cut.lowerBound] == """
                <!-- benchfolio: commit ccaa69a -->
                **1.20x slower overall (1.18x to 1.22x): 20 of 20 benchmarks slower, 0 faster.**

                What this commit changed is not known: no run names its merge base.

                On `linux`, `default` build, against `3.12.6`. Memory: 5.0 % more (4.2 to 5.8 %), 20 of 20 benchmarks. \
                [Report](https://example.org/b/runs/20250312-linux-x86_64-mpage-topic-3.14.0a6-dev-ccaa69a/vs-3.12.6.html).

                - No history of this machine yet: a noise of 1 % per benchmark is assumed.

                | Clearly slower | Measured     | 95 % interval |
                |----------------|-------------:|--------------:|
                | `chaos`        | 1.20x slower | 1.16–1.24     |
                | `json_loads`   | 1.20x slower | 1.16–1.24     |
                | `more0`        | 1.20x slower | 1.16–1.24     |
                | `more1`        | 1.20x slower | 1.16–1.24     |
                | `more10`       | 1.20x slower | 1.16–1.24     |
                | `more11`       | 1.20x slower | 1.16–1.24     |
                | `more12`       | 1.20x slower | 1.16–1.24     |
                | `more13`       | 1.20x slower | 1.16–1.24     |
                | `more14`       | 1.20x slower | 1.16–1.24     |
                | `more15`       | 1.20x slower | 1.16–1.24     |

                and 10 more clearly slower.

                1 benchmark new in the head: `more17`.

                """)
    }

    @Test func `a commit that was compared with nothing says so`() async throws {
        let link = try await link([TinyRun(hash: "ccaa69a")])
        #expect(
            try link.comment() == """
                <!-- benchfolio: commit ccaa69a -->
                **1 run on linux. Not compared with any baseline yet.**

                [All results of commit ccaa69a](https://example.org/b/commits/ccaa69a/index.html).

                """)
        #expect(
            link.status == """
                {"context":"benchfolio","description":"1 run on linux. Not compared with any baseline yet.","state":"pending",\
                "target_url":"https://example.org/b/commits/ccaa69a/index.html"}

                """)
    }

    @Test func `of two thousand benchmarks with long names as many are shown as 60,000 bytes hold`() async throws {
        let hostile = "@all #1 GH-1 ``|<b>[x](http://y) </details> www.x.org " + String(repeating: "é", count: 90)
        let link = try await link([
            TinyRun(ref: "v3.12.6", version: "3.12.6", hash: "a4a2d2b", year: 2024, prefix: hostile, more: 2000),
            TinyRun(hash: "ccaa69a", time: 1.3, prefix: hostile, more: 2000),
        ])
        let comment = try link.comment()
        #expect((55_000...60_000).contains(comment.utf8.count), "\(comment.utf8.count) bytes")
        #expect(comment.contains("\n<summary>All 2003 benchmarks</summary>\n"))
        #expect(comment.contains(/\nThe last 1\d\d\d benchmarks did not fit here\. \[Report\]\(https:/))
        #expect(comment.hasSuffix("\n[All results of commit ccaa69a](https://example.org/b/commits/ccaa69a/index.html).\n"))
        #expect(comment.ranges(of: "</details>\n").count == 1)
        // Every name is code: what libcmark leaves outside of code holds none of it.
        let html = MarkdownConverter().convert(comment).html.text.replacing(/<code>[^<]*<\/code>/, with: "")
        for sign in ["@", "#1", "GH-1", "www", "http://", "&lt;b"] { #expect(!html.contains(sign), "\(sign)") }
    }

    @Test func `names that would mention somebody are code`() async throws {
        let hostile = "@all #1 <b> "
        let head = TinyRun(hash: "ccaa69a", prefix: hostile, more: 20)
        let comment = try await link([
            TinyRun(ref: "v3.12.6", version: "3.12.6", hash: "a4a2d2b", year: 2024, prefix: hostile, more: 17), head,
        ]).comment()
        #expect(
            comment.contains(
                "\n3 benchmarks new in the head: `@all #1 <b> more17`, `@all #1 <b> more18`, `@all #1 <b> more19`.\n"))
    }
}

@Suite struct CommitStatusTests {
    @Test(arguments: [
        ("short", 140, "short"), ("two words", 9, "two words"), ("two words", 8, "two…"), ("two words", 4, "two…"),
        ("two  words", 6, "two…"), ("nothing", 4, "not…"), ("ééé éé", 5, "ééé…"),
    ])
    func `a text too long ends behind its last whole word`(text: String, limit: Int, expected: String) {
        #expect(CommitStatus.shortened(text, to: limit) == expected)
        #expect(CommitStatus.shortened(text, to: limit).unicodeScalars.count <= limit)
    }

    @Test(arguments: [
        (ListedRun.verdict(.slower), "failure", "1.07x slower overall (1.05x to 1.09x): 20 of 81 benchmarks slower, 45 faster."),
        (ListedRun.verdict(.faster), "success", "1.07x faster overall (1.05x to 1.09x): 45 of 81 benchmarks faster, 20 slower."),
        (
            ListedRun.verdict(.same), "success",
            "No overall change (within 2 %), but 65 of 81 benchmarks moved: 45 faster, 20 slower."
        ),
        (
            ListedRun.verdict(.unclear), "success",
            "No clear overall change (1.02x slower measured, ± 1.9 %), but 65 of 81 benchmarks moved:…"
        ),
    ])
    func `only what is slower fails`(verdict: Verdict, state: String, sentence: String) throws {
        let (head, base) = (try ListedRun().digest(), try ListedRun(hash: "d7159b0").digest())
        let pair = Pair(label: "base", head: head, base: base)
        let catalogue = ListedRun.catalogue([head, base], pairs: [pair]) { _ in verdict }
        let status = CommitStatus(CommitAnswers(catalogue.entries(of: head)), summary: "", problems: [], url: nil)
        #expect(status.state.rawValue == state)
        #expect(status.description == "Against merge base d7159b0, default build on box: \(sentence)")
        #expect(status.description.unicodeScalars.count <= 140)
        #expect(status.json.hasSuffix("\",\"state\":\"\(state)\",\"target_url\":null}\n"))
    }

    @Test func `a commit whose runs cannot be compared is in error`() {
        let problem = Problem(.error, file: "results/x.json", "This run has no benchmark in common with its baseline.")
        let status = CommitStatus(CommitAnswers([]), summary: "1 run on box.", problems: [problem], url: nil)
        #expect(status.state == .error)
        #expect(status.description == "This run has no benchmark in common with its baseline.")
    }
}
