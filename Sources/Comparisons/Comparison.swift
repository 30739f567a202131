import Archive
import Statistics

/// What a head says against its baseline.
public struct Comparison: Sendable {
    /// What is compared.
    public let pair: Pair
    /// The common benchmarks in the order of the baseline's file; never empty.
    public let rows: [Row]
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

    let alignment: Alignment

    /// The line of one benchmark: numbers alone, for there are hundreds of thousands of them.
    public struct Row: Sendable, Hashable {
        /// Where the baseline's sample stands among those of its run.
        public let base: Int
        /// Where the head's sample stands among those of its run.
        public let head: Int
        /// The two means' ratio.
        public let ratio: Ratio
        /// The classic t-test's statistic, positive where the head is faster; nil where the two samples cannot be tested.
        public let score: Double?
        /// Whether the classic t-test tells the two samples apart.
        public let isSignificant: Bool
        /// Whether the configuration excludes it from all figures over the whole of the comparison.
        public let isExcluded: Bool
    }

    /// The names of the rows' benchmarks, in the order of the rows.
    public var benchmarks: [String] { alignment.names }
    /// The positions of the rows in code-point order of their benchmarks.
    public var orderByName: [Int] { alignment.orderByName }
    /// The benchmarks of the baseline alone, sorted by code point.
    public var missing: [String] { alignment.missing }
    /// The benchmarks of the head alone, sorted by code point.
    public var new: [String] { alignment.new }

    /// The common benchmarks' tags, sorted by code point, each with the positions of its rows in the order of ``orderByRatio``.
    ///
    /// O(k) in the number of rows with their tags.
    public var rowsByTag: [(tag: String, rows: [Int])] {
        var rows = Array(repeating: [Int](), count: alignment.tags.count)
        for position in orderByRatio {
            for tag in alignment.tagsOfRow[position] { rows[tag].append(position) }
        }
        return zip(alignment.tags, rows).map { ($0, $1) }
    }

    /// The performance test where it could be made.
    public var madePerformanceTest: PerformanceTest? {
        switch performanceTest {
        case .success(let test): return test
        case .failure: return nil
        }
    }
}

/// How sure it is, over all benchmarks together, that a head is faster or slower.
public typealias PerformanceTest = HierarchicalPerformanceTest
