/// The pages before and after a page in the order of time.
public struct Neighbours: Sendable, Hashable {
    /// The page before.
    public var previous: Link?
    /// The page after.
    public var next: Link?

    /// Makes neighbours; nothing where there are none.
    public init?(previous: Link?, next: Link?) {
        guard previous != nil || next != nil else { return nil }
        self.previous = previous
        self.next = next
    }

    static let specimen = Neighbours(previous: .specimen, next: .specimen)
}

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

extension Neighbours: FieldNaming {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "previous": .view(previous), "next": .view(next),
        ]
    }
}

extension Years: FieldNaming {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "links": .list(links)
        ]
    }
}
