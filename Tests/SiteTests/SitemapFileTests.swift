import Archive
import Foundation
import Testing

@testable import Site

/// What a site says of itself to search engines.
@Suite struct SitemapFileTests {
    private func files(_ count: Int, most: Int) -> [String] {
        let pages = (1...count).map { SitePath("runs/\($0)/index.html") }
        return SitemapFile.all(pages, address: { "https://example.org/b/\($0.text)" }, most: most).map { file in
            "\(file.path.text)\n\(String(decoding: file.xml, as: UTF8.self))"
        }
    }

    @Test func `two pages stand in one file`() {
        #expect(
            files(2, most: 2) == [
                """
                sitemap.xml
                <?xml version="1.0" encoding="utf-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>https://example.org/b/runs/1/index.html</loc></url>
                <url><loc>https://example.org/b/runs/2/index.html</loc></url>
                </urlset>

                """
            ])
    }

    @Test func `more pages than a file may hold are spread over several, with an index of these`() {
        let files = files(5, most: 2)
        #expect(
            files.first == """
                sitemap.xml
                <?xml version="1.0" encoding="utf-8"?>
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>https://example.org/b/sitemap-1.xml</loc></sitemap>
                <sitemap><loc>https://example.org/b/sitemap-2.xml</loc></sitemap>
                <sitemap><loc>https://example.org/b/sitemap-3.xml</loc></sitemap>
                </sitemapindex>

                """)
        #expect(files.dropFirst().map { $0.split(separator: "\n").count { $0.hasPrefix("<url>") } } == [2, 2, 1])
        #expect(files.last?.contains("runs/5/") == true)
    }

    @Test func `a site that does not know its address has no sitemap`() {
        #expect(SitemapFile.all([.home], address: { _ in nil }).isEmpty)
    }

    @Test func `with its address a site lists every page but its aliases, and each page names its own`() async throws {
        let site = try TestSite()
        try site.write("base_url = \"https://example.org/b\"\n", to: "archive/site.toml")
        try await site.build()
        let listed = try site.read("site/sitemap.xml").matches(of: /<loc>https:\/\/example.org\/b\/(.+)<\/loc>/).map {
            String($0.output.1)
        }
        let alias = "commits/3c71ebd" + String(repeating: "0", count: 33) + "/index.html"
        let pages = try site.files(in: "site").filter { $0.hasSuffix(".html") }
        #expect(pages.contains(alias))
        #expect(listed == pages.filter { $0 != alias && $0 != "404.html" })
        for page in listed {
            #expect(
                try site.read("site/\(page)").contains("<link rel=\"canonical\" href=\"https://example.org/b/\(page)\">"),
                "\(page)")
        }
        #expect(
            try site.read("site/\(alias)").contains(
                "<link rel=\"canonical\" href=\"https://example.org/b/commits/3c71ebd/index.html\">"))
        #expect(
            try site.read("site/robots.txt") == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/b/sitemap.xml\n")
        #expect(
            try site.read("site/machines/linux/index.html").contains(
                "<code>[![linux](https://example.org/b/machines/linux/badge.svg)](https://example.org/b/machines/linux/index.html)</code>"
            ))
    }

    @Test(arguments: ["", "base_url = \"/b/\"\n"])
    func `a site that loses its address takes all of that back`(setting: String) async throws {
        let site = try TestSite()
        try site.write("base_url = \"https://example.org/b/\"\n", to: "archive/site.toml")
        try await site.build()
        try site.write(setting, to: "archive/site.toml")
        try await site.build()
        #expect(!site.exists("site/sitemap.xml") && !site.exists("site/robots.txt"))
        let pages = try site.files(in: "site").filter { $0.hasSuffix(".html") }
        for page in pages {
            let text = try site.read("site/\(page)")
            #expect(!text.contains("canonical") && !text.contains("og:url"), "\(page)")
        }
        #expect(try site.read("site/index.html").contains("og:title"))
        #expect(try differences(site.contents(of: "site"), await site.cleanBuild()) == [])
    }
}
