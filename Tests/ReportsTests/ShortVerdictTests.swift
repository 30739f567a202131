import Comparisons
import Reports
import Testing

@Suite struct ShortVerdictTests {
    private func short(
        _ word: VerdictWord, logRatio: Double = 0, deviation: Double = 0.005, isOverall: Bool = true, count: Int = 90,
        family: Int = 90
    ) -> String {
        words(word, logRatio: logRatio, deviation: deviation, isOverall: isOverall, count: count, family: family).line
    }

    private func words(
        _ word: VerdictWord, logRatio: Double = 0, deviation: Double = 0.005, isOverall: Bool = true, count: Int = 90,
        family: Int = 90
    ) -> ShortVerdict {
        ShortVerdict(
            Verdict(
                word: word, overall: isOverall ? Estimate(logRatio: logRatio, deviation: deviation) : nil, overallCount: count,
                benchmarks: [], counts: VerdictCounts(faster: 0, slower: 0, same: 0, unclear: family, hints: 0),
                cautions: [], memory: nil, machine: "linux")
        )
    }

    @Test func `a title says what it comes down to, and on how few benchmarks`() {
        let clear = words(.faster, logRatio: 0.283933)
        #expect((clear.phrase, clear.heading) == ("1.33x faster", "1.33x faster"))
        let few = words(.slower, logRatio: -0.10436, count: 3)
        #expect((few.phrase, few.heading) == ("1.11x slower on 3 benchmarks", "1.11x slower on 3 benchmarks"))
        #expect(words(.same).heading == "No change")
        #expect(words(.same, count: 1).phrase == "no change on 1 benchmark")
        #expect(words(.unclear).heading == "Unclear")
        #expect(words(.unclear, count: 19).phrase == "unclear on 19 benchmarks")
        #expect(words(.unclear, isOverall: false).heading == "No overall figure")
        #expect(words(.unclear, isOverall: false, count: 0, family: 0).heading == "Nothing to judge")
    }

    @Test func `a clear change stands with its interval in its own direction`() {
        #expect(short(.faster, logRatio: 0.283933, deviation: 0.0053) == "1.33x faster (1.31–1.35)")
        // ln 1.11 = 0.10436
        #expect(short(.slower, logRatio: -0.10436, deviation: 0.014) == "1.11x slower (1.07–1.15)")
    }

    @Test func `what is not clear has no direction but that of its ratio`() {
        #expect(short(.same, logRatio: 0.003, deviation: 0.002) == "no change (within 2 %)")
        // e^(2.5705818 · 0.0077) − 1 = 2.0 %
        #expect(short(.unclear, logRatio: 0.001, deviation: 0.0077) == "unclear (1.00x, ±2.0 %)")
        #expect(short(.unclear, logRatio: 0.0103, deviation: 0.0054) == "unclear (1.01x, ±1.4 %)")
        #expect(short(.unclear, logRatio: -0.0103, deviation: 0.0054) == "unclear (0.99x, ±1.4 %)")
    }

    @Test func `few benchmarks are counted`() {
        #expect(short(.faster, logRatio: 0.283933, deviation: 0.0053, count: 1) == "1.33x faster (1.31–1.35, 1 benchmark)")
        #expect(short(.slower, logRatio: -0.10436, deviation: 0.014, count: 19) == "1.11x slower (1.07–1.15, 19 benchmarks)")
        #expect(short(.same, count: 2) == "no change (within 2 %, 2 benchmarks)")
        #expect(short(.unclear, deviation: 0.0077, count: 2) == "unclear (1.00x, ±2.0 %, 2 benchmarks)")
        #expect(short(.same, count: 20) == "no change (within 2 %)")
    }

    @Test func `nothing is said of nothing`() {
        #expect(short(.unclear, isOverall: false, count: 0, family: 0) == "nothing to judge")
        #expect(short(.unclear, isOverall: false, count: 0) == "no overall figure")
    }

    private func memory(
        _ word: VerdictWord, logRatio: Double = 0, deviation: Double = 0.002, isOverall: Bool = true, moved: Int = 0
    ) -> String {
        ShortVerdict(
            memory: MemoryVerdict(
                word: word, overall: isOverall ? Estimate(logRatio: logRatio, deviation: deviation) : nil, benchmarks: [],
                counts: VerdictCounts(faster: 0, slower: moved, same: 0, unclear: 89 - moved, hints: 0))
        ).line
    }

    @Test func `memory is more, less, or neither`() {
        // ln 1.081 = 0.077887, ln 0.9 = −0.105361; 2.5705818 · 0.002 = 0.0051412
        #expect(memory(.slower, logRatio: 0.077887, moved: 85) == "8.1 % more (7.5–8.7 %)")
        #expect(memory(.faster, logRatio: -0.105361, moved: 85) == "10.0 % less (9.5–10.5 %)")
        #expect(memory(.same) == "no change (within 1 %)")
        #expect(memory(.same, moved: 12) == "no change (within 1 %, 12 of 89 moved)")
        #expect(memory(.unclear, logRatio: 0.008) == "unclear (+0.8 %, ±0.5 %)")
        #expect(memory(.unclear, logRatio: -0.008, moved: 3) == "unclear (−0.8 %, ±0.5 %, 3 of 89 moved)")
        #expect(memory(.unclear, logRatio: -0.0001) == "unclear (0.0 %, ±0.5 %)")
        #expect(memory(.unclear, isOverall: false) == "nothing to judge")
        #expect(ShortVerdict(memory: nil).line == "not measured")
    }

    @Test func `what became of the benchmarks is counted, where there are any`() {
        #expect(
            VerdictCounts(faster: 45, slower: 20, same: 10, unclear: 6, hints: 2).text == "45 faster, 20 slower of 81")
        #expect(VerdictCounts(faster: 0, slower: 0, same: 0, unclear: 0, hints: 0).text == nil)
    }
}
