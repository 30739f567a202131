#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The logarithm of a mean, with the doubt that its own groups of values leave about it.
public struct LogMean: Sendable, Hashable {
    /// The natural logarithm of the mean of all values.
    public let value: Double
    /// The squared standard error of the mean of the groups' logarithms; 0 for a single value and for equal ones.
    public let squaredError: Double

    /// Makes a mean that was computed before.
    public init(value: Double, squaredError: Double) {
        self.value = value
        self.squaredError = squaredError
    }

    /// The mean of values that came in groups.
    ///
    /// The groups' means are the units: what one process measures three times says less than what three processes measure once
    /// (Kalibera & Jones, Rigorous benchmarking in reasonable time, 2013). Where there is but one group, its values are the units.
    /// O(n).
    ///
    /// - Parameters:
    ///   - values: positive finite numbers
    ///   - mean: their mean
    ///   - groupSizes: how many values each group holds, in order; empty groups count for nothing, and where the sizes do not add up
    ///     to the number of values, each value is a unit
    public init(of values: [Double], mean: Double, groupSizes: [Int]) {
        value = log(mean)
        squaredError = LogMean.withUnits(of: values, groupSizes: groupSizes) { LogMean.squaredError(of: $0) }
    }

    /// Hands the means of the groups to `body`, or the values themselves where there is but one group.
    private static func withUnits(
        of values: [Double], groupSizes: [Int], _ body: (UnsafeMutableBufferPointer<Double>) -> Double
    ) -> Double {
        let areGroups = groupSizes.allSatisfy { $0 >= 0 } && groupSizes.reduce(0, +) == values.count
        let groups = areGroups ? groupSizes.count { $0 > 0 } : 0
        let count = groups < 2 ? values.count : groups
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { units in
            if groups < 2 {
                _ = units.initialize(fromContentsOf: values)
            } else {
                var (start, unit) = (0, 0)
                for size in groupSizes where size > 0 {
                    var sum = 0.0
                    for index in start..<(start + size) { sum += values[index] }
                    units.initializeElement(at: unit, to: sum / Double(size))
                    (start, unit) = (start + size, unit + 1)
                }
            }
            return body(units)
        }
    }

    /// Σ(l − l̄)² ÷ (k − 1) ÷ k of the units' logarithms l, which take the units' places.
    private static func squaredError(of units: UnsafeMutableBufferPointer<Double>) -> Double {
        guard units.count > 1, let first = units.first else { return 0 }
        // Logarithms relative to the first: equal units give exactly 0.
        var (sum, squares) = (0.0, 0.0)
        for index in units.indices {
            units[index] = log(units[index] / first)
            sum += units[index]
        }
        let centre = sum / Double(units.count)
        for value in units { squares += (value - centre) * (value - centre) }
        return squares / Double(units.count - 1) / Double(units.count)
    }
}
