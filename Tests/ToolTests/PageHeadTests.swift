import Foundation
import Testing

/// What the pages of the sample site tell other programs: previews of links, search engines, readers of feeds.
@Suite struct PageHeadTests {
    /// The tags of a page's head that speak to other programs, a line each.
    private func head(_ page: String) throws -> String {
        let speaking = [
            "<title>", "<meta name=\"description\"", "<meta property=", "<meta name=\"twitter", "<link rel=\"alternate\"",
        ]
        let lines = try BuiltSite.sample.get().text(page).split(separator: "\n").prefix { $0 != "</head>" }
        return lines.filter { line in speaking.contains { line.hasPrefix($0) } }.joined(separator: "\n")
    }

    private func expected(_ title: String, _ description: String, kind: String, feed: String? = nil) -> String {
        """
        <title>\(title) · Python benchmarks</title>
        <meta name="description" content="\(description)">
        <meta property="og:type" content="\(kind)">
        <meta property="og:site_name" content="Python benchmarks">
        <meta property="og:title" content="\(title)">
        <meta property="og:description" content="\(description)">
        <meta name="twitter:card" content="summary">
        """ + (feed.map { "\n<link rel=\"alternate\" type=\"application/atom+xml\" title=\"\($0)\" href=\"feed.xml\">" } ?? "")
    }

    private static let run = "runs/20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6-dev-ccaa69a"

    @Test func `a preview of a report says the verdict`() throws {
        #expect(
            try head("\(Self.run)/vs-3.12.6.html")
                == expected(
                    "1.07x faster: 3.14.0a6+ ccaa69a on vultr vs. 3.12.6",
                    "1.07x faster overall (1.05x to 1.09x): 45 of 81 benchmarks faster, 20 slower. 3.14.0a6+ ccaa69a on vultr vs. 3.12.6.",
                    kind: "article"))
    }

    @Test func `a preview of a run says what it changed`() throws {
        #expect(
            try head("\(Self.run)/index.html")
                == expected(
                    "3.14.0a6+ ccaa69a on vultr: unclear vs. merge base cd61d5c",
                    """
                    Against merge base cd61d5c: No clear change: 1.00x measured, but runs of the same code on vultr differ by up to 2.0 %. \
                    94 benchmarks of mpage/restore_load_bearing, commit of 2025-04-02, measured on vultr.
                    """, kind: "article"))
    }

    @Test func `a preview of a commit says what the machines say`() throws {
        #expect(
            try head("commits/d7159b0/index.html")
                == expected(
                    "Commit d7159b0 vs. merge base 4f09fd9: no overall change on macmini and vultr; unclear on winbox",
                    """
                    Against merge base 4f09fd9, default build: no overall change on macmini and vultr; unclear on winbox. \
                    Benchmarks of commit d7159b0: 5 runs on macmini, vultr, winbox.
                    """, kind: "article"))
    }

    @Test func `a preview of a machine says where its main line stands`() throws {
        #expect(
            try head("machines/macmini/index.html")
                == expected(
                    "macmini: no change vs. 3.12.6",
                    """
                    3.14.0a6+ cd61d5c on macmini against 3.12.6: No overall change (within 2 %), but 21 of 24 benchmarks moved: 12 faster, \
                    9 slower. macmini: 10 runs of 9 commits, 2024-09-06 to 2025-03-31.
                    """, kind: "website", feed: "Runs: macmini"))
    }

    @Test func `a preview of a fork says what its newest run changed, and where`() throws {
        #expect(
            try head("forks/mpage/index.html")
                == expected(
                    "mpage: unclear vs. merge base on vultr",
                    """
                    3.14.0a6+ ccaa69a on vultr against merge base cd61d5c: No clear change: 1.00x measured, but runs of the same code on \
                    vultr differ by up to 2.0 %. mpage: 4 runs of 4 commits, 2025-03-29 to 2025-04-02.
                    """, kind: "website", feed: "Runs: mpage"))
    }

    @Test func `the home page says what the site is, and leads to the feed of all runs`() throws {
        let head = try head("index.html")
        #expect(head.hasPrefix("<title>Python benchmarks</title>\n"))
        #expect(head.contains("<meta property=\"og:type\" content=\"website\">\n"))
        #expect(head.contains("<meta property=\"og:title\" content=\"Python benchmarks\">\n"))
        #expect(head.hasSuffix("\n<link rel=\"alternate\" type=\"application/atom+xml\" title=\"All runs\" href=\"feed.xml\">"))
    }
}
