import Testing

@testable import Generator

@Suite struct SampleTests {
    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `sixty values have the mean and the deviation that were asked for`(seed: UInt64) {
        var draws = Draws(seed: seed, "test")
        let values = Sample(Timing(mean: 0.25, spread: 0.01), &draws).values
        let deviation = (mean(values.map { ($0 - 0.25) * ($0 - 0.25) })).squareRoot()
        #expect(values.count == 60)
        #expect(abs(mean(values) - 0.25) < 1e-12)
        #expect(abs(deviation - 0.0025) < 1e-12)
        #expect(values.allSatisfy { $0 > 0.23 && $0 < 0.27 })
    }

    @Test func `a stalled sample keeps its mean, with eight values far above the others`() {
        var draws = Draws(seed: 1, "test")
        let timing = Timing(mean: 0.09, spread: 0.008, stalled: .init(quiet: 0.01, every: 7))
        let values = Sample(timing, &draws).values
        #expect(abs(mean(values) - 0.09) < 1e-12)
        #expect(values.filter { $0 > 0.5 }.count == 8)
        #expect(values.filter { $0 < 0.011 }.count == 52)
    }

    @Test func `equal words give equal draws, other words or seeds give others`() {
        var first = Draws(seed: 7, "ab", "c")
        var same = Draws(seed: 7, "ab", "c")
        var otherWords = Draws(seed: 7, "a", "bc")
        var otherSeed = Draws(seed: 8, "ab", "c")
        let expected = first.next()
        #expect(same.next() == expected)
        #expect(otherWords.next() != expected)
        #expect(otherSeed.next() != expected)
    }
}
