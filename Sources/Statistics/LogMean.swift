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
        var units = LogMean.means(of: values, groupSizes: groupSizes)
        if units.count < 2 { units = values }
        squaredError = LogMean.squaredError(of: units)
    }

    private static func means(of values: [Double], groupSizes: [Int]) -> [Double] {
        guard groupSizes.allSatisfy({ $0 >= 0 }), groupSizes.reduce(0, +) == values.count else { return values }
        var means: [Double] = []
        means.reserveCapacity(groupSizes.count)
        var start = 0
        for size in groupSizes where size > 0 {
            var sum = 0.0
            for index in start..<(start + size) { sum += values[index] }
            means.append(sum / Double(size))
            start += size
        }
        return means
    }

    /// Σ(l − l̄)² ÷ (k − 1) ÷ k of the units' logarithms l.
    private static func squaredError(of units: consuming [Double]) -> Double {
        guard units.count > 1, let first = units.first else { return 0 }
        // Logarithms relative to the first: equal units give exactly 0.
        var (sum, squares) = (0.0, 0.0)
        var logs = units
        for index in logs.indices {
            logs[index] = log(logs[index] / first)
            sum += logs[index]
        }
        let centre = sum / Double(logs.count)
        for value in logs { squares += (value - centre) * (value - centre) }
        return squares / Double(logs.count - 1) / Double(logs.count)
    }
}
