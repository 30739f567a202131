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
        let sorted = differences.sorted { abs($0) < abs($1) }
        var (positive, negative) = (0.0, 0.0)
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, abs(sorted[end]) == abs(sorted[start]) { end += 1 }
            let rank = Double(start + 1 + end) / 2
            for difference in sorted[start..<end] {
                if difference > 0 {
                    positive += rank
                } else if difference < 0 {
                    negative += rank
                } else {
                    positive += rank / 2
                    negative += rank / 2
                }
            }
            start = end
        }
        let n = Double(differences.count)
        let z = (positive - n * (n + 1) / 4) / (n * (n + 1) * (2 * n + 1) / 24).squareRoot()
        positiveRanks = positive
        negativeRanks = negative
        probability = NormalDistribution.cumulative(z)
    }
}
