import Statistics
import TestSupport
import Testing

@Suite struct TTestTests {
    // The two-sided 95 % column of Student's table as it is printed everywhere, for 1 to 30 degrees of freedom.
    @Test(
        arguments: zip(
            0...30,
            [
                0, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
                2.120, 2.110,
                2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
            ]))
    func `small samples have the printed critical values`(freedom: Int, expected: Double) {
        #expect(TTest.criticalValue(degreesOfFreedom: freedom) == expected)
    }

    @Test(arguments: [
        (31, 2.042), (39, 2.042), (40, 2.021), (49, 2.021), (50, 2.009), (59, 2.009), (60, 2.000), (79, 2.000), (80, 1.990),
        (99, 1.990),
        (100, 1.984), (118, 1.984), (199, 1.984), (200, 1.960), (398, 1.960), (1_000_000, 1.960), (-1, 0),
    ])
    func `larger samples have the value of the step below`(freedom: Int, expected: Double) {
        #expect(TTest.criticalValue(degreesOfFreedom: freedom) == expected)
    }

    // `scipy.stats.t.ppf(.975, df)`, four decimals, where the step begins: the table is the distribution's, rounded.
    @Test(arguments: [
        (1, 12.7062), (2, 4.3027), (3, 3.1824), (4, 2.7764), (5, 2.5706), (10, 2.2281), (20, 2.0860), (29, 2.0452), (30, 2.0423),
        (40, 2.0211), (50, 2.0086), (60, 2.0003), (80, 1.9901), (100, 1.9840),
    ])
    func `the critical values are Student's distribution, to three decimals`(freedom: Int, quantile: Double) {
        #expect(abs(TTest.criticalValue(degreesOfFreedom: freedom) - quantile) < 0.000_51)
    }

    // `A = [0.264 + 0.001*((i*37)%61-30)/30 for i in range(60)]`, `B = [0.255 + 0.002*((i*23)%59-29)/29 for i in range(60)]`;
    // `scipy.stats.ttest_ind(A, B)` gives 52.15282180777219.
    @Test func `the statistic of two long samples is SciPy's`() throws {
        let first = try summary(of: wave(center: 0.264, spread: 0.001, step: 37, modulus: 61))
        let second = try summary(of: wave(center: 0.255, spread: 0.002, step: 23, modulus: 59))
        let (score, isSignificant) = try #require(TTest.outcome(first, second).score)
        #expect(abs(score - 52.15282180777219) < 1e-10)
        #expect(isSignificant)
        #expect(TTest.outcome(second, first) == .score(-score, isSignificant: true))
    }

    // The second example of Student's test in many a handbook: t = 2.074 with 18 degrees of freedom misses 2.101;
    // `scipy.stats.ttest_ind` gives -2.0740146266783652.
    @Test func `a statistic just below the critical value is not significant`() throws {
        let first = try summary(of: [19.8, 20.4, 19.6, 17.8, 18.5, 18.9, 18.3, 18.9, 19.5, 22.0])
        let second = try summary(of: [28.2, 26.6, 20.1, 23.3, 25.2, 22.1, 17.7, 27.6, 20.6, 13.7])
        let (score, isSignificant) = try #require(TTest.outcome(first, second).score)
        #expect(abs(score + 2.0740146266783652) < 1e-12)
        #expect(!isSignificant)
    }

    @Test func `a score as large as the critical value is significant, in either direction`() throws {
        // Two values a side: variance 2 each, so the score is the difference of the means divided by the square root of 2.
        let base = try summary(of: [1.0, 3.0])
        for (shift, expected) in [(4.3 * 2.0.squareRoot(), false), (4.304 * 2.0.squareRoot(), true)] {
            let other = try summary(of: [1 + shift, 3 + shift])
            for pair in [(base, other), (other, base)] {
                let (_, isSignificant) = try #require(TTest.outcome(pair.0, pair.1).score)
                #expect(isSignificant == expected)
            }
        }
    }

    @Test(arguments: [([2.0], [3.0]), ([2, 2], [3, 3]), ([2, 2, 2, 2], [2, 2, 2, 2]), ([0.015], [0.015])])
    func `without variance there is no score`(first: [Double], second: [Double]) throws {
        #expect(TTest.outcome(try summary(of: first), try summary(of: second)) == .noVariance)
    }

    @Test func `sixty equal values that no rounded mean can hit have no variance`() throws {
        let summary = try summary(of: [Double](repeating: 0.015, count: 60))
        #expect(TTest.outcome(summary, summary) == .noVariance)
    }

    @Test func `one constant side leaves the other's variance`() throws {
        let outcome = TTest.outcome(try summary(of: [1, 3]), try summary(of: [2, 2]))
        #expect(outcome == .score(0, isSignificant: false))
    }
}

extension TTest.Outcome {
    fileprivate var score: (value: Double, isSignificant: Bool)? {
        switch self {
        case .score(let value, let isSignificant): return (value, isSignificant)
        case .noVariance: return nil
        }
    }
}
