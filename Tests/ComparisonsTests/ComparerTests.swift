import Archive
import Comparisons
import Foundation
import Statistics
import Testing

@Suite struct ComparerTests {
    private func compare(base: [Sample?], head: [Sample?], excluded: Set<ExactText> = []) throws -> Comparison {
        let pair = Pair(
            label: "base", head: try MadeRun(hash: "bbbbbbb", samples: head).digest(),
            base: try MadeRun(hash: "aaaaaaa", samples: base).digest())
        return try Comparer(excludedBenchmarks: excluded).comparison(of: pair)
    }

    private func sample(_ name: String, _ values: [Double], tags: [String] = []) -> Sample? {
        Sample(benchmark: name, tags: tags, values: values)
    }

    @Test func `a benchmark in another unit is neither missing nor new`() throws {
        let comparison = try compare(
            base: [sample("a", [1]), sample("gone", [1]), Sample(benchmark: "size", unit: .second, values: [1])],
            head: [sample("a", [1]), sample("fresh", [1]), Sample(benchmark: "size", unit: .byte, values: [9])])
        let names = OneSidedNames(comparison)
        #expect(names.missing == ["gone"])
        #expect(names.new == ["fresh"])
        #expect(names.inOtherUnit == ["size"])
        // The report's form has them all.
        #expect(comparison.missing == ["gone", "size"])
        #expect(comparison.new == ["fresh", "size"])
    }

    @Test func `rows stand in the order of the baseline's file, with its tags`() throws {
        let comparison = try compare(
            base: [
                sample("c", [1], tags: ["math"]), sample("a", [1], tags: ["startup", "apps"]), sample("x", [1], tags: ["only"]),
                sample("b", [4]),
            ],
            head: [
                sample("a", [2]), sample("b", [1], tags: ["regex"]), sample("c", [1.5]), sample("new2", [1]), sample("new1", [1]),
            ])
        #expect(comparison.benchmarks == ["c", "a", "b"])
        #expect(comparison.rows.map { comparison.base($0).tags } == [["math"], ["startup", "apps"], []])
        #expect(comparison.rowsByTag.map(\.tag) == ["apps", "math", "startup"])
        #expect(comparison.rowsByTag.map(\.rows) == [[1], [0], [1]])
        #expect(comparison.orderByName.map { comparison.benchmarks[$0] } == ["a", "b", "c"])
        #expect(comparison.missing == ["x"])
        #expect(comparison.new == ["new1", "new2"])
        #expect(comparison.rows.map(\.ratio.slowdown) == [1.5, 2, 0.25])
        #expect(comparison.orderByRatio.map { comparison.benchmarks[$0] } == ["b", "c", "a"])
        #expect(comparison.rows.map { comparison.base($0).mean } == [1, 1, 4])
        #expect(comparison.rows.map { comparison.head($0).mean } == [1.5, 2, 1])
    }

    @Test func `equal ratios keep the order of the baseline's file`() throws {
        let names = ["d", "b", "e", "a", "c"]
        let comparison = try compare(base: names.map { sample($0, [1]) }, head: names.reversed().map { sample($0, [2]) })
        #expect(comparison.orderByRatio.map { comparison.benchmarks[$0] } == names)
    }

    @Test func `a ratio is one, faster or slower`() {
        #expect(Ratio(baseline: 2, head: 1).value == 2)
        #expect(Ratio(baseline: 2, head: 1).isFaster)
        #expect(Ratio(baseline: 2, head: 2).isOne && !Ratio(baseline: 2, head: 2).isFaster)
        #expect(!Ratio(baseline: 1, head: 2).isFaster)
    }

    @Test func `the test decides what is significant, and what cannot be tested is`() throws {
        let comparison = try compare(
            base: [
                sample("differs", values(1)), sample("alike", values(1, spread: 0.2)), sample("single", [1]),
                sample("unequal", values(1)),
                sample("constant", values(0.015, spread: 0)), sample("pair", [1, 2]),
            ],
            head: [
                sample("differs", values(1.1)), sample("alike", values(1.001, spread: 0.2)), sample("single", [1]),
                sample("unequal", values(1, count: 59)), sample("constant", values(0.015, spread: 0)),
                sample("pair", [1.1, 2.1]),
            ])
        let significant = comparison.rows.indices.filter { comparison.rows[$0].isSignificant }
        #expect(significant.map { comparison.benchmarks[$0] } == ["differs", "single", "unequal", "constant"])
        #expect(comparison.rows[4].ratio.isOne)
    }

