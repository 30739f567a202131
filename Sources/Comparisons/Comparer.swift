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
        let (bases, heads) = (pair.base.samples, pair.head.samples)
        let common = bases.compactMap { base in pair.head.positions[base.benchmark].map { Match(base: base, head: heads[$0]) } }
        guard !common.isEmpty else { throw Comparer.nothingInCommon(pair) }
        let counted = common.filter { !excluded.contains($0.base.benchmark) }
        let factors = counted.compactMap { OverallMean.factor(base: $0.base.summary, head: $0.head.summary) }
        return Comparison(
            pair: pair, rows: common.map(row),
            missing: Comparer.sorted(bases.map(\.benchmark).filter { pair.head.positions[$0] == nil }),
            new: Comparer.sorted(heads.map(\.benchmark).filter { pair.base.positions[$0] == nil }),
            overallMean: GeometricMean.of(factors), overallCount: factors.count,
            performanceTest: Comparer.performanceTest(counted), memoryChange: memoryChange(pair, counted))
    }

    /// A benchmark that both runs have.
    private struct Match {
        let base: SampleDigest
        let head: SampleDigest
    }

    private func row(_ match: Match) -> Comparison.Row {
        let (base, head) = (match.base, match.head)
        return Comparison.Row(
            benchmark: base.benchmark, tags: base.tags, unit: base.unit, baseMean: base.summary.mean,
            headMean: head.summary.mean, ratio: Ratio(baseline: base.summary.mean, head: head.summary.mean),
            isSignificant: Comparer.isSignificant(base.summary, head.summary), isExcluded: excluded.contains(base.benchmark))
    }

    /// pyperf's rule: what cannot be tested counts as significant.
    private static func isSignificant(_ base: Summary, _ head: Summary) -> Bool {
        guard base.count == head.count else { return true }
        switch TTest.outcome(base, head) {
        case .noVariance: return true
        case .score(_, let isSignificant): return isSignificant
        }
    }

    private static func performanceTest(_ matches: [Match]) -> Result<PerformanceTest, PerformanceTest.Refusal> {
        let pairs = matches.compactMap {
            PerformanceTest.Pair(
                head: $0.head.values, headSummary: $0.head.summary, baseline: $0.base.values, baselineSummary: $0.base.summary)
        }
        return Result { () throws(PerformanceTest.Refusal) in try PerformanceTest(pairs) }
    }

    private func memoryChange(_ pair: Pair, _ matches: [Match]) -> Double? {
        guard pair.knowsMemory else { return nil }
        let factors = matches.compactMap { match -> Double? in
            guard let base = match.base.memory, let head = match.head.memory else { return nil }
            switch MeanRatio.outcome(of: head, over: base) {
            case .significant(let factor): return factor
            case .insignificant, .incomparable: return nil
            }
        }
        return factors.isEmpty ? nil : ExactSum.of(factors) / Double(factors.count)
    }

    private static func sorted(_ names: some Sequence<String>) -> [String] {
        names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

extension Pair {
    /// Whether the memory of both runs is known, and is the same quantity.
    var knowsMemory: Bool {
        head.machine.memorySystem(platform: head.metadata.platform) != .windows && head.content.knowsMemoryUnit
            && base.content.knowsMemoryUnit
    }
}
