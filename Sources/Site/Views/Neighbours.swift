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

extension Neighbours: FieldNaming {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "previous": .view(previous), "next": .view(next),
        ]
    }
}
