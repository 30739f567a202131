import Archive
import Statistics

/// Compares runs.
public struct Comparer: Sendable {
    private let excluded: Set<String>

    /// Makes a comparer that leaves some benchmarks out of the figures over a whole comparison.
    public init(excludedBenchmarks: Set<String>) { excluded = excludedBenchmarks }

    /// Why a pair cannot be compared; nil where it can.
    ///
    /// O(benchmarks).
    public func problem(of pair: Pair) -> Problem? {
        pair.head.samples.contains { pair.base.positions[$0.benchmark] != nil } ? nil : Comparer.nothingInCommon(pair)
    }

    private static func nothingInCommon(_ pair: Pair) -> Problem {
        Problem(
            .error, file: pair.head.file, "This run has no benchmark in common with its baseline \(pair.base.file).",
            hint: "Nothing was compared for \(pair.label); run the same benchmarks on both.")
    }

    /// Compares a pair; fails with a problem where the two runs have no benchmark in common.
    ///
    /// O(k log k) in the number of benchmarks.
    public func comparison(of pair: Pair) throws(Problem) -> Comparison {
        let matching = Matching(pair)
        guard !matching.common.isEmpty else { throw Comparer.nothingInCommon(pair) }
        let rows = matching.common.map(row)
        let counted = rows.filter { !$0.isExcluded }
        let factors = counted.compactMap { OverallMean.factor(base: $0.base.summary, head: $0.head.summary) }
        return Comparison(
            pair: pair, rows: rows, missing: Comparer.sorted(matching.missing), new: Comparer.sorted(matching.new),
            overallMean: GeometricMean.of(factors), overallCount: factors.count,
            performanceTest: Comparer.performanceTest(counted), memoryChange: memoryChange(pair, counted),
            orderByRatio: Comparer.orderByRatio(rows))
    }

    private func row(base: SampleDigest, head: SampleDigest) -> Comparison.Row {
        let test = Comparer.test(base.summary, head.summary)
        return Comparison.Row(
            base: base, head: head, ratio: Ratio(baseline: base.summary.mean, head: head.summary.mean), score: test.score,
            isSignificant: test.isSignificant, isExcluded: excluded.contains(base.benchmark))
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

    private static func performanceTest(_ rows: [Comparison.Row]) -> Result<PerformanceTest, PerformanceTest.Refusal> {
        let pairs = rows.map {
            PerformanceTest.Pair(
                head: $0.head.values, headSummary: $0.head.summary, baseline: $0.base.values, baselineSummary: $0.base.summary)
        }
        return Result { () throws(PerformanceTest.Refusal) in try PerformanceTest(pairs) }
    }

    private func memoryChange(_ pair: Pair, _ rows: [Comparison.Row]) -> Double? {
        guard pair.knowsMemory else { return nil }
        let factors = rows.compactMap { row -> Double? in
            guard let base = row.base.memory, let head = row.head.memory else { return nil }
            switch MeanRatio.outcome(of: head, over: base) {
            case .significant(let factor): return factor
            case .insignificant, .incomparable: return nil
            }
        }
        return factors.isEmpty ? nil : ExactSum.of(factors) / Double(factors.count)
    }

    private static func sorted(_ names: some Sequence<String>) -> [String] {
        names.sorted { $0.precedes($1) }
    }
}

extension Pair {
    /// Whether the memory of both runs is known, and is the same quantity.
    var knowsMemory: Bool {
        head.machine.memorySystem(platform: head.metadata.platform) != .windows && head.content.knowsMemoryUnit
            && base.content.knowsMemoryUnit
    }
}

/// The samples of two runs, put side by side.
private struct Matching {
    /// The samples of the benchmarks that both runs have, in the order of the baseline's file.
    private(set) var common: [(base: SampleDigest, head: SampleDigest)] = []
    /// The benchmarks of the baseline alone.
    private(set) var missing: [String] = []
    /// The benchmarks of the head alone.
    private(set) var new: [String] = []

    init(_ pair: Pair) {
        let heads = pair.head.samples
        let namesAreUnique = pair.head.positions.count == heads.count
        var isMatched = [Bool](repeating: false, count: heads.count)
        var next = 0
        common.reserveCapacity(pair.base.samples.count)
        for base in pair.base.samples {
            // Most runs hold the same benchmarks in the same order, so the next one is mostly the one.
            let isNext = namesAreUnique && next < heads.count && heads[next].benchmark == base.benchmark
            guard let position = isNext ? next : pair.head.positions[base.benchmark] else {
                missing.append(base.benchmark)
                continue
            }
            common.append((base, heads[position]))
            isMatched[position] = true
            next = position + 1
        }
        for (head, isMatched) in zip(heads, isMatched) where !isMatched && pair.base.positions[head.benchmark] == nil {
            new.append(head.benchmark)
        }
    }
}
