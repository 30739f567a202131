import Statistics
import Testing

@Suite struct StudentTailTests {
    /// The column of 5 degrees of freedom in printed tables, two-sided.
    @Test(arguments: [
        (0.726687, 0.5), (1.475884, 0.2), (2.015048, 0.1), (2.570582, 0.05), (3.364930, 0.02), (4.032143, 0.01),
        (6.868827, 0.001),
    ])
    func `the tail is that of the printed table`(score: Double, expected: Double) {
        #expect(abs(StudentTail.twoSided(score) - expected) < 2e-7)
        #expect(StudentTail.twoSided(-score) == StudentTail.twoSided(score))
    }

    @Test func `between the table's values the tail is exact`() {
        #expect(abs(StudentTail.twoSided(2.423243) - 0.0598774) < 5e-8)
        #expect(abs(StudentTail.twoSided(76.661499) - 7.15527e-9) < 1e-14)
        #expect(abs(StudentTail.twoSided(Estimate.quantile) - 0.05) < 1e-10)
    }

    @Test func `no score is certain and no tail is negative`() {
        #expect(StudentTail.twoSided(0) == 1)
        #expect(StudentTail.twoSided(.nan) == 1)
        for score in [1e3, 1e6, 1e100, .infinity] { #expect((0..<1e-10).contains(StudentTail.twoSided(score))) }
    }

    @Test func `the tail falls as the score grows`() {
        let tails = (0..<500).map { StudentTail.twoSided(Double($0) / 10) }
        #expect(zip(tails, tails.dropFirst()).allSatisfy { $0 > $1 })
    }
}
