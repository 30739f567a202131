import Comparisons
import Reports
import Statistics
import Testing

@Suite struct FigureTextTests {
    @Test(arguments: [
        (1.0, "no change"), (0.5, "2.00x faster"), (2, "2.00x slower"), (1.0001, "1.00x slower"), (0.9999, "1.00x faster"),
        (1.0.nextUp, "1.00x slower"), (1.0.nextDown, "1.00x faster"), (1.125, "1.12x slower"), (0.125, "8.00x faster"),
        (12.345, "12.35x slower"), (1.005, "1.00x slower"),
    ])
    func `a ratio is said from the head's side`(slowdown: Double, expected: String) {
        #expect(FigureText.ratio(Ratio(slowdown: slowdown)) == expected)
    }

    @Test(arguments: [
        (1.0, "not sig"), (1.07, "1.070x faster"), (1.0004, "1.000x faster"), (0.9996, "1.000x slower"), (0.5, "1.500x slower"),
        (0.9, "1.100x slower"), (0.25, "1.750x slower"), (2, "2.000x faster"), (1.0.nextUp, "1.000x faster"),
        (1.0.nextDown, "1.000x slower"),
    ])
    func `an overall mean below 1 is said as two minus itself`(mean: Double, expected: String) {
        #expect(FigureText.overallMean(mean) == expected)
    }

    @Test func `what could not be computed is unknown`() {
        #expect(FigureText.overallMean(nil) == "unknown")
        #expect(FigureText.reliability(nil) == "unknown")
        #expect(FigureText.percentile(nil) == "unknown")
        #expect(FigureText.memory(nil) == "unknown")
    }

    @Test(arguments: [(1.13, "1.13x"), (1, "1.00x"), (0.125, "0.12x"), (10.555, "10.55x")])
    func `memory has two decimals`(change: Double, expected: String) {
        #expect(FigureText.memory(change) == expected)
    }

    // Twelve benchmarks, all with one factor: W is 0 or 78, z 3.06, P 0.99889.
    @Test(arguments: [
        (2.0, "99.89%", "1.99x slower"), (0.5, "99.89%", "1.99x faster"), (16, "99.89%", "None"), (0.0625, "99.89%", "None"),
        (1, "50.00%", "1.00x slower"),
    ])
    func `a performance test has its reliability, and None beyond 10`(factor: Double, reliability: String, percentile: String)
        throws
    {
        let baseline = [Double](repeating: 1, count: 20)
        let head = [Double](repeating: factor, count: 20)
        let (headSummary, baselineSummary) = (try #require(Summary(head)), try #require(Summary(baseline)))
        let pair = PerformanceTest.Pair(headSummary: headSummary, baselineSummary: baselineSummary) { (head, baseline) }
        let test = try PerformanceTest([PerformanceTest.Pair](repeating: pair, count: 12))
        #expect(FigureText.reliability(test) == reliability)
        #expect(FigureText.percentile(test) == percentile)
    }
}
