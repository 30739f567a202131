/// Four sums side by side, each with its rounding error beside it, that become one: what a processor adds four at a time.
///
/// The steps are those of ``CompensatedSum``, whose bound on the error holds here too: a lane has a quarter of the additions, joining
/// the lanes has three more, and lanes that are filled up with zeros add nothing.
struct LaneSum {
    private var high = SIMD4<Double>.zero
    private var low = SIMD4<Double>.zero
    private var size = SIMD4<Double>.zero

    /// Adds one value to each lane.
    @inline(__always)
    mutating func add(_ value: SIMD4<Double>) {
        let sum = high + value
        let part = sum - high
        low += (high - (sum - part)) + (value - part)
        high = sum
        size += SIMD4(abs(value[0]), abs(value[1]), abs(value[2]), abs(value[3]))
    }

    /// The sum of all lanes, as one of `count` values.
    func joined(count: Int) -> CompensatedSum {
        CompensatedSum(
            parts: high, low: (low[0] + low[1]) + (low[2] + low[3]),
            size: (size[0] + size[1]) + (size[2] + size[3]), count: count)
    }
}
