import Archive
import Comparisons

/// Makes what other programs follow a site by: feeds, badges, and the list of all pages where the site knows its address.
struct FollowPublisher {
    let catalogue: Catalogue
    let writer: SiteWriter
    let edition: Edition
    let keys: RunKeys

    /// Writes all of it.
    ///
    /// O(runs + comparisons), and n log n for the order of each feed.
    func publish(_ listings: Listings) throws(Problem) {
        try publish(Feed(nil, of: catalogue.runs, in: catalogue, path: .feed, page: .home))
        let all = listings.machines + listings.forks
        for listing in all { try publish(listing) }
        try publishSitemap(all)
    }

    private func publish(_ listing: Listing) throws(Problem) {
        try publish(
            Feed(listing.heading, of: listing.runs, in: catalogue, path: listing.path.beside("feed.xml"), page: listing.path))
        let badge = Badge(listing, in: catalogue)
        try writer.write(badge.svg, to: listing.path.beside("badge.svg"), key: edition.hash)
        try writer.write(badge.json, to: listing.path.beside("badge.json"), key: edition.hash)
    }

    /// A feed is made of the lines of its runs, as a listing is.
    private func publish(_ feed: Feed) throws(Problem) {
        let key = keys.list(of: feed.runs, edition, "feed", [feed.path.text, feed.title])
        if writer.areCurrent([feed.path], key: key) { return }
        try writer.write(feed.xml(generator: edition.generator), to: feed.path, key: key)
    }

    private func publishSitemap(_ listings: [Listing]) throws(Problem) {
        guard let sitemap = catalogue.site.address(of: SitePath.sitemap.text) else { return }
        for file in SitemapFile.all(pages(listings), address: { catalogue.site.address(of: $0.text) }) {
            try writer.write(file.xml, to: file.path, key: edition.hash)
        }
        try writer.write(SitemapFile.robots(sitemap: sitemap), to: .robots, key: edition.hash)
    }

    /// Every page under the one address that it names as its own, in the order of their paths.
    private func pages(_ listings: [Listing]) -> [SitePath] {
        let map = catalogue.map
        let pages =
            [.home, .problems] + catalogue.prose.map { .content($0.name) } + listings.flatMap { $0.parts.map(\.path) }
            + catalogue.runsByCommit.keys.map(map.commit) + catalogue.runs.map(map.run)
            + catalogue.entries.map { $0.paths.report }
        return pages.sorted()
    }
}
