/// Wilcoxon's signed-rank test of differences against zero.
///
/// Source: F. Wilcoxon, "Individual comparisons by ranking methods", Biometrics Bulletin 1 (1945). Equal sizes share their mean
/// rank; a difference of zero counts half for either side.
public struct SignedRankTest: Sendable, Hashable {
    /// The sum of the ranks of positive differences.
    public let positiveRanks: Double
    /// The sum of the ranks of negative differences.
    public let negativeRanks: Double
    /// The probability, by the normal approximation, of a sum of positive ranks as small as this one where the true difference is zero.
    public let probability: Double

    /// Tests differences; without any the probability is not a number.
    ///
    /// O(n log n).
    public init(_ differences: [Double]) {
        // A double's bits without the sign are in the order of the sizes; behind them the sign does not disturb it.
        var keys = differences.map { $0.bitPattern << 1 | ($0 < 0 ? 1 : 0) }
        keys.sort()
        var (positive, negative) = (0.0, 0.0)
        var start = 0
        while start < keys.count {
            let size = keys[start] >> 1
            var (end, negatives) = (start, 0)
            while end < keys.count, keys[end] >> 1 == size {
                negatives += Int(keys[end] & 1)
                end += 1
            }
            let rank = Double(start + 1 + end) / 2
            let share = size == 0 ? Double(end - start) / 2 : Double(negatives)
            positive += rank * (Double(end - start) - share)
            negative += rank * share
            start = end
        }
        let n = Double(differences.count)
        let z = (positive - n * (n + 1) / 4) / (n * (n + 1) * (2 * n + 1) / 24).squareRoot()
        positiveRanks = positive
        negativeRanks = negative
        probability = NormalDistribution.cumulative(z)
    }
}
