import Statistics
import TestSupport
import Testing

@Suite struct FalseDiscoveryRateTests {
    /// The example of Benjamini and Hochberg's paper, section 3.2: 15 comparisons, of which four are believed.
    @Test func `the example of the paper`() {
        let probabilities = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
            1.0000,
        ]
        // 0.05 · 4/15 = 0.0133 lies above the fourth; 0.05 · 5/15 = 0.0167 below the fifth, and so on.
        #expect(FalseDiscoveryRate.cut(probabilities, of: 15) == 0.0095)
        #expect(FalseDiscoveryRate.cut(probabilities.reversed(), of: 15) == 0.0095)
    }

    @Test func `a later success carries the earlier ones with it`() {
        // The limits are 0.0125, 0.025, 0.0375, 0.05: the first three miss theirs, the last meets it.
        #expect(FalseDiscoveryRate.cut([0.02, 0.03, 0.04, 0.05], of: 4) == 0.05)
        #expect(FalseDiscoveryRate.cut([0.02, 0.03, 0.04, 0.051], of: 4) == nil)
        #expect(FalseDiscoveryRate.cut([0.02, 0.024, 0.04, 0.06], of: 4) == 0.024)
    }

    @Test func `a lone test is held against the rate itself`() {
        #expect(FalseDiscoveryRate.cut([0.05], of: 1) == 0.05)
        #expect(FalseDiscoveryRate.cut([0.0501], of: 1) == nil)
        #expect(FalseDiscoveryRate.cut([0.08], of: 1, rate: 0.1) == 0.08)
    }

    @Test func `nothing is believed of nothing`() { #expect(FalseDiscoveryRate.cut([], of: 0) == nil) }

    @Test func `what lies above the rate may be left out`() {
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let all = (0..<40).map { _ in
                let draw = Double.random(in: 0..<1, using: &generator)
                return draw * draw * draw
            }
            #expect(
                FalseDiscoveryRate.cut(all, of: 40) == FalseDiscoveryRate.cut(all.filter { $0 <= 0.05 }, of: 40), "seed \(seed)")
        }
    }
}
