/// The hierarchical performance test: how sure it is, over all pairs of lists together, that one side is faster, and by how much.
///
/// Source: T. Chen, Q. Guo, O. Temam, Y. Wu, Y. Bao, Z. Xu, Y. Chen, "Statistical performance comparisons of computers", IEEE
/// Transactions on Computers 64 (2015). The paper's first step, which drops pairs that a rank-sum test does not tell apart, is not
/// taken: as the field implements it, it never drops any.
public struct HierarchicalPerformanceTest: Sendable, Hashable {
    /// Which side is faster.
    public enum Direction: Sendable, Hashable {
        /// The head.
        case faster
        /// The baseline, or neither.
        case slower
    }

    /// Which side is faster.
    public let direction: Direction
    /// How sure that is, from 0 to 1.
    public let reliability: Double
    /// The factor that is exceeded with 90 % confidence, in steps of 0.01; nil beyond 10.
    public let at90: Double?
    /// The factor that is exceeded with 95 % confidence.
    public let at95: Double?
    /// The factor that is exceeded with 99 % confidence.
    public let at99: Double?

    /// Why the test cannot be made.
    public enum Refusal: Error, Sendable, Hashable {
        /// A pair of lists holds too few values.
        case tooFewValues(count: Int, needed: Int)
        /// There is no pair of lists.
        case nothingToCompare
    }

    /// A pair of lists must hold this many values, on average of its sides.
    public static let fewestValues = 12

    /// Makes a test from results that were computed before.
    public init(direction: Direction, reliability: Double, at90: Double?, at95: Double?, at99: Double?) {
        self.direction = direction
        self.reliability = reliability
        self.at90 = at90
        self.at95 = at95
        self.at99 = at99
    }

    /// Tests pairs of lists.
    ///
    /// O(k log k) for each of some 40 steps, k the number of pairs.
    public init(_ pairs: [Pair]) throws(Refusal) {
        guard !pairs.isEmpty else { throw .nothingToCompare }
        if let short = pairs.first(where: { $0.count < HierarchicalPerformanceTest.fewestValues }) {
            throw .tooFewValues(count: short.count, needed: HierarchicalPerformanceTest.fewestValues)
        }
        var trials = ScaledTrials(pairs)
        let test = trials.test(scale: 1)
        let isFaster = test.positiveRanks < test.negativeRanks
        direction = isFaster ? .faster : .slower
        reliability = isFaster ? 1 - test.probability : test.probability
        at90 = trials.largestFactor(direction, confidence: 0.90)
        at95 = trials.largestFactor(direction, confidence: 0.95)
        at99 = trials.largestFactor(direction, confidence: 0.99)
    }
}
