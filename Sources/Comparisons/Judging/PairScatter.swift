import Statistics

/// How far two runs of nearly the same code lie apart in one measure.
struct PairScatter {
    /// The size of the difference of each common benchmark's logarithms.
    let benchmarks: [(benchmark: Int, size: Double)]
    /// The size of the overall mean's logarithm; nil where too few benchmarks count for it.
    let overall: Double?

    /// The scatter of times; the overall mean is the one that reports print.
    static func time(head: RunColumn, base: RunColumn, isExcluded: [Bool]) -> PairScatter {
        var benchmarks: [(benchmark: Int, size: Double)] = []
        var factors: [Double] = []
        benchmarks.reserveCapacity(head.time.benchmarks.count)
        factors.reserveCapacity(head.time.benchmarks.count)
        MeasureColumn.forEachCommon(head.time, base.time) { benchmark, left, right in
            benchmarks.append((benchmark, abs(head.time.mean(at: left).value - base.time.mean(at: right).value)))
            guard !isExcluded[benchmark] else { return }
            if let factor = OverallMean.logFactor(base: base.summary(at: right), head: head.summary(at: left)) {
                factors.append(factor)
            }
        }
        return PairScatter(benchmarks, GeometricMean.logarithm(ofLogarithms: factors), count: factors.count)
    }

    /// The scatter of memory; the overall mean is the plain mean of the benchmarks' logarithms.
    static func memory(head: RunColumn, base: RunColumn, isExcluded: [Bool]) -> PairScatter {
        var benchmarks: [(benchmark: Int, size: Double)] = []
        var changes: [Double] = []
        benchmarks.reserveCapacity(head.memory.benchmarks.count)
        changes.reserveCapacity(head.memory.benchmarks.count)
        MeasureColumn.forEachCommon(head.memory, base.memory) { benchmark, left, right in
            let change = head.memory.mean(at: left).value - base.memory.mean(at: right).value
            benchmarks.append((benchmark, abs(change)))
            if !isExcluded[benchmark] { changes.append(change) }
        }
        return PairScatter(benchmarks, ExactSum.mean(of: changes), count: changes.count)
    }

    private init(_ benchmarks: [(benchmark: Int, size: Double)], _ overall: Double?, count: Int) {
        self.benchmarks = benchmarks
        let counts = count >= NoisePairs.fewestBenchmarks
        self.overall = counts ? overall.flatMap { $0.isFinite ? abs($0) : nil } : nil
    }
}
