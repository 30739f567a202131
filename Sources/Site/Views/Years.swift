/// The years of a listing that is spread over several pages.
struct Years: Sendable, Hashable {
    /// The years, the newest first.
    var links: [NavigationLink]

    /// Makes a row of years; nothing where one page holds all.
    init?(_ links: [NavigationLink]) {
        guard links.count > 1 else { return nil }
        self.links = links
    }

    static let specimen = Years([.specimen, .specimen])
}

extension Years: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "links": .list(links)
        ]
    }
}
