import Statistics
import TestSupport
import Testing

@Suite struct MeanRatioTests {
    private func outcome(_ numerator: [Double], _ denominator: [Double]) throws -> MeanRatio.Outcome {
        MeanRatio.outcome(of: try summary(of: numerator), over: try summary(of: denominator))
    }

    // The definition, all pairs one by one, on lists so even that nothing is trimmed.
    @Test func `the closed form is the mean over all pairs`() throws {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<200 {
            let count = Int.random(in: 1...40, using: &generator)
            let numerator = (0..<count).map { 2 + 0.1 * Double($0 % 2) + .random(in: 0...0.001, using: &generator) }
            let denominator = (0..<count).map { 1 + 0.1 * Double($0 % 2) + .random(in: 0...0.001, using: &generator) }
            var sum = 0.0
            for left in numerator { for right in denominator { sum += left / right } }
            let ratio = try #require(try outcome(numerator, denominator).ratio)
            #expect(abs(ratio - sum / Double(count * count)) < 1e-13)
        }
    }

    @Test func `outliers are trimmed on each side by itself`() throws {
        let numerator = [10.0] + (0..<20).map { 2 + 0.001 * Double($0 % 2) }
        let denominator = (0..<20).map { 1 + 0.001 * Double($0 % 2) } + [30.0]
        // Not significant with the outliers in: the test comes before the trimming.
        #expect(try outcome(numerator, denominator) == .insignificant)
        let longer = (0..<21).map { 1 + 0.001 * Double($0 % 2) }
        let ratio = try #require(try outcome(numerator, longer).ratio)
        #expect(abs(ratio - 2.0005 * (11.0 + 10 / 1.001) / 21) < 1e-12)
    }

    @Test func `a difference that the test does not see counts as 1`() throws {
        let outcome = try outcome([1, 2, 3, 4], [1.1, 2.1, 3.1, 4.1])
        #expect(outcome == .insignificant)
        #expect(outcome.factor == 1)
    }

    @Test func `different numbers of values cannot be compared`() throws {
        let outcome = try outcome([1, 2, 3, 4], [1, 2, 3])
        #expect(outcome == .incomparable)
        #expect(outcome.factor == nil)
    }

    @Test func `up to three values are not tested`() throws {
        #expect(try outcome([2], [4]) == .significant(0.5))
        #expect(try outcome([2], [4]).factor == 0.5)
        // 1 ÷ 2, 1 ÷ 4, 2 ÷ 2, 2 ÷ 4: their mean.
        #expect(try outcome([1, 2], [2, 4]) == .significant(0.5625))
        #expect(try outcome([1, 2, 3], [1.1, 2.1, 3.1]).ratio != nil)
    }

    @Test func `four values are tested`() throws {
        #expect(try outcome([1, 2, 3, 4], [1, 2, 3, 5]) == .insignificant)
    }

    @Test func `constant lists differ as soon as their means do`() throws {
        let (one, two) = ([Double](repeating: 0.015, count: 60), [Double](repeating: 0.03, count: 60))
        #expect(try outcome(one, two) == .significant(0.5))
        #expect(try outcome(two, one) == .significant(2))
        #expect(try outcome(one, one) == .insignificant)
    }

    @Test func `a constant list against one that varies is not trimmed`() throws {
        let varying = (0..<60).map { 1 + 0.01 * Double($0 % 3) }
        let ratio = try #require(try outcome([Double](repeating: 2, count: 60), varying).ratio)
        #expect(abs(ratio - 2 * (1 + 1 / 1.01 + 1 / 1.02) / 3) < 1e-14)
    }

    // 49 × (1 ÷ 49) is 0.9999999999999999, and a report would say "slower" of two equal values.
    @Test func `equal single values have a ratio of exactly 1`() throws {
        for thousandths in 1...2_000 {
            let value = Double(thousandths) / 1_000
            #expect(try outcome([value], [value]) == .significant(1))
            #expect(try outcome([value, value, value], [value, value, value]) == .significant(1))
        }
    }
}

extension MeanRatio.Outcome {
    fileprivate var ratio: Double? {
        switch self {
        case .significant(let ratio): return ratio
        case .insignificant, .incomparable: return nil
        }
    }
}
