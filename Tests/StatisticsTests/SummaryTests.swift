@testable import Statistics
import TestSupport
import Testing

@Suite struct SummaryTests {
    // `L = [0.264 + 0.001 * ((i*37) % 61 - 30) / 30 for i in range(60)]`; `statistics.mean(L)`, `math.fsum((v - mean)**2 for v in L)`.
    @Test func `mean and squared deviations are Python's`() throws {
        let values = wave(center: 0.264, spread: 0.001, step: 37, modulus: 61)
        let summary = try summary(of: values)
        #expect(summary.count == 60)
        #expect(summary.mean == 0.26400333333333337)
        #expect(abs(summary.squaredDeviations - 2.097044444444463e-05) < 1e-19)
        #expect(summary.middle.median() == 0.2640166666666667)
        #expect(!summary.isConstant)
    }

    // Four times 1 and one 6: mean 2, population standard deviation 2, so 6 lies exactly two of them away.
    @Test func `a value exactly two standard deviations away is trimmed`() throws {
        let summary = try summary(of: [1, 1, 1, 1, 6])
        #expect(summary.mean == 2)
        #expect(summary.squaredDeviations == 20)
        #expect(summary.trimmedMean == 1)
        #expect(summary.trimmedMeanOfInverses == 1)
    }

    // With one value more on the other side the same 6 lies 1.97 standard deviations away.
    @Test func `a value less than two standard deviations away is kept`() throws {
        let summary = try summary(of: [1, 1, 1, 1.5, 6])
        #expect(summary.mean == 2.1)
        #expect(summary.trimmedMean == 2.1)
        #expect(abs(summary.trimmedMeanOfInverses - (3 + 1 / 1.5 + 1 / 6) / 5) < 1e-15)
    }

    // The standard deviation is the population's: the sample's, 2.236, would keep the 6.
    @Test func `outliers on both sides are trimmed`() throws {
        let middle = (0..<20).map { 100 + Double($0 % 5) }
        let summary = try summary(of: [10] + middle + [190])
        #expect(summary.trimmedMean == 102)
        #expect(abs(summary.trimmedMeanOfInverses - (100...104).map { 1 / Double($0) }.reduce(0, +) / 5) < 1e-17)
    }

    @Test(arguments: [[7.0], [1, 1000], [1, 1, 1000]])
    func `up to three values are never trimmed`(values: [Double]) throws {
        let summary = try summary(of: values)
        #expect(summary.trimmedMean == summary.mean)
        #expect(summary.mean == values.reduce(0, +) / Double(values.count))
    }

    @Test(arguments: [0.015, 0.1, 0.007, 3.3e-8, 18.4], [1, 3, 4, 20, 21, 60, 200])
    func `a constant list is constant and not trimmed`(value: Double, count: Int) throws {
        let summary = try summary(of: [Double](repeating: value, count: count))
        #expect(summary.isConstant)
        #expect(summary.mean == value)
        #expect(summary.squaredDeviations == 0)
        #expect(summary.trimmedMean == value)
        #expect(summary.trimmedMeanOfInverses == 1 / value)
    }

    @Test func `nothing has no summary`() {
        #expect(Summary([]) == nil)
        #expect(Summary.Middle(ofSorted: [Double]()) == nil)
    }

    @Test func `the middle is one value twice, or the two in the middle`() throws {
        #expect(Summary([5, 1, 3])?.middle == Summary.Middle(lower: 3, upper: 3))
        #expect(Summary([5, 1, 3, 4])?.middle == Summary.Middle(lower: 3, upper: 4))
        #expect(Summary.Middle(lower: 3, upper: 4).median() == 3.5)
        #expect(Summary.Middle(lower: 3, upper: 4).median(scaledBy: 2) == 7)
    }

    @Test func `a summary does not depend on the order of the values`() throws {
        var generator = SeededGenerator(seed: 21)
        for _ in 0..<100 {
            let values = (0..<60).map { _ in Double.random(in: 0.9...1.1, using: &generator) }
            #expect(Summary(values) == Summary(values.shuffled(using: &generator)))
        }
    }

    /// The sum of values by the slow way, one exact addition after another.
    private func exactSum(_ values: [Double]) -> Double {
        var sum = ExactSum()
        for value in values { sum.add(value) }
        return sum.value
    }

    // Whatever is added four at a time comes out as if each value had been added exactly, for every number of values.
    @Test func `the figures are those of exact sums, to the bit`() throws {
        var generator = SeededGenerator(seed: 22)
        for count in Array(1...70) + [127, 128, 129, 500] {
            for spread in [0, 1, 60] {
                for _ in 0..<6 {
                    let values = (0..<count).map { _ in
                        Double(
                            sign: .plus, exponent: spread == 0 ? -3 : Int.random(in: -spread...spread, using: &generator),
                            significand: Double.random(in: 1..<(spread == 0 ? 1.01 : 2), using: &generator))
                    }
                    let summary = try summary(of: values)
                    let (mean, sorted) = (ExactSum.exactMean(values), values.sorted())
                    #expect(summary.mean == mean)
                    #expect(summary.squaredDeviations == exactSum(values.map { ($0 - summary.mean) * ($0 - summary.mean) }))
                    let limit = 2 * (summary.squaredDeviations / Double(count)).squareRoot()
                    let kept = count > 3 && limit > 0 ? values.filter { abs($0 - summary.mean) < limit } : values
                    #expect(summary.trimmedMean == ExactSum.exactMean(kept))
                    #expect(summary.trimmedMeanOfInverses == ExactSum.exactMean(kept.map { 1 / $0 }))
                    #expect(summary.middle == Summary.Middle(lower: sorted[(count - 1) / 2], upper: sorted[count / 2]))
                }
            }
        }
    }

    @Test func `the middle is found among equal values, and in rising, falling and alternating lists`() throws {
        for count in 1...130 {
            let places = (0..<count).map { Double($0) }
            let lists: [[Double]] = [
                places, places.reversed(), places.map { $0.truncatingRemainder(dividingBy: 2) },
                places.map { $0.truncatingRemainder(dividingBy: 3) }, places.map { _ in 6 },
                places.map { min($0, Double(count) - $0) },
            ]
            for list in lists.map({ $0.map { $0 + 1 } }) {
                let sorted = list.sorted()
                #expect(
                    try summary(of: list).middle == Summary.Middle(lower: sorted[(count - 1) / 2], upper: sorted[count / 2]))
            }
        }
    }

    @Test func `the standard deviation is that of a sample, and of one value there is none`() {
        #expect(Summary([2, 4, 2, 4])?.standardDeviation == 1.1547005383792515)
        #expect(Summary([3, 3])?.standardDeviation == 0)
        #expect(Summary([5])?.standardDeviation == nil)
    }
}
