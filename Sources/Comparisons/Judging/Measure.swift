#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Statistics

/// A quantity that is judged: its limits of practical size, and what its noise is taken for where a machine has no history.
struct Measure: Sendable {
    /// Above 0 where a larger logarithm in the head than in the baseline is an improvement, as the estimate counts it.
    let signOfHead: Double
    /// Which of the two words stands for an estimate above 0.
    let wordAbove: VerdictWord
    /// The least change of one benchmark that is called one, as a logarithm.
    let leastChange: Double
    /// Where the interval of a benchmark lies within this, a change of practical size is ruled out.
    let sameWithin: Double
    /// The same for the overall mean.
    let overallSameWithin: Double
    /// The least standard deviation that one run can have.
    let floor: Double
    /// What one run's standard deviation is taken for where there is no history.
    let assumedNoise: Double
    /// The same of the overall mean.
    let assumedOverallNoise: Double

    /// Time: below 5 % nobody can rule out a change of a single benchmark on the machines of the field.
    static let time = Measure(
        signOfHead: -1, wordAbove: .faster, leastChange: log(1.01), sameWithin: log(1.05), overallSameWithin: log(1.02),
        floor: 0.001,
        assumedNoise: 0.01, assumedOverallNoise: 0.005)
    /// Memory is far quieter.
    static let memory = Measure(
        signOfHead: 1, wordAbove: .slower, leastChange: log(1.01), sameWithin: log(1.01), overallSameWithin: log(1.01),
        floor: 0.0002,
        assumedNoise: 0.003, assumedOverallNoise: 0.002)

    /// The word for an estimate that is clear.
    func word(of logRatio: Double) -> VerdictWord {
        let below: VerdictWord = wordAbove == .faster ? .slower : .faster
        return logRatio > 0 ? wordAbove : below
    }

    /// The word for an overall mean; where there is none, nothing is clear.
    func overallWord(_ estimate: Estimate?) -> VerdictWord {
        guard let estimate else { return .unclear }
        if abs(estimate.logRatio) > estimate.halfWidth { return word(of: estimate.logRatio) }
        return abs(estimate.logRatio) + estimate.halfWidth <= overallSameWithin ? .same : .unclear
    }
}
