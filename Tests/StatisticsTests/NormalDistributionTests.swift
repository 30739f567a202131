import Foundation
import Statistics
import Testing

@Suite struct NormalDistributionTests {
    // The table of the standard normal distribution as it is printed everywhere.
    @Test(arguments: [
        (0.0, 0.50000), (0.5, 0.69146), (1, 0.84134), (1.28, 0.89973), (1.5, 0.93319), (1.64, 0.94950), (1.65, 0.95053),
        (1.96, 0.97500),
        (2, 0.97725), (2.33, 0.99010), (2.58, 0.99506), (3, 0.99865), (-1, 0.15866), (-1.96, 0.02500), (-3, 0.00135),
    ])
    func `probabilities are the printed table's`(z: Double, expected: Double) {
        #expect(abs(NormalDistribution.cumulative(z) - expected) < 0.000_005_1)
    }

    // The handbook promises 7.5e-8; the field's second coefficient, with two of its digits swapped, costs another 0.8e-8.
    @Test func `the approximation errs by less than 8.3e-8 everywhere`() {
        var largest = 0.0
        for step in -8_000...8_000 {
            let z = Double(step) / 1_000
            let exact = 0.5 * erfc(-z / 2.0.squareRoot())
            largest = max(largest, abs(NormalDistribution.cumulative(z) - exact))
        }
        #expect(largest < 8.3e-8)
        // It is the approximation, swapped digits and all, that reports are made with.
        #expect(largest > 8.2e-8)
    }

    // The formula in Python, five coefficients and all.
    @Test(arguments: [
        (0.0, 0.5000000210180745), (1, 0.8413447318232095), (-1, 0.15865526817679051), (1.96, 0.9750021733506685),
        (-3.5, 0.00023267338789026881), (40, 1),
    ])
    func `the approximation is the one of the handbook`(z: Double, expected: Double) {
        #expect(abs(NormalDistribution.cumulative(z) - expected) < 1e-16)
    }

    @Test func `both tails together are 1`() {
        for step in 1...600 {
            let z = Double(step) / 100
            #expect(abs(NormalDistribution.cumulative(z) + NormalDistribution.cumulative(-z) - 1) < 1e-15)
        }
    }
}
