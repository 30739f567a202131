/// What a page tells other programs about itself: link previews, search engines, readers of feeds.
struct PageHead: Sendable, Hashable {
    /// The page's title without the site's name, which stands beside it.
    var title: String
    /// What the page is in the words of the Open Graph protocol: `website` or `article`.
    var kind: String
    /// The address the page is published under; absent where the site does not know its own.
    var address: String?
    /// The feed of what the page lists; absent where there is none.
    var feed: Link?

    /// The two kinds of page that previews tell apart.
    enum Kind: String, Sendable {
        /// A page that lists others.
        case website
        /// A page about one thing: a comparison, a run, a commit, a text.
        case article
    }

    /// Makes a head.
    init(_ title: String, kind: Kind = .website, address: String? = nil, feed: Link? = nil) {
        self.title = title
        self.kind = kind.rawValue
        self.address = address
        self.feed = feed
    }

    static let specimen = PageHead("Page", address: "https://example.org/page.html", feed: .specimen)
}

extension PageHead: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "title": .text(title), "kind": .text(kind), "address": .text(address), "feed": .view(feed),
        ]
    }
}
