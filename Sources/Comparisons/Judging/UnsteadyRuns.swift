import Statistics

/// How much of each run varied more than usual, which is the one sign of a disturbed run that the run itself shows.
struct UnsteadyRuns: Sendable {
    /// The share of each run's benchmarks that varied three times more than usual; 0 for runs with too few benchmarks.
    let shares: [Double]

    /// From this share on a reader is told.
    static let limit = 0.1
    private static let fewestBenchmarks = 20
    private static let fewestRuns = 5
    private static let times = 3.0

    /// Learns from all runs of each build what is usual there, and holds each run against it.
    ///
    /// O(n log n) in the benchmarks of all runs.
    init(_ runs: [RunDigest], columns: [RunColumn], count: Int) {
        var shares = Array(repeating: 0.0, count: runs.count)
        for members in Dictionary(grouping: runs.indices, by: { Build(runs[$0]) }).values {
            let usual = UnsteadyRuns.usualErrors(members.map { columns[$0].time }, count: count)
            for run in members { shares[run] = UnsteadyRuns.share(of: columns[run].time, usual) }
        }
        self.shares = shares
    }

    /// The median standard error of each benchmark; no number, which nothing reaches, where too few runs hold it or it is 0.
    private static func usualErrors(_ columns: [MeasureColumn], count: Int) -> [Double] {
        // No room ahead: names that one run alone has must not take it for all runs.
        var errors = Array(repeating: [Double](), count: count)
        for column in columns {
            for (index, benchmark) in column.benchmarks.enumerated() {
                errors[Int(benchmark)].append(column.mean(at: index).squaredError.squareRoot())
            }
        }
        return errors.map { errors in
            guard errors.count >= fewestRuns, let median = RobustDeviation.median(errors), median > 0 else { return .nan }
            return median
        }
    }

    private static func share(of column: MeasureColumn, _ usual: [Double]) -> Double {
        let count = column.benchmarks.count
        guard count >= fewestBenchmarks else { return 0 }
        let unsteady = column.benchmarks.indices.count { index in
            column.mean(at: index).squaredError.squareRoot() >= times * usual[Int(column.benchmarks[index])]
        }
        return Double(unsteady) / Double(count)
    }
}
