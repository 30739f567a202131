/// Finding the two middle values of a list without sorting it.
///
/// Source: C. A. R. Hoare, "Algorithm 65: Find", Communications of the ACM 4 (1961). The only file that reorders values in memory of
/// its own; no pointer leaves it.
extension Summary.Middle {
    /// Longer lists are sorted: selection is quadratic where the values stand in the worst order.
    private static let longestSelection = 128

    /// The middle of values in any order; nil without values.
    ///
    /// O(n) on average up to 128 values, O(n log n) beyond.
    init?(of values: [Double]) {
        guard !values.isEmpty else { return nil }
        guard values.count <= Summary.Middle.longestSelection else {
            self.init(ofSorted: values.sorted())
            return
        }
        let (lower, upper) = withUnsafeTemporaryAllocation(of: Double.self, capacity: values.count) { scratch in
            _ = scratch.initialize(fromContentsOf: values)
            return Summary.Middle.middle(of: scratch)
        }
        self.init(lower: lower, upper: upper)
    }

    private static func middle(of values: UnsafeMutableBufferPointer<Double>) -> (lower: Double, upper: Double) {
        let wanted = (values.count - 1) / 2
        var (low, high) = (0, values.count)
        while high - low > 1 {
            let pivot = values[(low + high) / 2]
            let first = partition(values, low, high) { $0 < pivot }
            if wanted < first {
                high = first
                continue
            }
            // What equals the pivot comes next, so that lists of few different values end here.
            let second = partition(values, first, high) { $0 <= pivot }
            if wanted < second {
                (low, high) = (wanted, wanted + 1)
                if wanted + 1 < second, values.count.isMultiple(of: 2) { return (pivot, pivot) }
            } else {
                low = second
            }
        }
        let lower = values[wanted]
        guard values.count.isMultiple(of: 2) else { return (lower, lower) }
        var upper = values[wanted + 1]
        for index in (wanted + 1)..<values.count { upper = min(upper, values[index]) }
        return (lower, upper)
    }

    /// Brings what passes to the front, and returns where it ends; without a branch on what passes, which nobody could foresee.
    @inline(__always)
    private static func partition(
        _ values: UnsafeMutableBufferPointer<Double>, _ low: Int, _ high: Int, _ passes: (Double) -> Bool
    ) -> Int {
        var end = low
        for index in low..<high {
            let value = values[index]
            values[index] = values[end]
            values[end] = value
            end += passes(value) ? 1 : 0
        }
        return end
    }
}
