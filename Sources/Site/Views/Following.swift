/// How one follows what a page lists: its feed.
public struct Following: Sendable, Hashable {
    /// The address of the feed.
    public var feed: String

    /// Makes a view.
    public init(feed: String) { self.feed = feed }

    static let specimen = Following(feed: "feed.xml")
}

extension Following: FieldNaming {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "feed": .text(feed)
        ]
    }
}
