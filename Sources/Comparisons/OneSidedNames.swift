import Archive

/// The benchmarks of a comparison that have no row, by what a reader has to be told of them.
///
/// A name whose values count another thing in the head is that of two benchmarks, and a report's form lists it on both sides.
public struct OneSidedNames: Sendable, Hashable {
    /// Those that the head does not have, in code-point order.
    public let missing: [String]
    /// Those that the baseline does not have, in code-point order.
    public let new: [String]
    /// Those that both have, in different units, in code-point order.
    public let inOtherUnit: [String]

    /// Sorts the names of a comparison.
    ///
    /// O(n).
    public init(_ comparison: Comparison) {
        let (missing, new) = (comparison.missing, comparison.new)
        let both = Set(missing.map { ExactText($0) }).intersection(new.map { ExactText($0) })
        func isOfBoth(_ name: String) -> Bool { both.contains(ExactText(name)) }
        self.missing = missing.filter { !isOfBoth($0) }
        self.new = new.filter { !isOfBoth($0) }
        inOtherUnit = missing.filter(isOfBoth)
    }
}
