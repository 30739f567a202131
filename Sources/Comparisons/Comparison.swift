import Archive
import Statistics

/// What a head says against its baseline.
public struct Comparison: Sendable, Hashable {
    /// What is compared.
    public let pair: Pair
    /// The common benchmarks in the order of the baseline's file; never empty.
    public let rows: [Row]
    /// The benchmarks of the baseline alone, sorted by code point.
    public let missing: [String]
    /// The benchmarks of the head alone, sorted by code point.
    public let new: [String]
    /// The overall geometric mean of baseline time ÷ head time, insignificant results as 1; nil where no benchmark counts.
    public let overallMean: Double?
    /// How many benchmarks count for the overall mean.
    public let overallCount: Int
    /// How sure it is that the head is faster or slower.
    public let performanceTest: Result<PerformanceTest, PerformanceTest.Refusal>
    /// The mean of head memory ÷ baseline memory over the benchmarks whose memory differs; nil where that is unknown.
    public let memoryChange: Double?

    /// The line of one benchmark.
    public struct Row: Sendable, Hashable {
        /// The benchmark's name.
        public let benchmark: String
        /// The tags it has in the baseline's file.
        public let tags: [String]
        /// What the means count.
        public let unit: Sample.Unit
        /// The baseline's mean.
        public let baseMean: Double
        /// The head's mean.
        public let headMean: Double
        /// The two means' ratio.
        public let ratio: Ratio
        /// Whether the classic t-test tells the two samples apart.
        public let isSignificant: Bool
        /// Whether the configuration excludes it from all figures over the whole of the comparison.
        public let isExcluded: Bool
    }

    /// The common benchmarks' tags, sorted by code point.
    public var tags: [String] {
        Set(rows.flatMap(\.tags)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The positions of the rows, the most improved first; equal ones in the order of the baseline's file.
    ///
    /// O(k log k).
    public var orderByRatio: [Int] {
        rows.map(\.ratio.slowdown).enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }.map(\.offset)
    }

    /// The rows, the most improved benchmark first; equal ones in the order of the baseline's file.
    ///
    /// O(k log k).
    public var rowsByRatio: [Row] {
        orderByRatio.map { rows[$0] }
    }

    /// The performance test where it could be made.
    public var madePerformanceTest: PerformanceTest? {
        switch performanceTest {
        case .success(let test): return test
        case .failure: return nil
        }
    }

    /// The geometric mean of the rows' ratios, insignificant ones as they are; nil without rows.
    public static func meanRatio(of rows: [Row]) -> Ratio? {
        GeometricMean.of(rows.map(\.ratio.slowdown)).map { Ratio(slowdown: $0) }
    }
}

/// How sure it is, over all benchmarks together, that a head is faster or slower.
public typealias PerformanceTest = HierarchicalPerformanceTest
