import Statistics

/// The overall mean of times of a comparison, the one that its report prints, with its doubt.
struct OverallTime {
    /// Nil where no benchmark counts, or the mean is no number.
    let estimate: Estimate?
    /// How many benchmarks count.
    let count: Int
    /// The benchmark without which a clear result would be lost, or turned round; nil where there is none, or few benchmarks count.
    let driver: Driver?

    /// A benchmark that decides alone.
    struct Driver {
        let benchmark: Int
        let isOpposite: Bool
    }

    /// O(k).
    ///
    /// - Parameter judged: what is said of the single benchmarks
    init(_ head: Judge.Party, _ base: Judge.Party, judged: [Estimate], isExcluded: [Bool]) {
        var (benchmarks, logarithms): ([Int], [Double]) = ([], [])
        MeasureColumn.forEachCommon(head.column.time, base.column.time) { benchmark, left, right in
            guard !isExcluded[benchmark],
                let factor = OverallMean.logFactor(base: base.column.summary(at: right), head: head.column.summary(at: left))
            else { return }
            benchmarks.append(benchmark)
            logarithms.append(factor)
        }
        count = logarithms.count
        guard let mean = GeometricMean.logarithm(ofLogarithms: logarithms), mean.isFinite else {
            (estimate, driver) = (nil, nil)
            return
        }
        let estimate = Estimate(
            logRatio: mean, deviation: Judge.overallDeviation(head.time, base.time, count: logarithms.count, judged: judged))
        self.estimate = estimate
        driver = OverallTime.driver(estimate, benchmarks, logarithms)
    }

    /// The first of the benchmarks with the largest factor, where the mean of the others says something else.
    private static func driver(_ estimate: Estimate, _ benchmarks: [Int], _ logarithms: [Double]) -> Driver? {
        guard benchmarks.count >= Verdict.fewestBenchmarks else { return nil }
        var largest = 0
        for position in logarithms.indices where abs(logarithms[position]) > abs(logarithms[largest]) { largest = position }
        let count = Double(logarithms.count)
        let rest = (count * estimate.logRatio - logarithms[largest]) / (count - 1)
        if abs(rest) <= estimate.halfWidth { return Driver(benchmark: benchmarks[largest], isOpposite: false) }
        return (rest < 0) != (estimate.logRatio < 0) ? Driver(benchmark: benchmarks[largest], isOpposite: true) : nil
    }
}
