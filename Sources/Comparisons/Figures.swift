/// What a listing shows of a comparison.
public struct Figures: Sendable, Hashable {
    /// The overall geometric mean, as ``Comparison/overallMean``.
    public let overallMean: Double?
    /// How many benchmarks count for the overall mean.
    public let overallCount: Int
    /// The performance test where it could be made.
    public let performanceTest: PerformanceTest?
    /// The memory change, as ``Comparison/memoryChange``.
    public let memoryChange: Double?

    /// Makes figures.
    public init(overallMean: Double?, overallCount: Int, performanceTest: PerformanceTest?, memoryChange: Double?) {
        self.overallMean = overallMean
        self.overallCount = overallCount
        self.performanceTest = performanceTest
        self.memoryChange = memoryChange
    }

    /// The figures of a comparison.
    public init(_ comparison: Comparison) {
        self.init(
            overallMean: comparison.overallMean, overallCount: comparison.overallCount,
            performanceTest: comparison.madePerformanceTest,
            memoryChange: comparison.memoryChange)
    }
}
