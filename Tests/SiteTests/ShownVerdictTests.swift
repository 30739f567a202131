import Archive
import Comparisons
import Reports
import Testing

@testable import Site

@Suite struct ShownVerdictTests {
    /// A verdict with one benchmark of time and one of memory.
    private func verdict(
        _ word: VerdictWord = .faster, deviation: Double = 0.01, benchmark: Double = 0.02, memory: Double = 0.002,
        benchmarkWord: VerdictWord? = .unclear, isHint: Bool = false, memoryWord: VerdictWord = .unclear, cautions: [Caution] = []
    ) -> Verdict {
        let counts = VerdictCounts(faster: 20, slower: 3, same: 4, unclear: 5, hints: 0)
        func row(_ deviation: Double, _ word: VerdictWord?, _ isHint: Bool) -> BenchmarkVerdict {
            BenchmarkVerdict(
                benchmark: "b", estimate: Estimate(logRatio: 0.1, deviation: deviation), word: word, isHint: isHint)
        }
        return Verdict(
            word: word, overall: Estimate(logRatio: 0.22314, deviation: deviation), overallCount: 32,
            benchmarks: [row(benchmark, benchmarkWord, isHint)], counts: counts, driver: nil, cautions: cautions,
            memory: MemoryVerdict(
                word: .same, overall: Estimate(logRatio: 0.001, deviation: 0.001), benchmarks: [row(memory, memoryWord, false)],
                counts: counts), machine: "box")
    }

    private func shown(_ verdict: Verdict) -> ShownVerdict { ShownVerdict(verdict, VerdictWords(verdict)) }

    private func keys(_ verdict: Verdict) -> [ContentHash] {
        var (page, listing) = (PageKey(ContentHash(of: "edition"), "test"), PageKey(ContentHash(of: "edition"), "test"))
        shown(verdict).add(to: &page)
        shown(verdict).addSummary(to: &listing)
        return [page.hash, listing.hash]
    }

    @Test func `the smallest visible change is shown in steps of a tenth of a percent`() throws {
        // e^(2.5705818 · 0.01) − 1 = 2.604 %, e^(2.5705818 · 0.02) − 1 = 5.276 %
        let rounded = shown(verdict()).rounded
        let (overall, benchmark) = (try #require(rounded.overall), try #require(rounded.benchmarks.first))
        #expect(abs(overall.smallestVisibleChange - 0.026) < 1e-12)
        #expect(abs(benchmark.estimate.smallestVisibleChange - 0.053) < 1e-12)
        #expect((overall.logRatio, benchmark.estimate.logRatio) == (0.22314, 0.1))
        #expect((benchmark.benchmark, benchmark.word, benchmark.isHint) == ("b", .unclear, false))
        #expect(abs(try #require(rounded.memory?.benchmarks.first).estimate.smallestVisibleChange - 0.005) < 1e-12)
        #expect((rounded.word, rounded.counts, rounded.machine) == (.faster, verdict().counts, "box"))
    }

    @Test func `a doubt is never shown as none, and never as more than a number holds`() {
        #expect(Estimate(logRatio: 0, deviation: 0).stepsOfDoubt == 1)
        #expect(Estimate(logRatio: 0, deviation: .infinity).stepsOfDoubt == 1_000_000_000)
        #expect(Estimate(logRatio: 0, deviation: .nan).stepsOfDoubt == 1_000_000_000)
    }

    @Test func `noise that moves in its last digits changes no page`() {
        #expect(keys(verdict(deviation: 0.010001, benchmark: 0.02001, memory: 0.00201)) == keys(verdict()))
        // What is shown is the same too.
        #expect((shown(verdict(deviation: 0.010001, benchmark: 0.02001)).rounded == shown(verdict()).rounded) == true)
    }

    @Test func `whatever is shown of a benchmark changes the report's page, and no listing`() {
        let changed = [
            verdict(benchmark: 0.021), verdict(memory: 0.003), verdict(benchmarkWord: .same), verdict(benchmarkWord: nil),
            verdict(isHint: true), verdict(memoryWord: .slower),
        ]
        #expect(Set(changed.map { keys($0)[0] } + [keys(verdict())[0]]).count == changed.count + 1)
        #expect(Set(changed.map { keys($0)[1] } + [keys(verdict())[1]]).count == 1)
    }

    @Test func `whatever is shown of the whole changes both`() {
        let changed = [verdict(.unclear), verdict(deviation: 0.011), verdict(cautions: [.assumedNoise])]
        for index in 0..<2 { #expect(Set((changed + [verdict()]).map { keys($0)[index] }).count == changed.count + 1) }
    }
}
