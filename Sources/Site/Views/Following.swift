import Markdown

/// How one follows what a page lists: its feed, and its badge for a README.
public struct Following: Sendable, Hashable {
    /// The address of the feed.
    public var feed: String
    /// The address of the badge.
    public var badge: String
    /// The address of the same for shields.io.
    public var endpoint: String
    /// What the badge says.
    public var words: String
    /// The badge with its link in Markdown; absent where the site does not know its address.
    public var markdown: String?

    /// Makes a view.
    public init(feed: String, badge: String, endpoint: String, words: String, markdown: String?) {
        self.feed = feed
        self.badge = badge
        self.endpoint = endpoint
        self.words = words
        self.markdown = markdown
    }

    static let specimen = Following(
        feed: "feed.xml", badge: "badge.svg", endpoint: "badge.json", words: "box: unclear",
        markdown: "![box](badge.svg)")
}

extension Following: FieldNaming {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "feed": .text(feed), "badge": .text(badge), "endpoint": .text(endpoint), "words": .text(words),
            "markdown": .text(markdown),
        ]
    }
}
