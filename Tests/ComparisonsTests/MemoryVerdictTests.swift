import Archive
import Testing

@testable import Comparisons

@Suite struct MemoryVerdictTests {
    private let history = MadeHistory(hasMemory: true)

    @Test func `more memory is above nothing, where more time is below`() throws {
        let verdict = try history.verdict(base: same(0, 20), head: same(0.05, 20))
        let memory = try #require(verdict.memory)
        #expect((verdict.word, memory.word) == (.slower, .slower))
        #expect(memory.counts == VerdictCounts(faster: 0, slower: 20, same: 0, unclear: 0, hints: 0))
        #expect(abs(try #require(memory.overall).logRatio - 0.05) < 1e-12)
        #expect(abs(try #require(memory.overall).deviation - 0.01) < 1e-12)
        #expect(abs(try #require(memory.benchmarks.first).estimate.logRatio - 0.05) < 1e-12)
        #expect(try #require(try history.verdict(base: same(0.05, 20), head: same(0, 20)).memory).word == .faster)
    }

    @Test func `the overall change is the plain mean of all judged benchmarks`() throws {
        let verdict = try history.verdict(base: same(0, 21), head: [0.3] + same(0.01, 19) + [5], excluded: ["b20"])
        // (0.3 + 19 · 0.01) ÷ 20
        #expect(abs(try #require(verdict.memory?.overall).logRatio - 0.0245) < 1e-12)
    }

    @Test func `no change is ruled out within one percent`() throws {
        let still = try MadeHistory(step: 0.0006745, hasMemory: true).verdict(base: same(0, 20), head: same(0, 20))
        #expect(still.memory?.word == .same)
        #expect(still.memory?.counts.same == 20)
        // A change that is not clear, and not ruled out either.
        let unclear = try MadeHistory(step: 0.0026980, hasMemory: true).verdict(base: same(0, 20), head: same(0, 20))
        #expect(unclear.memory?.word == .unclear)
        #expect(unclear.memory?.counts.unclear == 20)
    }

    @Test func `one reading against many is compared by the means`() throws {
        func run(_ hash: String, _ peaks: [Double]) throws -> RunDigest {
            try MadeRun(
                nickname: "box", hash: hash,
                samples: [Sample(benchmark: "b00", values: [1], memory: MemoryReadings(command: [], process: peaks))]
            ).digest()
        }
        let (base, head) = (try run("base000", [1e6]), try run("head000", same(1.2e6, 21)))
        let verdict = Judge(runs: try history.runs() + [base, head], excludedBenchmarks: []).verdict(
            of: Pair(label: "base", head: head, base: base))
        // ln 1.2
        #expect(abs(try #require(verdict.memory?.overall).logRatio - 0.1823215568) < 1e-9)
        #expect(verdict.memory?.counts.slower == 1)
    }

    @Test(arguments: [(10, true), (11, false)])
    func `one value for more than half of the benchmarks is no measurement`(count: Int, isMeasured: Bool) throws {
        // What the tool that measures takes itself.
        let repeated = same(6_012_928, count) + (count..<20).map { 1e6 * Double($0) }
        let measured = (0..<20).map { 1e6 * Double($0 + 1) }
        func repeats(_ side: Caution.Side) -> RepeatedMemory? {
            isMeasured ? nil : RepeatedMemory(side: side, count: count, family: 20)
        }
        for (verdict, side) in [
            (try verdict(base: measured, head: repeated), Caution.Side.head),
            (try verdict(base: repeated, head: measured), .base),
            (try verdict(base: measured, head: repeated.reversed()), .head),
        ] {
            #expect(verdict.repeatedMemory == repeats(side))
            #expect((verdict.memory != nil) == isMeasured)
        }
    }

    @Test func `few benchmarks may well take the same`() throws {
        let verdict = try verdict(base: same(6_012_928, 19), head: same(6_012_928, 19))
        #expect(verdict.repeatedMemory == nil)
        #expect(verdict.memory?.counts.family == 19)
    }

    @Test func `readings that are no measurement teach nothing about noise`() throws {
        let (head, base) = (
            try run("head000", (0..<20).map { 1.02e6 * Double($0 + 1) }),
            try run("base000", (0..<20).map { 1e6 * Double($0 + 1) })
        )
        func deviation(_ history: [RunDigest]) throws -> Double {
            let judge = Judge(runs: history + [base, head], excludedBenchmarks: [])
            return try #require(judge.verdict(of: Pair(label: "3.12.0", head: head, base: base)).memory?.overall).deviation
        }
        // Four neighbours of one value each would scatter by nothing at all.
        let repeated = try (0..<4).map { day in
            try run("rep000\(day)", same(6_012_928, 20), commitDate: "2024-06-1\(day)T12:00:00+00:00")
        }
        #expect(try deviation(history.runs() + repeated) == deviation(history.runs()))
    }

    private func run(_ hash: String, _ peaks: [Double], commitDate: String? = nil) throws -> RunDigest {
        let samples = peaks.enumerated().map { index, peak in
            Sample(benchmark: MadeHistory.name(index), values: [1], memory: MemoryReadings(command: [], process: [peak]))
        }
        return try MadeRun(nickname: "box", hash: hash, commitDate: commitDate, samples: samples).digest()
    }

    /// The verdict on two runs with these peaks, one for each benchmark.
    private func verdict(base: [Double], head: [Double]) throws -> Verdict {
        let (one, two) = (try run("base000", base), try run("head000", head))
        return Judge(runs: try history.runs() + [one, two], excludedBenchmarks: []).verdict(
            of: Pair(label: "3.12.0", head: two, base: one))
    }

    @Test func `where memory was not measured nothing is said of it`() throws {
        #expect(try MadeHistory().verdict(base: same(0, 20), head: same(0, 20)).memory == nil)
        #expect(try MadeHistory(system: .windows, hasMemory: true).verdict(base: same(0, 20), head: same(0, 20)).memory == nil)
    }
}
