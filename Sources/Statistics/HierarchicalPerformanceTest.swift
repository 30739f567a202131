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
        let test = SignedRankTest(pairs.map { $0.difference(scale: 1) })
        let isFaster = test.positiveRanks < test.negativeRanks
        direction = isFaster ? .faster : .slower
        reliability = isFaster ? 1 - test.probability : test.probability
        func exceeds(_ confidence: Double) -> (Double) -> Bool {
            { scale in
                let probability = SignedRankTest(pairs.map { $0.difference(scale: isFaster ? scale : 1 / scale) }).probability
                return isFaster ? probability < 1 - confidence : probability > confidence
            }
        }
        at90 = HierarchicalPerformanceTest.largest(where: exceeds(0.90))
        at95 = HierarchicalPerformanceTest.largest(where: exceeds(0.95))
        at99 = HierarchicalPerformanceTest.largest(where: exceeds(0.99))
    }

    /// The largest factor from 1 to 10 that passes, to two decimals; nil where 10 passes.
    ///
    /// 1 itself is not tested, so that it is also the answer where nothing passes.
    private static func largest(where passes: (Double) -> Bool) -> Double? {
        if passes(10) { return nil }
        var (base, unit) = (0.0, 1.0)
        for round in 0..<3 {
            var (low, high) = (round == 0 ? 1 : 0, 10)
            while high - low > 1 {
                let middle = low + (high - low) / 2
                if passes(base + unit * Double(middle)) { low = middle } else { high = middle }
            }
            base += Double(low) * unit
            unit /= 10
        }
        return base
    }
}

extension HierarchicalPerformanceTest {
    /// The values of one benchmark on both sides, reduced to what the test asks of them.
    public struct Pair: Sendable, Hashable {
        private enum Medians: Sendable, Hashable {
            case ofSides(head: Summary.Middle, baseline: Summary.Middle)
            case ofHalves(head: [Double], baseline: [Double])
        }

        private let medians: Medians
        /// Half the number of values on both sides together.
        public let count: Int

        /// Reduces a pair; nil where a side has no value.
        ///
        /// The test halves the joined list, head first. Sides of equal size are its halves, and their summaries are enough; sides
        /// of different sizes mix, and their values are kept in their order.
        public init?(head: [Double], headSummary: Summary, baseline: [Double], baselineSummary: Summary) {
            guard !head.isEmpty, !baseline.isEmpty else { return nil }
            count = (head.count + baseline.count) / 2
            medians =
                head.count == baseline.count
                ? .ofSides(head: headSummary.middle, baseline: baselineSummary.middle)
                : .ofHalves(head: head, baseline: baseline)
        }

        /// The median of the head's values times `scale`, less the median of the baseline's.
        func difference(scale: Double) -> Double {
            switch medians {
            case .ofSides(let head, let baseline): return head.median(scaledBy: scale) - baseline.median()
            case .ofHalves(let head, let baseline):
                let joined = head.map { $0 * scale } + baseline
                let halves = [joined[..<count], joined[count...]].map { Summary.Middle(ofSorted: $0.sorted())?.median() ?? 0 }
                return halves[0] - halves[1]
            }
        }
    }
}
