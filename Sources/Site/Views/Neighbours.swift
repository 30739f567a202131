/// The pages before and after a page in the order of time.
public struct Neighbours: Sendable, Hashable {
    public var previous: Link?
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
    public var links: [NavigationLink]

    /// Makes a row of years; nothing where one page holds all.
    public init?(_ links: [NavigationLink]) {
        guard links.count > 1 else { return nil }
        self.links = links
    }

    static let specimen = Years([.specimen, .specimen])
}