    @Test func `the overall mean takes what is not significant as 1, and leaves unequal counts and exclusions out`() throws {
        let base = [
            sample("twice", values(2)), sample("alike", values(1, spread: 0.2)), sample("unequal", values(1)),
            sample("excluded", values(1)),
        ]
        let head = [
            sample("twice", values(1)), sample("alike", values(1.01, spread: 0.2)), sample("unequal", values(9, count: 59)),
            sample("excluded", values(9)),
        ]
        let mean = try #require(try compare(base: base, head: head, excluded: ["excluded"]).overallMean)
        // The root of 2 × 1; the mean of ratios is a trifle above the ratio of means.
        #expect(abs(mean - 2.0.squareRoot()) < 1e-5)
        let withAll = try #require(try compare(base: base, head: head).overallMean)
        #expect(abs(withAll - cbrt(2.0 / 9)) < 1e-4)
        #expect(
            try compare(base: base, head: head, excluded: ["excluded"]).rows.map(\.isExcluded) == [false, false, false, true])
    }

    @Test func `up to three values count untested`() throws {
        let comparison = try compare(base: [sample("a", [1, 2, 3])], head: [sample("a", [1, 2, 3])])
        // 1 ÷ 1, 1 ÷ 2, 1 ÷ 3 and so on: 2 × 11 ÷ 18.
        #expect(abs(try #require(comparison.overallMean) - 11.0 / 9) < 1e-15)
        #expect(try compare(base: [sample("a", [49])], head: [sample("a", [49])]).overallMean == 1)
    }

    @Test func `without a benchmark that counts there is no overall mean and no performance test`() throws {
        let comparison = try compare(base: [sample("a", values(1))], head: [sample("a", values(2))], excluded: ["a"])
        #expect(comparison.overallMean == nil)
        #expect(comparison.performanceTest == .failure(.nothingToCompare))
        #expect(comparison.madePerformanceTest == nil)
        #expect(comparison.rows.count == 1)
        #expect(try compare(base: [sample("a", values(1))], head: [sample("a", values(2, count: 40))]).overallMean == nil)
    }

    @Test func `the performance test takes unequal counts and leaves exclusions out`() throws {
        let test = try compare(
            base: [sample("a", values(1, count: 40)), sample("b", values(1)), sample("c", [1])],
            head: [sample("a", values(0.5)), sample("b", values(0.5)), sample("c", [1])], excluded: ["c"]
        ).performanceTest
        let made = try test.get()
        #expect(made.direction == .faster)
        let refused = try compare(base: [sample("a", values(1, count: 11))], head: [sample("a", values(1, count: 11))])
        #expect(refused.performanceTest == .failure(.tooFewValues(count: 11, needed: 12)))
    }

    @Test func `without a common benchmark there is a problem that names both files`() throws {
        let problem = #expect(throws: Problem.self) { try compare(base: [sample("a", [1])], head: [sample("b", [1])]) }
        #expect(
            problem?.description == """
                results/bm-20240605-3.14.0a0-bbbbbbb/bm-20240605-linux-x86_64-python-main-3.14.0a0-bbbbbbb.json: error: This run has no \
                benchmark in common with its baseline \
                results/bm-20240605-3.14.0a0-aaaaaaa/bm-20240605-linux-x86_64-python-main-3.14.0a0-aaaaaaa.json.
                  hint: Nothing was compared for base; run the same benchmarks on both.
                """)
    }

    @Test func `a name that comes twice is held by its first sample, and is neither missing nor new`() throws {
        let comparison = try compare(
            base: [sample("a", [1]), sample("b", [1]), sample("b", [2])],
            head: [sample("b", [4]), sample("b", [8]), sample("a", [2]), sample("a", [3])])
        #expect(comparison.benchmarks == ["a", "b", "b"])
        #expect(comparison.rows.map { comparison.head($0).mean } == [2, 4, 4])
        #expect(comparison.missing.isEmpty && comparison.new.isEmpty)
    }

    @Test func `a tag that a sample holds twice is one tag`() throws {
        let comparison = try compare(
            base: [sample("a", [1], tags: ["x", "y", "x"]), sample("b", [1], tags: ["x"])],
            head: [sample("a", [2]), sample("b", [1])])
        #expect(comparison.rowsByTag.map(\.tag) == ["x", "y"])
        #expect(comparison.rowsByTag.map(\.rows) == [[1, 0], [0]])
    }

    @Test func `the mean of a table takes insignificant ratios as they are`() throws {
        let rows = try compare(
            base: [sample("a", values(1)), sample("b", values(1, spread: 0.5))],
            head: [sample("a", values(4)), sample("b", values(1.01, spread: 0.5))]
        ).rows
        #expect(rows.map(\.isSignificant) == [true, false])
        let mean = try #require(Ratio.mean(ofLogarithms: rows.map(\.ratio.logSlowdown)))
        #expect(abs(mean.slowdown - (4 * 1.01).squareRoot()) < 1e-12)
        #expect(Ratio.mean(ofLogarithms: []) == nil)
    }
}

extension Comparison {
    /// The baseline's sample of a row.
    fileprivate func base(_ row: Row) -> SampleDigest { pair.base.samples[row.base] }
    /// The head's sample of a row.
    fileprivate func head(_ row: Row) -> SampleDigest { pair.head.samples[row.head] }
}
