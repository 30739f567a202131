/// The pages before and after a page in the order of time.
struct Neighbours: Sendable, Hashable {
    /// The page before.
    var previous: Link?
    /// The page after.
    var next: Link?

    /// Makes neighbours; nothing where there are none.
    init?(previous: Link?, next: Link?) {
        guard previous != nil || next != nil else { return nil }
        self.previous = previous
        self.next = next
    }

    static let specimen = Neighbours(previous: .specimen, next: .specimen)
}

extension Neighbours: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "previous": .view(previous), "next": .view(next),
        ]
    }
}
