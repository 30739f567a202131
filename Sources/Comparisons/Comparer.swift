import Archive
import Statistics

/// Compares runs.
public struct Comparer: Sendable {
    private let alignments: Alignments

    /// Makes a comparer that leaves some benchmarks out of the figures over a whole comparison.
    public init(excludedBenchmarks: Set<ExactText>) { alignments = Alignments(excluded: excludedBenchmarks) }

    /// Why a pair cannot be compared; nil where it can.
    ///
    /// O(1) where runs with the same benchmarks were held against each other before, else O(benchmarks).
    public func problem(of pair: Pair) -> Problem? {
        alignments.alignment(of: pair).places.isEmpty ? Comparer.nothingInCommon(pair) : nil
    }

    private static func nothingInCommon(_ pair: Pair) -> Problem {
        Problem(
            .error, file: pair.head.file, "This run has no benchmark in common with its baseline \(pair.base.file).",
            hint: "Nothing was compared for \(pair.label); run the same benchmarks on both.")
    }

    /// Compares a pair; fails with a problem where the two runs have no benchmark in common, or values that are asked for are gone.
    ///
    /// O(k log k) in the number of benchmarks.
    public func comparison(of pair: Pair) throws(Problem) -> Comparison {
        let alignment = alignments.alignment(of: pair)
        guard !alignment.places.isEmpty else { throw Comparer.nothingInCommon(pair) }
        let rows = Comparer.rows(pair, alignment)
        let counted = rows.filter { !$0.isExcluded }
        let (base, head) = (pair.base.samples.columns, pair.head.samples.columns)
        let factors = counted.compactMap { row in
            OverallMean.factor(base: base.summary(at: row.base), head: head.summary(at: row.head))
        }
        return Comparison(
            pair: pair, rows: rows, overallMean: GeometricMean.of(factors), overallCount: factors.count,
            performanceTest: try Comparer.performanceTest(pair, counted), memoryChange: Comparer.memoryChange(pair, counted),
            orderByRatio: Comparer.orderByRatio(rows), alignment: alignment)
    }

    private static func rows(_ pair: Pair, _ alignment: Alignment) -> [Comparison.Row] {
        let (bases, heads) = (pair.base.samples.columns, pair.head.samples.columns)
        return alignment.places.indices.map { index in
            let (base, head) = alignment.places[index]
            let (baseSummary, headSummary) = (bases.summary(at: base), heads.summary(at: head))
            let test = Comparer.test(baseSummary, headSummary)
            return Comparison.Row(
                base: base, head: head, ratio: Ratio(baseline: baseSummary.mean, head: headSummary.mean), score: test.score,
                isSignificant: test.isSignificant, isExcluded: alignment.isExcluded[index])
        }
    }

    private static func orderByRatio(_ rows: [Comparison.Row]) -> [Int] {
        let keys = rows.indices.map { (slowdown: rows[$0].ratio.slowdown, position: $0) }
        return keys.sorted { ($0.slowdown, $0.position) < ($1.slowdown, $1.position) }.map(\.position)
    }

    /// pyperf's rule: what cannot be tested counts as significant.
    private static func test(_ base: Summary, _ head: Summary) -> (score: Double?, isSignificant: Bool) {
        guard base.count == head.count else { return (nil, true) }
        switch TTest.outcome(base, head) {
        case .noVariance: return (nil, true)
        case .score(let score, let isSignificant): return (score, isSignificant)
        }
    }

    private static func performanceTest(
        _ pair: Pair, _ rows: [Comparison.Row]
    ) throws(Problem) -> Result<PerformanceTest, PerformanceTest.Refusal> {
        let (bases, heads) = (pair.base.samples.columns, pair.head.samples.columns)
        var pairs: [PerformanceTest.Pair] = []
        pairs.reserveCapacity(rows.count)
        for row in rows {
            pairs.append(
                try PerformanceTest.Pair(
                    headSummary: heads.summary(at: row.head), baselineSummary: bases.summary(at: row.base)
                ) { () throws(Problem) in
                    (try pair.head.values().values(at: row.head), try pair.base.values().values(at: row.base))
                })
        }
        return Result { () throws(PerformanceTest.Refusal) in try PerformanceTest(pairs) }
    }

    private static func memoryChange(_ pair: Pair, _ rows: [Comparison.Row]) -> Double? {
        guard pair.knowsMemory else { return nil }
        let (bases, heads) = (pair.base.samples.columns, pair.head.samples.columns)
        let factors = rows.compactMap { row -> Double? in
            guard let base = bases.memory(at: row.base), let head = heads.memory(at: row.head) else { return nil }
            switch MeanRatio.outcome(of: head, over: base) {
            case .significant(let factor): return factor
            case .insignificant, .incomparable: return nil
            }
        }
        return factors.isEmpty ? nil : ExactSum.of(factors) / Double(factors.count)
    }
}

extension Pair {
    /// Whether the memory of both runs is known, and is the same quantity.
    var knowsMemory: Bool {
        head.machine.memorySystem(platform: head.metadata.platform) != .windows && head.content.knowsMemoryUnit
            && base.content.knowsMemoryUnit
    }
}
