import Archive
import Comparisons
import Testing

@testable import Site

/// The feeds of a site.
@Suite struct FeedTests {
    private static let place = SiteConfiguration(title: "A & B", baseURL: "https://example.org/b")

    /// The feed of a machine with a run on a branch, its merge base and a release.
    private func feed(_ site: SiteConfiguration) throws -> Feed {
        let head = try ListedRun(fork: "mpage", ref: "topic", commitDate: "2025-04-02T19:21:09+02:00").digest()
        let base = try ListedRun(date: "20250331", hash: "d7159b0", commitDate: "2025-03-31 12:00").digest()
        let release = try ListedRun(date: "20241399", ref: "v3.12.0", version: "3.12.0", hash: "0fb18b0").digest()
        let runs = [release, base, head]
        let pairs = [Pair(label: "3.12.0", head: head, base: release), Pair(label: "base", head: head, base: base)]
        let catalogue = ListedRun.catalogue(runs, pairs: pairs, bases: ["3.12.0"], site: site)
        return Feed(
            "box", of: runs, in: catalogue, path: SitePath("machines/box/feed.xml"), page: SitePath("machines/box/index.html"))
    }

    private func xml(_ site: SiteConfiguration) throws -> [String] {
        String(decoding: try feed(site).xml(generator: "benchfolio test"), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
    }

    @Test func `a feed says where it stands, and each entry what became of a run`() throws {
        let run = "https://example.org/b/runs/20250402-box-x86_64-mpage-topic-3.14.0a6-dev-ccaa69a"
        let sentence = "1.25x faster overall (1.22x to 1.28x): 20 of 20 benchmarks faster, 0 slower."
        #expect(
            try xml(Self.place).prefix(20).joined(separator: "\n") == """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
                <id>urn:uuid:087011d5-9e9a-894c-a7c8-fb8794782557</id>
                <title>box · A &amp; B</title>
                <updated>2025-04-02T17:21:09Z</updated>
                <author><name>A &amp; B</name></author>
                <generator>benchfolio test</generator>
                <link rel="self" type="application/atom+xml" href="https://example.org/b/machines/box/feed.xml"/>
                <link rel="alternate" type="text/html" href="https://example.org/b/machines/box/index.html"/>
                <entry>
                <id>urn:uuid:6560597a-b4b7-8120-912f-a9a13aada4e2</id>
                <title>3.14.0a6+ ccaa69a on box: 1.25x faster vs. merge base d7159b0</title>
                <updated>2025-04-02T17:21:09Z</updated>
                <link rel="alternate" type="text/html" href="\(run)/index.html"/>
                <content type="html">&lt;p&gt;&lt;a href=&quot;\(run)/vs-base.html&quot;&gt;Against merge base d7159b0&lt;/a&gt;: \
                \(sentence)&lt;/p&gt;
                &lt;p&gt;&lt;a href=&quot;\(run)/vs-3.12.0.html&quot;&gt;Against 3.12.0&lt;/a&gt;: \(sentence)&lt;/p&gt;
                &lt;p&gt;0 benchmarks of mpage/topic, default build, commit of 2025-04-02.&lt;/p&gt;
                </content>
                </entry>
                <entry>
                """)
    }

    @Test func `a run that was compared with nothing says so`() throws {
        let lines = try xml(Self.place)
        #expect(lines.contains("<title>3.14.0a6+ d7159b0 on box: not compared</title>"))
        #expect(lines.contains("<content type=\"html\">&lt;p&gt;Compared with no baseline.&lt;/p&gt;"))
    }

    @Test func `a date that cannot be read is the day of the file's name, and 1970 where that is no day`() throws {
        #expect(
            try xml(Self.place).filter { $0.hasPrefix("<updated>") } == [
                "<updated>2025-04-02T17:21:09Z</updated>", "<updated>2025-04-02T17:21:09Z</updated>",
                "<updated>2025-03-31T00:00:00Z</updated>", "<updated>1970-01-01T00:00:00Z</updated>",
            ])
    }

    @Test func `without an address of its own a site's feed leads on from where it stands, with the same ids`() throws {
        let here = SiteConfiguration(title: "A & B")
        let lines = try xml(here)
        let run = "../../runs/20250402-box-x86_64-mpage-topic-3.14.0a6-dev-ccaa69a"
        #expect(lines[7] == "<link rel=\"self\" type=\"application/atom+xml\" href=\"feed.xml\"/>")
        #expect(lines[8] == "<link rel=\"alternate\" type=\"text/html\" href=\"index.html\"/>")
        #expect(lines[13] == "<link rel=\"alternate\" type=\"text/html\" href=\"\(run)/index.html\"/>")
        #expect(lines[14].contains("href=&quot;\(run)/vs-base.html&quot;"))
        #expect(lines.filter { $0.hasPrefix("<id>") } == (try xml(Self.place)).filter { $0.hasPrefix("<id>") })
    }

    @Test func `an id is a UUID of the eighth version, made of words`() {
        #expect(Feed.id("page runs/a/index.html") == "urn:uuid:68e7b64e-588c-8916-ae78-05b3346136e8")
        #expect(Feed.id("page runs/b/index.html") != Feed.id("page runs/a/index.html"))
    }

    @Test func `a feed holds the fifty newest runs, the newest first and of a day the last by its path`() throws {
        let runs = try (10..<80).map { index in
            try ListedRun(hash: "10000\(index)", commitDate: "2025-\(index < 40 ? "05" : "03")-01T00:00:00Z").digest()
        }
        let feed = Feed(nil, of: runs, in: ListedRun.catalogue(runs), path: .feed, page: .home)
        #expect(feed.runs.count == 50)
        #expect(feed.runs.map(\.name.hash).prefix(2) == ["1000039", "1000038"])
        #expect(feed.runs.map(\.name.hash).dropFirst(29).prefix(2) == ["1000010", "1000079"])
        #expect(feed.runs.last?.name.hash == "1000060")
        #expect(feed.title == "Benchmark results")
    }
}
