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
    /// O(n) where nearly all have one sign, O(n log n) else.
    public init(_ differences: [Double]) {
        (positiveRanks, negativeRanks) = SignedRankTest.ranksByCounting(differences) ?? SignedRankTest.ranksBySorting(differences)
        let n = Double(differences.count)
        let z = (positiveRanks - n * (n + 1) / 4) / (n * (n + 1) * (2 * n + 1) / 24).squareRoot()
        probability = NormalDistribution.cumulative(z)
    }

    /// Up to so many differences of the rarer sign are ranked one by one.
    private static let fewest = 8

    /// The sums where all differences have a sign and few of them the rarer one: a rank is one more than how many are smaller.
    ///
    /// Ranks are whole or half numbers, so what is left of the sum of all is the other sum, exactly.
    private static func ranksByCounting(_ differences: [Double]) -> (positive: Double, negative: Double)? {
        var (positives, negatives) = (0, 0)
        for difference in differences {
            positives += difference > 0 ? 1 : 0
            negatives += difference < 0 ? 1 : 0
        }
        guard positives + negatives == differences.count, min(positives, negatives) <= fewest else { return nil }
        let areRarerPositive = positives < negatives
        var rarer = 0.0
        for difference in differences where (difference > 0) == areRarerPositive {
            var (smaller, equal) = (0, 0)
            for other in differences {
                smaller += abs(other) < abs(difference) ? 1 : 0
                equal += abs(other) == abs(difference) ? 1 : 0
            }
            rarer += Double(smaller) + Double(equal + 1) / 2
        }
        let others = Double(differences.count * (differences.count + 1) / 2) - rarer
        return areRarerPositive ? (rarer, others) : (others, rarer)
    }

    private static func ranksBySorting(_ differences: [Double]) -> (positive: Double, negative: Double) {
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
        return (positive, negative)
    }
}
