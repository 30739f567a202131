import Statistics
import Testing

@Suite struct EstimateTests {
    // A whole comparison and one of its benchmarks, worked out elsewhere from the same logarithms.
    @Test func `the interval of a ratio is that of its logarithm`() {
        let overall = Estimate(logRatio: 0.283933, deviation: 0.005300)
        #expect(abs(overall.lower - 1.310371) < 3e-6)
        #expect(abs(overall.upper - 1.346565) < 3e-6)
        let one = Estimate(logRatio: 0.630791, deviation: 0.008228)
        #expect(abs(one.lower - 1.839768) < 3e-6)
        #expect(abs(one.upper - 1.919265) < 3e-6)
    }

    @Test func `the smallest visible change is half the interval as a part of the whole`() {
        // e^(2.5705818366147 · 0.01) − 1
        #expect(abs(Estimate(logRatio: 0.5, deviation: 0.01).smallestVisibleChange - 0.0260390622) < 1e-9)
        #expect(Estimate(logRatio: 0.5, deviation: 0).smallestVisibleChange == 0)
    }
}
