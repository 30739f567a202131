import Archive
import Comparisons
import Reports
import TestSupport
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
            benchmarks: [row(benchmark, benchmarkWord, isHint)], counts: counts, cautions: cautions,
            memory: MemoryVerdict(
                word: .same, overall: Estimate(logRatio: 0.001, deviation: 0.001), benchmarks: [row(memory, memoryWord, false)],
                counts: counts), machine: "box")
    }

    /// The verdict on two runs that have nothing in common.
    private var empty: Verdict {
        Verdict(
            word: .unclear, overall: nil, overallCount: 0, benchmarks: [],
            counts: VerdictCounts(faster: 0, slower: 0, same: 0, unclear: 0, hints: 0), cautions: [], memory: nil,
            machine: "")
    }

    private func shown(_ verdict: Verdict) -> ShownVerdict { ShownVerdict(verdict, VerdictWords(verdict)) }

    private func keys(_ verdict: Verdict) -> [ContentHash] {
        var (page, listing) = (PageKey(ContentHash(of: "edition"), "test"), PageKey(ContentHash(of: "edition"), "test"))
        shown(verdict).addSummary(to: &page)
        page.add(shown(verdict).benchmarksHash)
        shown(verdict).addSummary(to: &listing)
        return [page.hash, listing.hash]
    }

    @Test func `the ends of an interval are rounded once, and the smallest visible change to a tenth of a percent`() throws {
        // e^(0.1 ± 2.5705818 · 0.02) = 1.0498 and 1.1634; e^(2.5705818 · 0.02) − 1 = 5.276 %
        let row = try #require(verdict().benchmarks.first)
        let change = RoundedChange(row)
        #expect((change.hundredths.size, change.hundredths.near, change.hundredths.far) == (111, 105, 116))
        #expect(change.visible == 53)
        // Places follow from the rounded doubt: 1.1052 ÷ 1.053 and 1.1052 · 1.053.
        #expect((change.size, change.near, change.far) == (1105, 1050, 1164))
    }

    @Test func `a verdict that was kept comes back with its words, and without its benchmarks`() throws {
        let folder = try TemporaryFolder()
        let (cache, key) = (Cache(folder: folder.path), ContentHash(of: "key"))
        let (clear, bare) = (
            shown(verdict(cautions: [.fewBenchmarks(count: 3), .driver(Verdict.Driver(benchmark: "télco", isOpposite: false))])),
            shown(empty)
        )
        let record = VerdictRecord([ContentHash(of: "clear"): KeptVerdict(clear), ContentHash(of: "bare"): KeptVerdict(bare)])
        cache.keep(record, VerdictRecord.kind, key)
        let back = try #require(cache.record(VerdictRecord.kind, key, as: VerdictRecord.self))
        #expect(back == record)
        let kept = try #require(back.values[ContentHash(of: "clear")])
        #expect(kept.words == clear.words && kept.words.cautions.count == 2 && kept.words.interval != nil)
        #expect(kept.overview.benchmarks.isEmpty && kept.benchmarks == clear.benchmarksHash)
        #expect(back.values[ContentHash(of: "bare")]?.words.interval == nil)
    }

    @Test func `a doubt is never shown as none, and never as more than a number holds`() {
        #expect(Estimate(logRatio: 0, deviation: 0).stepsOfDoubt == 1)
        #expect(Estimate(logRatio: 0, deviation: .infinity).stepsOfDoubt == 1_000_000_000)
        #expect(Estimate(logRatio: 0, deviation: .nan).stepsOfDoubt == 1_000_000_000)
    }

    @Test func `noise that moves in its last digits changes no page`() {
        #expect(keys(verdict(deviation: 0.010001, benchmark: 0.02001, memory: 0.00201)) == keys(verdict()))
    }

    @Test func `whatever is shown of a benchmark changes the report's page, and no listing`() {
        let changed = [
            verdict(benchmark: 0.021), verdict(memory: 0.003), verdict(benchmarkWord: .same), verdict(benchmarkWord: nil),
            verdict(isHint: true), verdict(memoryWord: .slower),
        ]
        #expect(Set(changed.map { keys($0)[0] } + [keys(verdict())[0]]).count == changed.count + 1)
        #expect(Set(changed.map { keys($0)[1] } + [keys(verdict())[1]]).count == 1)
    }

    @Test func `each word of a benchmark makes a page of its own, with and without a hint`() {
        let words: [VerdictWord?] = VerdictWord.allCases + [nil]
        let made = words.flatMap { word in [true, false].map { keys(verdict(benchmarkWord: word, isHint: $0))[0] } }
        #expect(Set(made).count == 10)
    }

    @Test func `whatever is shown of the whole changes both`() {
        let changed = [verdict(.unclear), verdict(deviation: 0.011), verdict(cautions: [.assumedNoise])]
        for index in 0..<2 { #expect(Set((changed + [verdict()]).map { keys($0)[index] }).count == changed.count + 1) }
    }
}
