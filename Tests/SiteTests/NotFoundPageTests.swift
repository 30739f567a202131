import Archive
import Comparisons
import Testing

@testable import Site

/// The page for addresses that lead nowhere.
@Suite struct NotFoundPageTests {
    private func view(baseURL: String?, commits: Int = 1) throws -> NotFoundView {
        let base = try ListedRun(hash: "d7159b0", commitDate: "2020-01-01").digest()
        let heads = try (0..<commits).map {
            try ListedRun(fork: "mpage", ref: "<topic>", hash: "ccaa6\($0 + 10)", commitDate: "2025-04-\($0 + 10)").digest()
        }
        let pairs = heads.map { Pair(label: "base", head: $0, base: base) }
        let old = ListedRun.catalogue(heads + [base], pairs: pairs)
        let site = SiteConfiguration(title: "S", baseURL: baseURL)
        let catalogue = Catalogue(
            runs: old.runs, entries: old.entries, problems: [], configuration: .empty, site: site, map: old.map,
            prose: [ProsePage(name: "about", markdown: "# About\n")], noise: [:])
        return NotFoundPage(catalogue: catalogue, frame: PageFrame(site: site, prose: catalogue.prose)).view
    }

    @Test func `all links begin at the server's root, below the path of the published site`() throws {
        let view = try view(baseURL: "https://example.org/some/path")
        #expect(view.shell.root == "/some/path/")
        #expect(view.shell.navigation.map(\.href) == ["/some/path/pages/about.html", "/some/path/problems/index.html"])
        #expect(view.shell.breadcrumbs.map(\.href) == ["/some/path/index.html"])
        #expect(view.home == "/some/path/index.html")
        #expect(
            view.newest?.text == """
                <ul class="commits">
                <li><a href="/some/path/commits/ccaa610/index.html"><code>ccaa610</code></a> of <time>2025-04-10</time>, 3.14.0a6+, mpage/&lt;topic&gt;\
                <br><span class="faster">Against merge base d7159b0, default build on box: 1.25x faster overall (1.22x to 1.28x): 20 of 20 \
                benchmarks faster, 0 slower.</span></li>
                <li><a href="/some/path/commits/d7159b0/index.html"><code>d7159b0</code></a> of <time>2020-01-01</time>, 3.14.0a6+, python/main<br>\
                <span>Not compared with any baseline yet.</span></li>
                </ul>
                """)
    }

    @Test func `the newest twenty commits are listed`() throws {
        let text = try #require(try view(baseURL: nil, commits: 21).newest?.text)
        #expect(text.ranges(of: "<li>").count == 20)
        #expect(text.contains("href=\"/commits/ccaa630/index.html\""))
        #expect(!text.contains("ccaa610"))
    }

    @Test(arguments: [
        (nil, "/"), ("https://example.org", "/"), ("https://example.org/", "/"), ("https://example.org/a/b/", "/a/b/"),
        ("https://example.org//evil.example/", "/evil.example/"), ("https://example.org/a?b=/c", "/a/"), ("/a", "/a/"),
    ])
    func `the site's path is that of its address`(address: String?, path: String) {
        #expect(SiteConfiguration(baseURL: address).basePath == path)
    }
}
