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
        var trials = Trials(pairs)
        let test = trials.test(scale: 1)
        let isFaster = test.positiveRanks < test.negativeRanks
        direction = isFaster ? .faster : .slower
        reliability = isFaster ? 1 - test.probability : test.probability
        at90 = trials.largestFactor(direction, confidence: 0.90)
        at95 = trials.largestFactor(direction, confidence: 0.95)
        at99 = trials.largestFactor(direction, confidence: 0.99)
    }
}

extension HierarchicalPerformanceTest {
    /// The values of one benchmark on both sides, reduced to what the test asks of them.
    public struct Pair: Sendable, Hashable {
        fileprivate enum Medians: Sendable, Hashable {
            case ofSides(Sides)
            case ofHalves(Halves)
        }

        fileprivate let medians: Medians
        /// Half the number of values on both sides together.
        public let count: Int

        /// Reduces a pair of lists, each with its summary.
        ///
        /// The test halves the joined list, head first. Sides of equal size are its halves, and their summaries are enough; sides
        /// of different sizes mix, and then alone the values are asked for and kept in their order.
        public init(
            head: @autoclosure () -> [Double], headSummary: Summary, baseline: @autoclosure () -> [Double],
            baselineSummary: Summary
        ) {
            count = (headSummary.count + baselineSummary.count) / 2
            medians =
                headSummary.count == baselineSummary.count
                ? .ofSides(Sides(head: headSummary.middle, baseline: baselineSummary.middle.median()))
                : .ofHalves(Halves(head: head(), baseline: baseline(), count: count))
        }
    }
}

/// Two sides of equal size: what the median of each is made of.
private struct Sides: Sendable, Hashable {
    let head: Summary.Middle
    let baseline: Double

    /// The median of the head's values times `scale`, less the median of the baseline's.
    func difference(scale: Double) -> Double { head.median(scaledBy: scale) - baseline }
}

/// Two sides of different size, whose halves mix.
private struct Halves: Sendable, Hashable {
    let head: [Double]
    let baseline: [Double]
    let count: Int

    /// The median of the first half, less the median of the second, the head's values times `scale`.
    func difference(scale: Double) -> Double {
        let joined = head.map { $0 * scale } + baseline
        let halves = [joined[..<count], joined[count...]].map { Summary.Middle(ofSorted: $0.sorted())?.median() ?? 0 }
        return halves[0] - halves[1]
    }
}

/// The pairs of a test, which is made many times, each time with the head's values times another scale.
private struct Trials {
    private let sides: [Sides]
    private let halves: [Halves]
    /// The scales that were tried: the searches for several confidences go most of their way together.
    private var known: [(scale: Double, probability: Double)] = []

    init(_ pairs: [HierarchicalPerformanceTest.Pair]) {
        var (sides, halves): ([Sides], [Halves]) = ([], [])
        sides.reserveCapacity(pairs.count)
        for pair in pairs {
            switch pair.medians {
            case .ofSides(let pair): sides.append(pair)
            case .ofHalves(let pair): halves.append(pair)
            }
        }
        // The larger a benchmark's time, the larger its difference tends to be; what is nearly sorted is soon sorted.
        self.sides = sides.sorted { $0.baseline < $1.baseline }
        self.halves = halves
    }

    /// The test with the head's values times `scale`.
    func test(scale: Double) -> SignedRankTest {
        var differences = sides.map { $0.difference(scale: scale) }
        for pair in halves { differences.append(pair.difference(scale: scale)) }
        return SignedRankTest(differences)
    }

    /// The largest factor from 1 to 10 by which the one side is still faster with so much confidence, to two decimals; nil where
    /// that is 10 or more.
    ///
    /// 1 itself is not tested, so that it is also the answer where nothing passes.
    mutating func largestFactor(_ direction: HierarchicalPerformanceTest.Direction, confidence: Double) -> Double? {
        if passes(10, direction, confidence) { return nil }
        var (base, unit) = (0.0, 1.0)
        for round in 0..<3 {
            var (low, high) = (round == 0 ? 1 : 0, 10)
            while high - low > 1 {
                let middle = low + (high - low) / 2
                if passes(base + unit * Double(middle), direction, confidence) { low = middle } else { high = middle }
            }
            base += Double(low) * unit
            unit /= 10
        }
        return base
    }

    private mutating func passes(
        _ factor: Double, _ direction: HierarchicalPerformanceTest.Direction, _ confidence: Double
    ) -> Bool {
        switch direction {
        case .faster: return probability(scale: factor) < 1 - confidence
        case .slower: return probability(scale: 1 / factor) > confidence
        }
    }

    private mutating func probability(scale: Double) -> Double {
        if let trial = known.first(where: { $0.scale == scale }) { return trial.probability }
        let probability = test(scale: scale).probability
        known.append((scale, probability))
        return probability
    }
}
