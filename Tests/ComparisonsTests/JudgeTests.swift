import Archive
import TestSupport
import Testing

@testable import Comparisons

/// Verdicts after a history in which one run's deviation is 0.01 ÷ √2, so that a comparison's is 0.01 and half an interval 0.0257.
@Suite struct JudgeTests {
    @Test func `a change of all benchmarks is clear`() throws {
        let verdict = try MadeHistory().verdict(base: same(0.05, 20), head: same(0, 20))
        #expect(verdict.word == .faster)
        #expect(verdict.counts == VerdictCounts(faster: 20, slower: 0, same: 0, unclear: 0, hints: 0))
        #expect(verdict.overallCount == 20)
        let overall = try #require(verdict.overall)
        #expect(abs(overall.logRatio - 0.05) < 1e-12)
        #expect(abs(overall.deviation - 0.01) < 1e-12)
        let first = try #require(verdict.benchmarks.first)
        #expect((first.benchmark, first.word, first.isHint) == ("b00", .faster, false))
        #expect(abs(first.estimate.logRatio - 0.05) < 1e-12)
        #expect(abs(first.estimate.deviation - 0.01) < 1e-12)
        #expect((verdict.driver, verdict.cautions, verdict.memory?.word, verdict.machine) == (nil, [], nil, "box"))
        #expect(try MadeHistory().verdict(base: same(0, 20), head: same(0.05, 20)).word == .slower)
    }

    @Test func `no change is the same where the noise is small, and unclear where it is not`() throws {
        let counts = VerdictCounts(faster: 0, slower: 0, same: 20, unclear: 0, hints: 0)
        let loud = try MadeHistory().verdict(base: same(0, 20), head: same(0, 20))
        #expect((loud.word, loud.counts) == (.unclear, counts))
        let still = try MadeHistory(isInStep: false).verdict(base: same(0, 20), head: same(0, 20))
        #expect((still.word, still.counts) == (.same, counts))
        let louder = try MadeHistory(step: 0.01349).verdict(base: same(0, 20), head: same(0, 20))
        #expect(louder.counts == VerdictCounts(faster: 0, slower: 0, same: 0, unclear: 20, hints: 0))
    }

    @Test func `a lone change must be larger than one of many`() throws {
        // Of 20 benchmarks one alone needs p ≤ 0.05 ÷ 20, which is a score of 5.6.
        let almost = try MadeHistory().verdict(base: [0.055] + same(0, 19), head: same(0, 20))
        #expect(almost.counts == VerdictCounts(faster: 0, slower: 0, same: 19, unclear: 1, hints: 1))
        #expect(almost.benchmarks.map(\.isHint) == [true] + Array(repeating: false, count: 19))
        let clear = try MadeHistory().verdict(base: [0.057] + same(0, 19), head: same(0, 20))
        #expect(clear.counts == VerdictCounts(faster: 1, slower: 0, same: 19, unclear: 0, hints: 0))
        // With half of them moving, p ≤ 0.025 is enough: a score of 3.2.
        let many = try MadeHistory().verdict(base: same(0.033, 10) + same(0, 10), head: same(0, 20))
        #expect(many.counts.faster == 10)
    }

    @Test func `a change below one percent is not clear, however sure it is`() throws {
        let history = MadeHistory(step: 0)
        let below = try history.verdict(base: same(0.0099, 20), head: same(0, 20))
        #expect(below.counts == VerdictCounts(faster: 0, slower: 0, same: 20, unclear: 0, hints: 20))
        #expect(try history.verdict(base: same(0.01, 20), head: same(0, 20)).counts.faster == 20)
    }

    @Test func `an excluded benchmark is shown and not judged`() throws {
        let verdict = try MadeHistory().verdict(base: same(0.05, 20) + [3], head: same(0, 21), excluded: ["b20"])
        #expect((verdict.counts.family, verdict.overallCount, verdict.benchmarks.count) == (20, 20, 21))
        let last = try #require(verdict.benchmarks.last)
        #expect((last.word, last.isHint) == (nil, false))
        #expect(abs(last.estimate.logRatio - 3) < 1e-12)
        #expect(abs(try #require(verdict.overall).logRatio - 0.05) < 1e-12)
    }

