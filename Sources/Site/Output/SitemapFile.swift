/// `sitemap.xml`: the addresses of all pages for search engines, in as many files as they allow.
///
/// Source: the protocol of sitemaps.org. It knows of no time of a build, and the time of a commit is not that of its pages: there is none.
struct SitemapFile {
    /// Where it stands.
    let path: SitePath
    /// The file.
    let xml: [UInt8]

    /// More addresses than this must not stand in one file.
    static let mostAddresses = 50_000

    /// The files with the addresses of some pages: one, or an index and its parts; none where the site does not know its own address.
    ///
    /// O(pages).
    static func all(_ pages: [SitePath], address: (SitePath) -> String?, most: Int = mostAddresses) -> [SitemapFile] {
        let addresses = pages.compactMap(address)
        guard !addresses.isEmpty, addresses.count == pages.count else { return [] }
        guard addresses.count > most else { return [SitemapFile(path: .sitemap, xml: urls(addresses[...]))] }
        let starts = Array(stride(from: 0, to: addresses.count, by: most))
        let parts = starts.enumerated().map { index, start in
            SitemapFile(
                path: SitePath("sitemap-\(index + 1).xml"), xml: urls(addresses[start..<min(start + most, addresses.count)]))
        }
        return [SitemapFile(path: .sitemap, xml: index(parts.compactMap { address($0.path) }))] + parts
    }

    /// What `robots.txt` says: everything may be read, and here is the list of it.
    ///
    /// Robots look for it where the site is a host's root.
    static func robots(sitemap: String) -> [UInt8] { Array("User-agent: *\nAllow: /\n\nSitemap: \(sitemap)\n".utf8) }

    private static func urls(_ addresses: ArraySlice<String>) -> [UInt8] {
        var xml = XMLText(capacity: 1024 + 160 * addresses.count)
        xml.markup("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for address in addresses {
            xml.markup("<url><loc>")
            xml.text(address)
            xml.markup("</loc></url>\n")
        }
        xml.markup("</urlset>\n")
        return xml.bytes
    }

    private static func index(_ addresses: [String]) -> [UInt8] {
        var xml = XMLText()
        xml.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for address in addresses {
            xml.markup("<sitemap><loc>")
            xml.text(address)
            xml.markup("</loc></sitemap>\n")
        }
        xml.markup("</sitemapindex>\n")
        return xml.bytes
    }
}
