import Statistics
import Testing

@Suite struct RobustDeviationTests {
    @Test func `the median of an even count lies between the two middle values`() {
        #expect(RobustDeviation.median([]) == nil)
        #expect(RobustDeviation.median([3]) == 3)
        #expect(RobustDeviation.median([5, 1, 3]) == 3)
        #expect(RobustDeviation.median([7, 1, 3, 4]) == 3.5)
    }

    @Test func `half of all normal values lie within 0.6745 deviations`() {
        #expect(RobustDeviation.of(sizes: []) == nil)
        #expect(RobustDeviation.of(sizes: [0.1, 0.6745, 0.9]) == 1)
        #expect(RobustDeviation.of(sizes: [0.1, 0.6745, 900]) == 1)
        #expect(RobustDeviation.of(sizes: [0, 0, 0]) == 0)
    }

    @Test func `a variance is drawn towards the typical one by ten values' worth`() {
        // (0·9 + 10·4) ÷ 10, (10·9 + 10·4) ÷ 20, (90·9 + 10·4) ÷ 100
        #expect(RobustDeviation.shrunkenVariance(deviation: 3, count: 0, typical: 2) == 4)
        #expect(RobustDeviation.shrunkenVariance(deviation: 3, count: 10, typical: 2) == 6.5)
        #expect(RobustDeviation.shrunkenVariance(deviation: 3, count: 90, typical: 2) == 8.5)
    }
}
