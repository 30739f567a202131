/// The pairs of a test, which is made many times, each time with the head's values times another scale.
struct ScaledTrials {
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