    @Test func `one benchmark can be the whole result`() throws {
        let lost = try MadeHistory().verdict(base: [2] + same(0, 19), head: same(0, 20))
        #expect((lost.word, lost.driver) == (.faster, Verdict.Driver(benchmark: "b00", isOpposite: false)))
        #expect(lost.cautions.contains(.driver(Verdict.Driver(benchmark: "b00", isOpposite: false))))
        let turned = try MadeHistory().verdict(base: same(0, 3) + [2] + same(0, 16), head: same(0.05, 3) + [0] + same(0.05, 16))
        #expect((turned.word, turned.driver) == (.faster, Verdict.Driver(benchmark: "b03", isOpposite: true)))
        // Of two equal ones it is the first: without it the result is lost, with it the other is too small to matter.
        let two = try MadeHistory().verdict(base: same(0.4, 2) + same(0, 18), head: same(0, 20))
        #expect((two.word, two.driver) == (.faster, Verdict.Driver(benchmark: "b00", isOpposite: false)))
        #expect(try MadeHistory().verdict(base: same(0.05, 20), head: same(0, 20)).driver == nil)
        // Nineteen benchmarks make no overall result that one of them could decide.
        #expect(try MadeHistory().verdict(base: [2] + same(0, 18), head: same(0, 19)).driver == nil)
    }

    @Test func `what only one run holds is not judged`() throws {
        let verdict = try MadeHistory().verdict(base: same(0.05, 25), head: same(0, 21))
        #expect((verdict.benchmarks.count, verdict.overallCount, verdict.counts.faster) == (21, 21, 21))
    }

    @Test func `few benchmarks add their own noise to that of the overall mean`() throws {
        let verdict = try MadeHistory().verdict(base: same(0.05, 5), head: same(0, 5))
        // √(0.01² + 5 · 0.01² ÷ 5²)
        #expect(abs(try #require(verdict.overall).deviation - 0.0109544512) < 1e-9)
        #expect(verdict.cautions == [.fewBenchmarks(count: 5)])
    }

    @Test func `runs of one benchmark are judged by it`() throws {
        let verdict = try MadeHistory().verdict(base: [0.05], head: [0])
        #expect((verdict.word, verdict.counts.faster, verdict.counts.family, verdict.overallCount) == (.faster, 1, 1, 1))
        #expect(abs(try #require(verdict.overall).deviation - 0.0141421356) < 1e-9)
    }

    @Test func `where all is excluded there is nothing to judge`() throws {
        let verdict = try MadeHistory(hasMemory: true).verdict(base: [0.05], head: [0], excluded: ["b00"])
        #expect((verdict.word, verdict.overall, verdict.overallCount, verdict.counts.family) == (.unclear, nil, 0, 0))
        #expect((verdict.benchmarks.count, verdict.cautions) == (1, []))
        let memory = try #require(verdict.memory)
        #expect((memory.word, memory.overall, memory.counts.family, memory.benchmarks.count) == (.unclear, nil, 0, 1))
    }

    /// A run with so many equal values of each benchmark.
    private func run(_ hash: String, _ values: [[Double]], flags: String = "") throws -> RunDigest {
        try MadeRun(
            nickname: "box", hash: hash, flags: flags,
            samples: values.enumerated().map { Sample(benchmark: MadeHistory.name($0), values: $1) }
        ).digest()
    }

    @Test func `unequal numbers of values are judged, but make no overall figure`() throws {
        let runs = [
            try run("base000", Array(repeating: [1.1], count: 20)), try run("head000", Array(repeating: [1, 1], count: 20)),
        ]
        let verdict = Judge(runs: try MadeHistory().runs() + runs, excludedBenchmarks: []).verdict(
            of: Pair(label: "base", head: runs[1], base: runs[0]))
        #expect((verdict.word, verdict.overall, verdict.overallCount, verdict.counts.faster) == (.unclear, nil, 0, 20))
        #expect(verdict.cautions == [])
    }

