import Statistics
import TestSupport
import Testing

// The expected sums are Python's: `python3 -c "import math; print(repr(math.fsum([…])))"`.
@Suite struct ExactSumTests {
    @Test(
        arguments: [
            ([], 0),
            ([1e16, 1, -1e16], 1),
            ([1e100, 1, -1e100, 1e-100, 1e50, -1, -1e50], 1e-100),
            ([Double](repeating: 0.1, count: 10), 1),
            ([9007199254740992, -0.5, -5.551115123125783e-17], 9007199254740991),
            ([9007199254740992, 1, 7.888609052210118e-31], 9007199254740994),
            ([9007199254741002, 1, 7.888609052210118e-31], 9007199254741004),
            ([9007199254740988, 0.5, 5.551115123125783e-17], 9007199254740989),
            ([1e308, 1e-308, -1e308], 1e-308),
            ([Double](repeating: .leastNonzeroMagnitude, count: 3), 3 * .leastNonzeroMagnitude),
            ([1.7976931348623157e308, -1.7976931348623157e308, .leastNonzeroMagnitude], .leastNonzeroMagnitude),
            ([1.0000000000000002, 1.1102230246251565e-16, 1.232595164407831e-32], 1.0000000000000004),
            ([1, 1.1102230246251565e-16], 1),
            ([1, 1.1102230246251565e-16, -1.232595164407831e-32], 1),
            ([1.0000000000000002, 1.1102230246251565e-16], 1.0000000000000004),
            ([-1, -1.1102230246251565e-16, -1.232595164407831e-32], -1.0000000000000002),
            ((1...1000).map { 1 / Double($0) }, 7.485470860550345),
            ((1...1000).map { ($0 % 2 == 0 ? 1 : -1) / Double($0) }, -0.6926474305598203),
        ] as [([Double], Double)])
    func `a sum is rounded once, as Python's fsum rounds it`(values: [Double], expected: Double) {
        #expect(ExactSum.of(values) == expected)
    }

    @Test func `a sum does not depend on the order of its values`() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let values = (0..<40).map { _ in
                Double.random(in: -1...1, using: &generator)
                    * Double(sign: .plus, exponent: .random(in: -80...80, using: &generator), significand: 1)
            }
            let expected = ExactSum.of(values)
            #expect(ExactSum.of(values.shuffled(using: &generator)) == expected)
            #expect(ExactSum.of(values.map { -$0 }) == -expected)
        }
    }

    @Test func `a sum of scaled whole numbers is the whole numbers' sum, rounded once`() {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<300 {
            let numbers = (0..<50).map { _ in Int64.random(in: -(1 << 52)...(1 << 52), using: &generator) }
            let values = numbers.map { Double($0) / 1_048_576 }
            #expect(ExactSum.of(values) == Double(numbers.reduce(0, +)) / 1_048_576)
        }
    }

    @Test func `a sum may be asked for in between`() {
        var sum = ExactSum()
        #expect(sum.value == 0)
        sum.add(0.1)
        #expect(sum.value == 0.1)
        sum.add(0.2)
        #expect(sum.value == 0.30000000000000004)
        sum.add(-0.1)
        #expect(sum.value == 0.2)
    }

    // Python's `statistics.mean`, which reckons in fractions.
    @Test(
        arguments: [
            ([0.1, 0.2, 0.3], 0.2),
            ([1e16, 1, -1e16, 3], 1),
            ([Double](repeating: 0.015, count: 60), 0.015),
            ([Double](repeating: 0.007, count: 20), 0.007),
            ([1e-300, 1e300, 1], 3.3333333333333335e299),
            ([1, 2, 3].map { $0 * .leastNonzeroMagnitude }, 2 * .leastNonzeroMagnitude),
        ] as [([Double], Double)])
    func `a mean is rounded once, as Python's statistics module rounds it`(values: [Double], expected: Double) {
        #expect(ExactSum.mean(of: values) == expected)
    }

    @Test func `nothing has no mean`() {
        #expect(ExactSum.mean(of: [Double]()) == nil)
    }

    @Test func `the mean of equal values is that value, however many there are`() {
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<2_000 {
            let value = Double.random(in: 1e-9...20, using: &generator)
            let count = Int.random(in: 1...250, using: &generator)
            #expect(ExactSum.mean(of: [Double](repeating: value, count: count)) == value)
        }
    }
}
