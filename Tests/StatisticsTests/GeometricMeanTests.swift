import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct GeometricMeanTests {
    // `scipy.stats.gmean([1.03, 0.98, 1.5, 0.7, 1.1])` and the like.
    @Test(
        arguments: [([2.0, 8.0], 4.0), ([1, 10, 100], 10), ([0.5], 0.5), ([1.03, 0.98, 1.5, 0.7, 1.1], 1.0311671208531576)]
            as [([Double], Double)])
    func `the mean of factors is the root of their product`(factors: [Double], expected: Double) throws {
        let mean = try #require(GeometricMean.of(factors))
        #expect(abs(mean - expected) < 1e-14)
    }

    @Test func `nothing has no mean`() {
        #expect(GeometricMean.of([Double]()) == nil)
    }

    @Test func `logarithms that are known give the same mean`() {
        let factors = [1.03, 0.98, 1.5, 0.7, 1.1]
        #expect(GeometricMean.of(logarithms: factors.map { log($0) }) == GeometricMean.of(factors))
        #expect(GeometricMean.of(logarithms: []) == nil)
    }

    @Test func `ones have a mean of exactly 1`() {
        for count in 1...120 { #expect(GeometricMean.of([Double](repeating: 1, count: count)) == 1) }
    }

    @Test func `factors and their inverses balance`() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<100 {
            let factors = (0..<50).map { _ in Double.random(in: 0.2...5, using: &generator) }
            let mean = try #require(GeometricMean.of(factors))
            let inverse = try #require(GeometricMean.of(factors.map { 1 / $0 }))
            #expect(abs(mean * inverse - 1) < 1e-14)
            #expect(GeometricMean.of(factors.shuffled(using: &generator)) == mean)
            #expect(factors.min() ?? 0 <= mean && mean <= factors.max() ?? 0)
        }
    }
}
