import Statistics
import TestSupport
import Testing

// The expected figures come from a second implementation that follows the rules word for word, in Python:
//
//     def ranks(d):
//         plus = minus = 0
//         for x in d:
//             q = 1+sum(abs(y) < abs(x) for y in d); e = sum(abs(y) == abs(x) for y in d)
//             if x > 0: plus += q+e/2-1/2
//             elif x < 0: minus += q+e/2-1/2
//             else: plus += q/2+e/4-1/4; minus += q/2+e/4-1/4
//         n = len(d); return plus, minus, phi((plus-n*(n+1)/4)/math.sqrt(n*(n+1)*(2*n+1)/24))
//     def at(pairs, s):
//         d = []
//         for a, b in pairs:
//             j = [s*x for x in a]+b; h = len(j)//2; d.append(median(j[:h])-median(j[h:]))
//         return ranks(d)
//
// with the three decimal rounds of the search on top, the formula 26.2.17 as `phi`, and the lists of ``side(_:count:factor:spread:)``.
@Suite struct HierarchicalPerformanceTestTests {
    private static let faster = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01, 0.85, 0.75]
    private static let slower = [1.5, 1.6, 1.7, 1.8, 1.9, 1.95, 0.99, 1.01, 1.85, 1.75]

    @Test func `a faster head has its reliability and its three factors`() throws {
        let test = try HierarchicalPerformanceTest(pairs(Self.faster))
        #expect(test.direction == .faster)
        #expect(abs(test.reliability - 0.995327909597691) < 1e-14)
        #expect(hundredths(test) == [108, 107, 102])
    }

    @Test func `a slower head has its reliability and its three factors`() throws {
        let test = try HierarchicalPerformanceTest(pairs(Self.slower))
        #expect(test.direction == .slower)
        #expect(abs(test.reliability - 0.9965447354860633) < 1e-14)
        #expect(hundredths(test) == [142, 135, 106])
    }

    @Test func `equal sides are slower by nothing, with even odds`() throws {
        let test = try HierarchicalPerformanceTest(pairs([Double](repeating: 1, count: 10)))
        #expect(test.direction == .slower)
        #expect(abs(test.reliability - 0.5000000210180745) < 1e-15)
        #expect(hundredths(test) == [100, 100, 100])
    }

    @Test func `a factor of 1 is the answer where nothing passes`() throws {
        let test = try HierarchicalPerformanceTest(pairs([0.5, 1.2, 0.9, 1.4, 0.8, 1.1]))
        #expect(test.direction == .slower)
        #expect(abs(test.reliability - 0.6234237350719085) < 1e-14)
        #expect(hundredths(test) == [100, 100, 100])
    }

    @Test(arguments: [(11.0, HierarchicalPerformanceTest.Direction.slower), (1.0 / 16, .faster)])
    func `beyond 10 there is no factor`(factor: Double, direction: HierarchicalPerformanceTest.Direction) throws {
        let test = try HierarchicalPerformanceTest(pairs([Double](repeating: factor, count: 12)))
        #expect(test.direction == direction)
        #expect(abs(test.reliability - 0.9988910703288111) < 1e-14)
        #expect(hundredths(test) == [nil, nil, nil])
    }

    @Test func `just below 10 there is one`() throws {
        let test = try HierarchicalPerformanceTest(pairs([Double](repeating: 9.5, count: 12)))
        #expect(hundredths(test) == [949, 949, 949] || hundredths(test) == [950, 950, 950])
        #expect(test.direction == .slower)
    }

    // With 28 and 12 values the halves are 20 and 20: the second one begins with eight of the head's. Medians of the sides as they are
    // would give 1.09, 1.07 and 1.01.
    @Test func `sides of different size mix in the second half`() throws {
        let test = try HierarchicalPerformanceTest(pairs(Self.faster, head: 28, baseline: 12, spread: 0.05))
        #expect(test.direction == .faster)
        #expect(abs(test.reliability - 0.9974689232058042) < 1e-14)
        #expect(hundredths(test) == [108, 108, 103])
    }

    @Test func `twelve values are enough, also as the mean of both sides`() throws {
        let uneven = try HierarchicalPerformanceTest(
            pairs([1.5, 1.6, 1.7, 1.8, 1.9, 1.95, 1.2, 1.3, 1.85, 1.75], head: 13, baseline: 11))
        #expect(abs(uneven.reliability - 0.9974689232058042) < 1e-14)
        #expect(hundredths(uneven) == [153, 149, 130])
        let even = try HierarchicalPerformanceTest(pairs(Self.faster, head: 12, baseline: 12))
        #expect(even.direction == .faster)
    }

    @Test func `eleven values on each side are refused, whatever the other pairs hold`() throws {
        let short = try pairs(Self.faster) + pairs([0.5], head: 11, baseline: 11)
        #expect(throws: HierarchicalPerformanceTest.Refusal.tooFewValues(count: 11, needed: 12)) {
            try HierarchicalPerformanceTest(short)
        }
        let odd = try pairs([0.5], head: 12, baseline: 11)
        #expect(throws: HierarchicalPerformanceTest.Refusal.tooFewValues(count: 11, needed: 12)) {
            try HierarchicalPerformanceTest(odd)
        }
    }

    @Test func `nothing is refused`() {
        #expect(throws: HierarchicalPerformanceTest.Refusal.nothingToCompare) { try HierarchicalPerformanceTest([]) }
    }

    @Test func `sides of equal size are not asked for their values`() throws {
        let summary = try summary(of: [1, 2])
        let pair = HierarchicalPerformanceTest.Pair(headSummary: summary, baselineSummary: summary) {
            Issue.record("The values were asked for.")
            return ([], [])
        }
        #expect(pair.count == 2)
    }

    @Test func `values that are asked for and not there end the test`() throws {
        struct Gone: Error {}
        let (two, three) = (try summary(of: [1, 2]), try summary(of: [1, 2, 3]))
        #expect(throws: Gone.self) {
            try HierarchicalPerformanceTest.Pair(headSummary: two, baselineSummary: three) { () throws(Gone) in throw Gone() }
        }
    }

    @Test func `more confidence never means a larger factor, and the order of pairs does not matter`() throws {
        var generator = SeededGenerator(seed: 61)
        for _ in 0..<40 {
            let factors = (0..<Int.random(in: 1...25, using: &generator)).map { _ in
                Double.random(in: 0.4...2.2, using: &generator)
            }
            let made = try pairs(factors)
            let test = try HierarchicalPerformanceTest(made)
            let found = hundredths(test).map { $0 ?? 1_000 }
            #expect(found[0] >= found[1] && found[1] >= found[2] && found[2] >= 100)
            #expect(test.reliability >= 0.49 && test.reliability <= 1)
            #expect(try HierarchicalPerformanceTest(made.shuffled(using: &generator)) == test)
        }
    }

    @Test func `swapped sides turn the direction around and keep the reliability`() throws {
        var generator = SeededGenerator(seed: 62)
        for _ in 0..<40 {
            let factors = (0..<15).map { _ in Double.random(in: 0.5...0.97, using: &generator) }
            let there = try HierarchicalPerformanceTest(pairs(factors))
            let back = try HierarchicalPerformanceTest(pairs(factors, swapped: true))
            #expect(there.direction == .faster)
            #expect(back.direction == .slower)
            #expect(abs(there.reliability - back.reliability) < 1e-6)
        }
    }

    @Test func `a head that is faster still is not less reliably faster`() throws {
        let reliabilities = try [1.0, 0.98, 0.95, 0.9, 0.8].map { scale in
            let test = try HierarchicalPerformanceTest(pairs(Self.faster.map { $0 * scale }))
            #expect(test.direction == .faster)
            return test.reliability
        }
        #expect(reliabilities == reliabilities.sorted())
    }
}

extension HierarchicalPerformanceTestTests {
    // `[f*(1+k)*(1+((i*7+k*3) % 11)*spread) for i in range(n)]`
    private func side(_ k: Int, count: Int, factor: Double, spread: Double) -> [Double] {
        (0..<count).map { factor * Double(1 + k) * (1 + Double(($0 * 7 + k * 3) % 11) * spread) }
    }

    private func pairs(
        _ factors: [Double], head: Int = 20, baseline: Int = 20, spread: Double = 0.001, swapped: Bool = false
    ) throws -> [HierarchicalPerformanceTest.Pair] {
        try factors.enumerated().map { k, factor in
            var sides = (
                side(k, count: head, factor: factor, spread: spread), side(k, count: baseline, factor: 1, spread: spread)
            )
            if swapped { sides = (sides.1, sides.0) }
            return HierarchicalPerformanceTest.Pair(
                headSummary: try summary(of: sides.0), baselineSummary: try summary(of: sides.1)
            ) { (sides.0, sides.1) }
        }
    }

    private func hundredths(_ test: HierarchicalPerformanceTest) -> [Int?] {
        [test.at90, test.at95, test.at99].map { $0.map { Int(($0 * 100).rounded()) } }
    }
}
