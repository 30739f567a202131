/// What comparisons need to know about a list of positive values, computed once.
public struct Summary: Sendable, Hashable {
    /// The number of values, at least 1.
    public let count: Int
    /// The arithmetic mean, rounded once.
    public let mean: Double
    /// The exact sum of squared deviations from ``mean``, rounded.
    public let squaredDeviations: Double
    /// The mean of the values that trimming keeps.
    public let trimmedMean: Double
    /// The mean of one over each value that trimming keeps.
    public let trimmedMeanOfInverses: Double
    /// The lower and the upper of the two middle values; the same value twice where the count is odd.
    public let middle: Middle

    /// The two values between which the median lies.
    public struct Middle: Sendable, Hashable {
        /// The lower one.
        public let lower: Double
        /// The upper one.
        public let upper: Double

        /// Makes a middle.
        public init(lower: Double, upper: Double) {
            self.lower = lower
            self.upper = upper
        }

        /// The middle of values in ascending order; nil without values.
        public init?(ofSorted values: some RandomAccessCollection<Double>) {
            guard !values.isEmpty else { return nil }
            let start = values.startIndex
            lower = values[values.index(start, offsetBy: (values.count - 1) / 2)]
            upper = values[values.index(start, offsetBy: values.count / 2)]
        }

        /// The median of all values, each multiplied by `scale` before.
        public func median(scaledBy scale: Double = 1) -> Double { (lower * scale + upper * scale) / 2 }
    }

    /// Makes a summary from figures that were computed before.
    public init(
        count: Int, mean: Double, squaredDeviations: Double, trimmedMean: Double, trimmedMeanOfInverses: Double, middle: Middle
    ) {
        self.count = count
        self.mean = mean
        self.squaredDeviations = squaredDeviations
        self.trimmedMean = trimmedMean
        self.trimmedMeanOfInverses = trimmedMeanOfInverses
        self.middle = middle
    }

    /// Summarises values; nil without any.
    ///
    /// O(n) up to 128 values, O(n log n) beyond.
    ///
    /// Trimming drops values that lie two population standard deviations or more from the mean. Lists of up to three values, and
    /// lists of equal values, are not trimmed.
    public init?(_ values: [Double]) {
        guard let middle = Middle(of: values) else { return nil }
        let mean = Summary.mean(of: values)
        let squares = Summary.squaredDeviations(of: values, from: mean)
        let limit = 2 * (squares / Double(values.count)).squareRoot()
        let trims = values.count > Summary.untrimmedCount && limit > 0
        guard let kept = Summary.means(of: values, within: trims ? limit : nil, of: mean) else { return nil }
        self.init(
            count: values.count, mean: mean, squaredDeviations: squares, trimmedMean: kept.mean,
            trimmedMeanOfInverses: kept.meanOfInverses, middle: middle)
    }

    /// The sample's standard deviation; nil for a single value.
    public var standardDeviation: Double? { count > 1 ? (squaredDeviations / Double(count - 1)).squareRoot() : nil }

    /// Whether all values are equal, as far as their deviations from the mean can tell.
    public var isConstant: Bool { squaredDeviations == 0 }

    /// Up to this many values are neither tested nor trimmed.
    public static let untrimmedCount = 3
}
