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

    /// The positions of the rows, the most improved first; equal ones in the order of the baseline's file.
    public let orderByRatio: [Int]

    /// The line of one benchmark.
    public struct Row: Sendable, Hashable {
        /// The baseline's sample.
        public let base: SampleDigest
        /// The head's sample.
        public let head: SampleDigest
        /// The two means' ratio.
        public let ratio: Ratio
        /// The classic t-test's statistic, positive where the head is faster; nil where the two samples cannot be tested.
        public let score: Double?
        /// Whether the classic t-test tells the two samples apart.
        public let isSignificant: Bool
        /// Whether the configuration excludes it from all figures over the whole of the comparison.
        public let isExcluded: Bool

        /// The benchmark's name.
        public var benchmark: String { base.benchmark }
        /// The tags it has in the baseline's file.
        public var tags: [String] { base.tags }
        /// What the means count.
        public var unit: Sample.Unit { base.unit }
        /// The baseline's mean.
        public var baseMean: Double { base.summary.mean }
        /// The head's mean.
        public var headMean: Double { head.summary.mean }
    }

    /// The common benchmarks' tags, sorted by code point, each with the positions of its rows in the order of ``orderByRatio``.
    ///
    /// O(k) in the number of rows with their tags.
    public var rowsByTag: [(tag: String, rows: [Int])] {
        var rowsOfTag: [String: [Int]] = [:]
        for position in orderByRatio {
            for tag in rows[position].tags { rowsOfTag[tag, default: []].appendUnlessLast(position) }
        }
        return rowsOfTag.sorted { $0.key.precedes($1.key) }.map { ($0.key, $0.value) }
    }

    /// The performance test where it could be made.
    public var madePerformanceTest: PerformanceTest? {
        switch performanceTest {
        case .success(let test): return test
        case .failure: return nil
        }
    }
}

extension [Int] {
    /// A tag that a sample holds twice is one tag.
    fileprivate mutating func appendUnlessLast(_ position: Int) {
        if last != position { append(position) }
    }
}

/// How sure it is, over all benchmarks together, that a head is faster or slower.
public typealias PerformanceTest = HierarchicalPerformanceTest
