import Archive
import TestSupport
import Testing

@testable import Comparisons

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An archive whose truth is known: daily runs of code that never changes, each off by the noise of its build, and one pair of runs
/// between which some benchmarks changed by a known size.
struct SimulatedArchive {
    /// The standard deviation of one run for each benchmark.
    let deviations: [Double]
    /// What all benchmarks of one run share besides.
    let shared = 0.002
    private var generator: SeededGenerator

    /// Makes the noise of the benchmarks: each of its own size around 1 %.
    init(seed: UInt64, benchmarks: Int = 90) {
        var generator = SeededGenerator(seed: seed)
        deviations = (0..<benchmarks).map { _ in 0.01 * exp(0.35 * SimulatedArchive.normal(&generator)) }
        self.generator = generator
    }

    /// A number of the standard normal distribution, by the method of Box and Muller.
    private static func normal(_ generator: inout SeededGenerator) -> Double {
        let radius = (-2 * log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator))).squareRoot()
        return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &generator))
    }

    /// A number of Student's distribution with 4 degrees of freedom: the noise of real machines has tails as heavy as that.
    private static func heavy(_ generator: inout SeededGenerator) -> Double {
        let draws = (0..<2).map { _ in log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator)) }
        return normal(&generator) / (-(draws[0] + draws[1]) / 2).squareRoot()
    }

    /// The logarithms of one run's times, all of them 0 but for the noise.
    private mutating func run() -> [Double] {
        let shift = shared * SimulatedArchive.heavy(&generator)
        return deviations.map { shift + $0 * SimulatedArchive.heavy(&generator) }
    }

    /// A judge that learnt from so many days, with pairs of runs between which the code changed.
    ///
    /// - Parameters:
    ///   - pairs: how many pairs
    ///   - changes: how much faster each benchmark became, as logarithms; none where it is empty
    mutating func judge(days: Int = 28, pairs count: Int, changes: [Double] = []) throws -> (judge: Judge, pairs: [Pair]) {
        let history = MadeHistory()
        var runs = try (0..<days).map { day in
            try history.run("day\(1000 + day)", run(), date: "2024-06-\(day < 9 ? "0" : "")\(day + 1)T12:00:00Z")
        }
        let pairs = try (0..<count).map { index in
            let base = try history.run("b\(100_000 + index)", run())
            let after = zip(run(), changes.isEmpty ? same(0, deviations.count) : changes).map { $0 - $1 }
            return Pair(label: "base", head: try history.run("h\(100_000 + index)", after), base: base)
        }
        runs += pairs.flatMap { [$0.base, $0.head] }
        return (Judge(runs: runs, excludedBenchmarks: []), pairs)
    }
}
