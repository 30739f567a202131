/// A sum of doubles without rounding errors: the partial sums it keeps are exact, and the total is rounded once.
///
/// Source: J. R. Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric predicates", Discrete &
/// Computational Geometry 18 (1997), as in Python's `math.fsum`. Values must be finite. O(values × partials); there are rarely more
/// than three partials.
public struct ExactSum: Sendable {
    private var partials: [Double] = []

    /// The empty sum.
    public init() {
        partials.reserveCapacity(8)
    }

    /// Adds one value.
    public mutating func add(_ value: Double) {
        var rest = value
        var kept = 0
        for index in partials.indices {
            var (large, small) = (rest, partials[index])
            if abs(large) < abs(small) { swap(&large, &small) }
            let sum = large + small
            let error = small - (sum - large)
            if error != 0 {
                partials[kept] = error
                kept += 1
            }
            rest = sum
        }
        partials.removeLast(partials.count - kept)
        partials.append(rest)
    }

    /// The sum, correctly rounded: to nearest, ties to even.
    public var value: Double {
        guard var sum = partials.last else { return 0 }
        var index = partials.count - 1
        var error = 0.0
        while index > 0 {
            index -= 1
            let (large, small) = (sum, partials[index])
            sum = large + small
            error = small - (sum - large)
            if error != 0 { break }
        }
        guard index > 0, (error < 0) == (partials[index - 1] < 0) else { return sum }
        // The rest lies on the same side as the error: half a unit in the last place has to be rounded away from it.
        let doubled = error * 2
        let rounded = sum + doubled
        return doubled == rounded - sum ? rounded : sum
    }

    /// The sum of some values, correctly rounded.
    public static func of(_ values: [Double]) -> Double {
        CompensatedSum(values).rounded ?? exact(values).value
    }

    /// The arithmetic mean of some values, rounded once; nil without values.
    ///
    /// The rounded sum divided by the count can miss by a unit in the last place, even where all values are equal: 60 times 0.015
    /// gives 0.014999999999999998. O(values).
    public static func mean(of values: [Double]) -> Double? {
        values.isEmpty ? nil : CompensatedSum(values).roundedMean ?? exactMean(values)
    }

    /// The sum of some values, for where nothing quicker is certain.
    static func exact(_ values: some Sequence<Double>) -> ExactSum {
        var sum = ExactSum()
        for value in values { sum.add(value) }
        return sum
    }

    /// The mean of some values, at least one, for where nothing quicker is certain.
    ///
    /// What is left over the rounded mean is summed and shared out again.
    static func exactMean(_ values: some Collection<Double>) -> Double {
        let count = Double(values.count)
        let mean = exact(values).value / count
        var rest = ExactSum()
        for value in values {
            rest.add(value)
            rest.add(-mean)
        }
        return mean + rest.value / count
    }
}
