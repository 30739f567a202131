import Markdown

/// How one follows what a page lists: its feed, and its badge for a README.
struct Following: Sendable, Hashable {
    /// The address of the feed.
    var feed: String
    /// The address of the badge.
    var badge: String
    /// The address of the same for shields.io.
    var endpoint: String
    /// What the badge says.
    var words: String
    /// The badge with its link in Markdown; absent where the site does not know its address.
    var markdown: String?

    static let specimen = Following(
        feed: "feed.xml", badge: "badge.svg", endpoint: "badge.json", words: "box: unclear",
        markdown: "![box](badge.svg)")
}

extension Following: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "feed": .text(feed), "badge": .text(badge), "endpoint": .text(endpoint), "words": .text(words),
            "markdown": .text(markdown),
        ]
    }
}
