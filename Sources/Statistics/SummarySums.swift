/// The sums behind a summary, each in one pass over the values and rounded once.
///
/// Four values are added at a time; where the rounding is not certain, which is rare, the sum is made again exactly.
extension Summary {
    /// The mean of some values, at least one.
    static func mean(of values: [Double]) -> Double {
        var sum = LaneSum()
        forEachFour(of: values) { four, _ in sum.add(four) }
        return sum.joined(count: values.count).roundedMean ?? ExactSum.exactMean(values)
    }

    /// The sum of the squared deviations of values from a point.
    static func squaredDeviations(of values: [Double], from point: Double) -> Double {
        var sum = LaneSum()
        forEachFour(of: values) { four, isPresent in
            let deviation = four - point
            sum.add((deviation * deviation).replacing(with: 0, where: .!isPresent))
        }
        return sum.joined(count: values.count).rounded ?? ExactSum.exact(values.lazy.map { ($0 - point) * ($0 - point) }).value
    }

    /// The means of the values that lie nearer than `limit` to a point, or of all where there is no limit, and of one over each; nil
    /// where there is no such value.
    static func means(
        of values: [Double], within limit: Double?, of point: Double
    ) -> (mean: Double, meanOfInverses: Double)? {
        var (sum, inverses) = (LaneSum(), LaneSum())
        var counts = SIMD4<Double>.zero
        let isUnlimited = SIMDMask<SIMD4<Int64>>(repeating: limit == nil)
        let bound = limit ?? 0
        forEachFour(of: values) { four, isPresent in
            let deviation = four - point
            let isKept = isPresent .& (isUnlimited .| ((deviation .< bound) .& (deviation .> -bound)))
            sum.add(four.replacing(with: 0, where: .!isKept))
            inverses.add((1 / four).replacing(with: 0, where: .!isKept))
            counts += SIMD4<Double>.zero.replacing(with: 1, where: isKept)
        }
        let count = Int(counts.sum())
        guard count > 0 else { return nil }
        func kept() -> [Double] { values.filter { limit == nil || abs($0 - point) < bound } }
        return (
            sum.joined(count: count).roundedMean ?? ExactSum.exactMean(kept()),
            inverses.joined(count: count).roundedMean ?? ExactSum.exactMean(kept().map { 1 / $0 })
        )
    }

    /// Hands on the values four at a time, and which of the four there are; zeros stand for those beyond the end.
    @inline(__always)
    private static func forEachFour(of values: [Double], _ body: (SIMD4<Double>, SIMDMask<SIMD4<Int64>>) -> Void) {
        values.withUnsafeBufferPointer { values in
            let whole = values.count & ~3
            for index in stride(from: 0, to: whole, by: 4) {
                body(
                    SIMD4(values[index], values[index + 1], values[index + 2], values[index + 3]), SIMDMask(repeating: true))
            }
            let rest = values.count - whole
            guard rest > 0 else { return }
            func value(_ offset: Int) -> Double { offset < rest ? values[whole + offset] : 0 }
            body(SIMD4(value(0), value(1), value(2), 0), SIMD4<Int64>(0, 1, 2, 3) .< Int64(rest))
        }
    }
}