    @Test func `each side has the noise of its own build`() throws {
        let (base, head) = (
            try MadeHistory().run("base000", same(0.5, 20)), try MadeHistory(flags: "JIT").run("head000", same(0, 20))
        )
        let history = try MadeHistory().runs() + MadeHistory(flags: "JIT", step: 0.06745, length: 9).runs()
        let verdict = Judge(runs: history + [base, head], excludedBenchmarks: []).verdict(
            of: Pair(label: "base", head: head, base: base))
        // √((0.01² + 0.1²) ÷ 2)
        #expect(abs(try #require(verdict.benchmarks.first).estimate.deviation - 0.0710633520) < 1e-9)
    }

    @Test func `a run that was unsteady in itself is doubted more than its machine's history`() throws {
        let runs = [
            try run("base000", Array(repeating: [1, 1], count: 20)),
            try run("head000", Array(repeating: [1, 1], count: 19) + [[1, 1.5]]),
        ]
        let verdict = Judge(runs: try MadeHistory().runs() + runs, excludedBenchmarks: []).verdict(
            of: Pair(label: "base", head: runs[1], base: runs[0]))
        // The two logarithms are ln 1.5 apart: their mean's squared error is (ln 1.5 ÷ 2)², and the baseline's variance 0.01² ÷ 2.
        #expect(abs(try #require(verdict.benchmarks.last).estimate.deviation - 0.2028558) < 1e-7)
        #expect(abs(try #require(verdict.benchmarks.first).estimate.deviation - 0.01) < 1e-12)
    }

    @Test func `a verdict's basis is another exactly where something besides its two runs could change it`() throws {
        let history = try MadeHistory().runs()
        let others = try MadeHistory(nickname: "other", step: 0.02).runs()
        let pair = Pair(label: "base", head: history[8], base: history[0])
        func basis(_ runs: [RunDigest], _ pair: Pair) -> ContentHash { Judge(runs: runs, excludedBenchmarks: []).basis(of: pair) }
        let usual = basis(history, pair)
        // Another machine's history says nothing of this one, nor does a fork's single run.
        #expect(basis(history + others, pair) == usual)
        let fork = try MadeHistory(fork: "fork").run("f000001", Array(repeating: 0, count: 20), date: "2024-06-02T00:00:00+00:00")
        #expect(basis(history + [fork], pair) == usual)
        #expect(basis(history.reversed(), pair) == usual)
        // One commit fewer is another noise, another label another caution, and another baseline's build has a noise of its own.
        #expect(basis(Array(history.dropLast(1)), Pair(label: "base", head: history[7], base: history[0])) != usual)
        let noisier = try MadeHistory(step: 0.02).runs()
        #expect(basis(noisier, Pair(label: "base", head: noisier[8], base: noisier[0])) != usual)
        #expect(basis(history, Pair(label: "3.12.0", head: history[8], base: history[0])) != usual)
        #expect(basis(history + others, Pair(label: "base", head: history[8], base: others[0])) != usual)
        func spelled(_ name: String) throws -> ContentHash {
            let old = try MadeHistory(nickname: name).run(
                "a000001", Array(repeating: 0, count: 20), date: "2024-06-02T00:00:00+00:00")
            return basis(history + [old], Pair(label: "base", head: history[8], base: old))
        }
        #expect(try spelled("b\u{E9}") != spelled("be\u{301}"))
    }

    @Test func `the order of the runs changes nothing`() throws {
        let history = try MadeHistory(hasMemory: true).runs() + MadeHistory(flags: "JIT", step: 0.02).runs()
        let ends = [
            try MadeHistory(hasMemory: true).run("base000", (0..<20).map { Double($0) / 100 }),
            try MadeHistory(flags: "JIT", hasMemory: true).run("head000", same(0.07, 20)),
        ]
        let pair = Pair(label: "base", head: ends[1], base: ends[0])
        let expected = Judge(runs: history + ends, excludedBenchmarks: ["b07"]).verdict(of: pair)
        for seed in 0..<20 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let shuffled = (history + ends).shuffled(using: &generator)
            let verdict = Judge(runs: shuffled, excludedBenchmarks: ["b07"]).verdict(of: pair)
            #expect((verdict == expected) == true, "seed \(seed)")
        }
    }
}
