#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Statistics

/// How the benchmarks of a comparison count for its overall mean of times.
enum OverallMean {
    /// What one benchmark counts: baseline time ÷ head time, 1 where the two are not told apart; nil where it does not count.
    static func factor(base: Summary, head: Summary) -> Double? { MeanRatio.outcome(of: base, over: head).factor }

    /// The factor's natural logarithm.
    static func logFactor(base: Summary, head: Summary) -> Double? { factor(base: base, head: head).map { log($0) } }
}
