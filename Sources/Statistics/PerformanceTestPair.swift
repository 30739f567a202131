extension HierarchicalPerformanceTest {
    /// The values of one benchmark on both sides, reduced to what the test asks of them.
    public struct Pair: Sendable, Hashable {
        enum Medians: Sendable, Hashable {
            case ofSides(Sides)
            case ofHalves(Halves)
        }

        let medians: Medians
        /// Half the number of values on both sides together.
        public let count: Int

        /// Reduces a pair of lists, each with its summary.
        ///
        /// The test halves the joined list, head first. Sides of equal size are its halves, and their summaries are enough; sides
        /// of different sizes mix, and then alone the values are asked for and kept in their order.
        ///
        /// - Parameter values: the lists themselves, where they are asked for
        public init<Failure: Error>(
            headSummary: Summary, baselineSummary: Summary, values: () throws(Failure) -> (head: [Double], baseline: [Double])
        ) throws(Failure) {
            count = (headSummary.count + baselineSummary.count) / 2
            if headSummary.count == baselineSummary.count {
                medians = .ofSides(Sides(head: headSummary.middle, baseline: baselineSummary.middle.median()))
            } else {
                let (head, baseline) = try values()
                medians = .ofHalves(Halves(head: head, baseline: baseline, count: count))
            }
        }
    }
}

/// Two sides of equal size: what the median of each is made of.
struct Sides: Sendable, Hashable {
    let head: Summary.Middle
    let baseline: Double

    /// The median of the head's values times `scale`, less the median of the baseline's.
    func difference(scale: Double) -> Double { head.median(scaledBy: scale) - baseline }
}

/// Two sides of different size, whose halves mix.
struct Halves: Sendable, Hashable {
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
