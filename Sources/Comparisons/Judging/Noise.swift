import Archive
import Statistics

/// How far one run lies from the next of the same code, in one measure, on one machine and with one set of flags.
public struct Noise: Sendable {
    /// Whether the machine has no history yet, so that the noise is a guess.
    public let isAssumed: Bool
    /// The standard deviation of one run's overall mean, as a logarithm.
    public let overallDeviation: Double
    /// The middle one of the benchmarks' standard deviations, as a logarithm.
    public let typicalDeviation: Double
    /// How many pairs of the build's own runs it was learnt from.
    public let pairs: Int
    /// Whether these were too few, so that benchmarks have the noise of all builds of the machine.
    public let isBorrowed: Bool
    /// The square of one run's standard deviation for each benchmark of the archive.
    let variances: [Double]

    /// Adds everything that a verdict takes from it.
    func add(to writer: inout ByteWriter) {
        writer.write(isAssumed)
        writer.write(overallDeviation)
        writer.write(variances)
    }

    /// The square of ``overallDeviation``.
    var overallVariance: Double { overallDeviation * overallDeviation }

    /// The change that a typical benchmark shows between two such runs of the same code, with 95 % certainty no more: 0.032 is 3.2 %.
    public var typicalChange: Double { Noise.change(typicalDeviation) }

    /// The same of the overall mean.
    public var overallChange: Double { Noise.change(overallDeviation) }

    /// Two runs differ by twice the variance of one.
    private static func change(_ deviation: Double) -> Double {
        Estimate(logRatio: 0, deviation: deviation * 2.0.squareRoot()).smallestVisibleChange
    }

    /// Fewer pairs than this say nothing about a build of its own.
    private static let fewestPairs = 3
    /// From so many pairs on a benchmark takes part in the typical one.
    private static let pairsOfTypical = 8

    /// Learns the noise of a build; from its machine's other builds where it has too few pairs of its own.
    ///
    /// O(p log p) in the benchmarks of all pairs.
    ///
    /// - Parameters:
    ///   - own: the pairs of the build
    ///   - machine: the pairs of all builds of the machine
    ///   - assumed: the variances of all benchmarks of the archive where nothing is known
    init(own: [PairScatter], machine: [PairScatter], assumed: [Double], measure: Measure) {
        let pairs = own.count >= Noise.fewestPairs ? own : machine
        self.pairs = own.count
        guard pairs.count >= Noise.fewestPairs, let benchmarks = BenchmarkNoise(pairs, count: assumed.count, measure: measure)
        else {
            isAssumed = true
            isBorrowed = false
            overallDeviation = measure.assumedOverallNoise
            typicalDeviation = measure.assumedNoise
            variances = assumed
            return
        }
        isAssumed = false
        isBorrowed = own.count < Noise.fewestPairs
        variances = benchmarks.variances
        typicalDeviation = benchmarks.typicalDeviation
        overallDeviation = Noise.overallDeviation(own: own, machine: machine, measure: measure)
    }

    private static func overallDeviation(own: [PairScatter], machine: [PairScatter], measure: Measure) -> Double {
        let sizes = own.compactMap(\.overall)
        guard let typical = RobustDeviation.of(sizes: machine.compactMap(\.overall)) else { return measure.assumedOverallNoise }
        let difference = RobustDeviation.shrunkenVariance(
            deviation: RobustDeviation.of(sizes: sizes) ?? 0, count: sizes.count, typical: typical)
        // Runs that are not told apart in the median must not make every later difference certain.
        return max((difference / 2).squareRoot(), measure.floor)
    }

    /// The noise of each benchmark, learnt from pairs.
    private struct BenchmarkNoise {
        let variances: [Double]
        let typicalDeviation: Double

        /// Nil where the pairs have no benchmark in common.
        init?(_ pairs: [PairScatter], count: Int, measure: Measure) {
            // No room ahead: names that one pair alone has must not take it for all pairs.
            var sizes = Array(repeating: [Double](), count: count)
            for pair in pairs {
                for (benchmark, size) in pair.benchmarks { sizes[benchmark].append(size) }
            }
            let deviations = sizes.map { RobustDeviation.of(sizes: $0) }
            let enough = min(Noise.pairsOfTypical, sizes.map(\.count).max() ?? 0)
            let steady = deviations.indices.compactMap { sizes[$0].count >= enough ? deviations[$0] : nil }
            guard let typical = RobustDeviation.median(steady) else { return nil }
            // Two runs differ by twice the variance of one.
            let variances = deviations.indices.map { benchmark in
                let difference = RobustDeviation.shrunkenVariance(
                    deviation: deviations[benchmark] ?? 0, count: sizes[benchmark].count, typical: typical)
                return max(difference / 2, measure.floor * measure.floor)
            }
            self.variances = variances
            let seen = variances.indices.filter { !sizes[$0].isEmpty }.map { variances[$0].squareRoot() }
            typicalDeviation = RobustDeviation.median(seen) ?? measure.assumedNoise
        }
    }
}
