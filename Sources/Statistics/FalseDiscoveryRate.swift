/// Which of many tests may be believed, when a part of those that are must be allowed to be wrong.
public enum FalseDiscoveryRate {
    /// The largest probability that still counts as a discovery; nil where none does.
    ///
    /// The probabilities are ordered, and the cut is the last pᵢ with pᵢ ≤ `rate` · i ÷ `count`; every test up to it is believed, also
    /// where an earlier one missed its own limit. O(n log n) in the probabilities that lie within `rate`.
    ///
    /// Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57
    /// (1995).
    ///
    /// - Parameters:
    ///   - probabilities: of a chance result at least as strange; those above `rate` may be left out, since none can be the cut
    ///   - count: how many tests were made, those left out included
    ///   - rate: the share of believed tests that may be wrong
    public static func cut(_ probabilities: [Double], of count: Int, rate: Double = 0.05) -> Double? {
        let sorted = probabilities.filter { $0 <= rate }.sorted()
        let last = sorted.indices.last { sorted[$0] <= rate * Double($0 + 1) / Double(count) }
        return last.map { sorted[$0] }
    }
}
