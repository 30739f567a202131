/// The mean of all ratios between the values of two lists, after a test whether they differ at all.
public enum MeanRatio {
    /// What two lists say about their ratio.
    public enum Outcome: Sendable, Hashable {
        /// They differ: the mean of every value of the one list divided by every value of the other, outliers trimmed.
        case significant(Double)
        /// A t-test does not tell them apart.
        case insignificant
        /// They hold different numbers of values.
        case incomparable

        /// The factor that enters a mean over several pairs of lists: 1 where a test does not tell the lists apart; nil where
        /// they cannot be compared.
        public var factor: Double? {
            switch self {
            case .significant(let ratio): return ratio
            case .insignificant: return 1
            case .incomparable: return nil
            }
        }
    }

    /// The mean of numeratorᵢ ÷ denominatorⱼ over all i and j, which is the mean of the one times the mean inverse of the other.
    ///
    /// O(1).
    ///
    /// Lists of up to three values are not tested. Equal values on both sides differ as soon as their means do.
    public static func outcome(of numerator: Summary, over denominator: Summary) -> Outcome {
        guard numerator.count == denominator.count else { return .incomparable }
        if numerator.count > Summary.untrimmedCount {
            switch TTest.outcome(numerator, denominator) {
            case .score(_, isSignificant: false): return .insignificant
            case .noVariance where numerator.mean == denominator.mean: return .insignificant
            case .score(_, isSignificant: true), .noVariance: break
            }
        }
        // A value times its inverse is not always 1: equal lists of equal values must give exactly that.
        if numerator.isConstant, denominator.isConstant { return .significant(numerator.mean / denominator.mean) }
        return .significant(numerator.trimmedMean * denominator.trimmedMeanOfInverses)
    }
}
