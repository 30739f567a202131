/// The years of a listing that is spread over several pages.
public struct Years: Sendable, Hashable {
    /// The years, the newest first.
    public var links: [NavigationLink]

    /// Makes a row of years; nothing where one page holds all.
    public init?(_ links: [NavigationLink]) {
        guard links.count > 1 else { return nil }
        self.links = links
    }

    static let specimen = Years([.specimen, .specimen])
}

extension Years: FieldNaming {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "links": .list(links)
        ]
    }
}
