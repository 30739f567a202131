#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A sum with its rounding error beside it, several times as fast as an exact one, which knows whether its rounding is certain.
///
/// Source: T. Ogita, S. M. Rump, S. Oishi, "Accurate sum and dot product", SIAM Journal on Scientific Computing 26 (2005): the error
/// of n additions is at most (n·u)² times the sum of sizes, with u = 2⁻⁵³.
struct CompensatedSum {
    private var high = 0.0
    private var low = 0.0
    private var size = 0.0
    private var count = 0.0

    /// Sums some values.
    init(_ values: [Double]) {
        for value in values { add(value) }
    }

    /// Joins sums that were made side by side.
    ///
    /// - Parameters:
    ///   - parts: the sums
    ///   - low: the sum of their rounding errors
    ///   - size: the sum of the sizes of all values
    ///   - count: how many values there are
    init(parts: SIMD4<Double>, low: Double, size: Double, count: Int) {
        self.init([])
        for index in 0..<4 { add(parts[index]) }
        self.low += low
        self.size = size
        self.count = Double(count)
    }

    @inline(__always)
    private mutating func add(_ value: Double) {
        let sum = high + value
        let part = sum - high
        low += (high - (sum - part)) + (value - part)
        high = sum
        size += abs(value)
        count += 1
    }

    /// The correctly rounded sum; nil where it lies too near to the middle of two numbers to be certain.
    var rounded: Double? { CompensatedSum.rounded(high, low, error: error) }

    /// The correctly rounded mean; nil where it lies too near to the middle of two numbers to be certain, or there are no values.
    var roundedMean: Double? {
        let quotient = high / count
        let rest = fma(-quotient, count, high) + low
        return CompensatedSum.rounded(quotient, rest / count, error: 2 * error / count)
    }

    private var error: Double { count * count * size * 0x1p-106 }

    /// high + low, rounded, where neither the error nor the rounding of low can change it.
    private static func rounded(_ high: Double, _ low: Double, error: Double) -> Double? {
        let sum = high + low
        let rest = abs((high - sum) + low)
        // Below a power of two numbers lie half as far apart, and the middle between two is a quarter away.
        let margin = min(abs(rest - sum.ulp / 2), abs(rest - sum.ulp / 4))
        return margin > error + sum.ulp * 0x1p-20 ? sum : nil
    }
}
