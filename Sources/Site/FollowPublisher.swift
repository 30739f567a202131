import Archive
import Comparisons

/// Makes what other programs follow a site by: feeds and badges.
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
        for listing in listings.machines + listings.forks { try publish(listing) }
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
}
