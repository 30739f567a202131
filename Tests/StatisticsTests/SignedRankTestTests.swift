import Statistics
import TestSupport
import Testing

@Suite struct SignedRankTestTests {
    // Darwin's maize, after Fisher, "The Design of Experiments" (1935): the textbook's rank sums are 96 and 24.
    // `scipy.stats.wilcoxon(d, method="approx", correction=False)` has z = 2.0446626032894333, so P = 0.979555933544072.
    @Test func `Darwin's maize has the textbook's rank sums`() {
        let test = SignedRankTest([6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75])
        #expect(test.positiveRanks == 96)
        #expect(test.negativeRanks == 24)
        #expect(abs(test.probability - 0.979555933544072) < 7.5e-8)
    }

    // `scipy.stats.wilcoxon([1.5, 2.1, 0.3, -0.2, 2.6, -0.1, 1.8, -0.6, 1.5, 2.0, 2.3, 12.4])`: 71 over 7, the two 1.5 share ranks 5 and 6.
    @Test func `equal sizes share their mean rank`() {
        let test = SignedRankTest([1.5, 2.1, 0.3, -0.2, 2.6, -0.1, 1.8, -0.6, 1.5, 2.0, 2.3, 12.4])
        #expect(test.positiveRanks == 71)
        #expect(test.negativeRanks == 7)
        #expect(abs(test.probability - 0.9939683212783079) < 1e-15)
    }

    // `scipy.stats.wilcoxon([0, 1, -1, 2, 2, -2, 0, 3, -4, 5], zero_method="zsplit", alternative="greater")`: 35 of 55. SciPy corrects the
    // variance for ties, the field does not: its formula gives P = 0.7777066902152752.
    @Test func `zeros count half for either side`() {
        let test = SignedRankTest([0, 1, -1, 2, 2, -2, 0, 3, -4, 5])
        #expect(test.positiveRanks == 35)
        #expect(test.negativeRanks == 20)
        #expect(abs(test.probability - 0.7777066902152752) < 1e-15)
    }

    @Test func `one difference is one rank`() {
        #expect(SignedRankTest([-3]).negativeRanks == 1)
        #expect(SignedRankTest([-3]).positiveRanks == 0)
        #expect(SignedRankTest([0]).positiveRanks == 0.5)
    }

    @Test func `nothing has no probability`() {
        #expect(SignedRankTest([]).probability.isNaN)
    }

    @Test func `the ranks always add up, and a change of sign swaps them`() {
        var generator = SeededGenerator(seed: 51)
        for _ in 0..<300 {
            let count = Int.random(in: 1...60, using: &generator)
            let differences = (0..<count).map { _ in Double(Int.random(in: -8...8, using: &generator)) }
            let (test, opposite) = (SignedRankTest(differences), SignedRankTest(differences.map { -$0 }))
            #expect(test.positiveRanks + test.negativeRanks == Double(count * (count + 1)) / 2)
            #expect(test.positiveRanks == opposite.negativeRanks)
            #expect(abs(test.probability + opposite.probability - 1) < 1e-7)
            #expect(SignedRankTest(differences.shuffled(using: &generator)) == test)
        }
    }

    // J. W. Tukey, "The simplest signed-rank tests" (1949): the sum of positive ranks is the number of pairs, each difference with itself
    // among them, whose sum is positive; a sum of zero counts half.
    @Test func `the ranks are the counts of positive sums of two, however rare the one sign is`() {
        var generator = SeededGenerator(seed: 52)
        for _ in 0..<400 {
            let count = Int.random(in: 1...50, using: &generator)
            let least = Int.random(in: -12...1, using: &generator)
            let sign = Bool.random(using: &generator) ? 1 : -1
            let differences = (0..<count).map { _ in sign * Int.random(in: least...40, using: &generator) }
            var doubled = 0
            for (index, one) in differences.enumerated() {
                for other in differences[index...] { doubled += (one + other).signum() + 1 }
            }
            #expect(SignedRankTest(differences.map(Double.init)).positiveRanks == Double(doubled) / 2)
        }
    }
}
