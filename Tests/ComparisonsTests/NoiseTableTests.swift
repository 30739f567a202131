import Archive
import Testing

@testable import Comparisons

@Suite struct NoiseTableTests {
    private func table(_ runs: [RunDigest], excluded: Set<ExactText> = []) -> NoiseTable {
        Judge(runs: runs, excludedBenchmarks: excluded).noise
    }

    // 0.006745 ÷ 0.6745 ÷ √2
    private let deviation = 0.0070710678118655

    @Test func `one run's deviation is learnt from the differences of neighbours`() throws {
        let noise = table(try MadeHistory().runs())
        #expect(abs(try #require(noise.deviation(of: "b00", machine: "box", flags: .none)) - deviation) < 1e-12)
        let times = try #require(noise.time(machine: "box", flags: .none))
        #expect(abs(times.overallDeviation - deviation) < 1e-12)
        #expect(abs(times.typicalDeviation - deviation) < 1e-12)
        #expect(!times.isAssumed)
        #expect(noise.time(machine: "other", flags: .none) == nil)
        #expect(noise.deviation(of: "unheard", machine: "box", flags: .none) == nil)
    }

    @Test func `a benchmark of its own noise is drawn towards the typical one`() throws {
        var runs = try MadeHistory(length: 1).runs()
        for day in 1..<9 {
            var times = same(day.isMultiple(of: 2) ? 0 : 0.006745, 20)
            times[3] *= 4
            runs.append(try MadeHistory().run("boxd\(day)", times, date: "2024-06-0\(day + 1)T12:00:00+00:00"))
        }
        // Eight pairs: √((8 · 0.04² + 10 · 0.01²) ÷ 18 ÷ 2)
        let own = try #require(table(runs).deviation(of: "b03", machine: "box", flags: .none))
        #expect(abs(own - 0.0195789002) < 1e-9)
        #expect(abs(try #require(table(runs).deviation(of: "b04", machine: "box", flags: .none)) - deviation) < 1e-12)
    }

    @Test func `the overall mean has a noise of its own, which is never nothing`() throws {
        let times = try #require(table(try MadeHistory(isInStep: false).runs()).time(machine: "box", flags: .none))
        #expect(abs(times.typicalDeviation - deviation) < 1e-12)
        #expect(times.overallDeviation == 0.001)
        let still = try #require(table(try MadeHistory(step: 0).runs()).time(machine: "box", flags: .none))
        #expect((still.typicalDeviation, still.overallDeviation) == (0.001, 0.001))
    }

    @Test func `a machine without history is taken for a usual one`() throws {
        for history in [
            MadeHistory(length: 3), MadeHistory(hasDates: false), MadeHistory(benchmarks: 19), MadeHistory(fork: "someone"),
        ] {
            let times = try #require(table(try history.runs()).time(machine: "box", flags: .none))
            #expect(times.isAssumed)
            #expect((times.typicalDeviation, times.overallDeviation) == (0.01, 0.005))
        }
        #expect(try #require(table(try MadeHistory(length: 4).runs()).time(machine: "box", flags: .none)).isAssumed == false)
    }

    @Test func `flags with little history share that of their machine`() throws {
        let runs = try MadeHistory().runs() + MadeHistory(flags: "JIT", step: 0.06745, length: 3).runs()
        let noise = table(runs)
        let rare = try #require(noise.time(machine: "box", flags: Flags(text: "JIT")))
        // Ten pairs, of which eight have the small step.
        #expect(abs(rare.typicalDeviation - deviation) < 1e-12)
        // Two pairs of its own: √((2 · 0.1² + 10 · 0.01²) ÷ 12 ÷ 2)
        #expect(abs(rare.overallDeviation - 0.0295803989) < 1e-9)
        #expect(abs(try #require(noise.time(machine: "box", flags: .none)).overallDeviation - deviation) < 1e-12)
    }

    @Test func `flags with a history of their own have their own noise`() throws {
        let noise = table(try MadeHistory().runs() + MadeHistory(flags: "JIT", step: 0.06745, length: 5).runs())
        #expect(
            abs(try #require(noise.time(machine: "box", flags: Flags(text: "JIT"))).typicalDeviation - 10 * deviation) < 1e-11)
        #expect(abs(try #require(noise.time(machine: "box", flags: .none)).typicalDeviation - deviation) < 1e-12)
    }

    @Test func `two runs differ by the noise of both, and it is known what that rests on`() throws {
        let noise = table(
            try MadeHistory().runs() + MadeHistory(flags: "JIT", length: 3).runs() + MadeHistory(flags: "NOGIL", length: 1).runs()
        )
        let own = try #require(noise.time(machine: "box", flags: .none))
        // e^(2.5705818 · √2 · 0.0070710678) − 1
        #expect(abs(own.typicalChange - 0.0260390) < 1e-6)
        #expect(abs(own.overallChange - 0.0260390) < 1e-6)
        #expect((own.pairs, own.isBorrowed, own.isAssumed) == (8, false, false))
        let rare = try #require(noise.time(machine: "box", flags: Flags(text: "JIT")))
        #expect((rare.pairs, rare.isBorrowed, rare.isAssumed) == (2, true, false))
        let single = try #require(noise.time(machine: "box", flags: Flags(text: "NOGIL")))
        #expect((single.pairs, single.isBorrowed, single.isAssumed) == (0, true, false))
        let young = try #require(table(try MadeHistory(length: 3).runs()).time(machine: "box", flags: .none))
        #expect((young.pairs, young.isBorrowed, young.isAssumed) == (2, false, true))
    }

    @Test func `values that count another thing tell nothing of the noise`() throws {
        var runs = try MadeHistory().runs()
        let bytes = (0..<20).map { Sample(benchmark: MadeHistory.name($0), unit: .byte, values: [1e9]) }
        let other = try MadeRun(nickname: "box", hash: "boxzzzz", commitDate: "2024-06-05T13:00:00+00:00", samples: bytes)
            .digest()
        runs.insert(other, at: runs.count / 2)
        #expect(abs(try #require(table(runs).deviation(of: "b00", machine: "box", flags: .none)) - deviation) < 1e-12)
    }

    @Test func `excluded benchmarks have a noise, and do not move the overall mean`() throws {
        let history = MadeHistory(benchmarks: 40)
        let names = Set((0..<21).map { ExactText(MadeHistory.name($0)) })
        let noise = table(try history.runs(), excluded: names)
        #expect(abs(try #require(noise.deviation(of: "b00", machine: "box", flags: .none)) - deviation) < 1e-12)
        // Nineteen are left, too few for an overall mean.
        #expect(try #require(noise.time(machine: "box", flags: .none)).overallDeviation == 0.005)
    }

    @Test func `memory has a noise of its own`() throws {
        let noise = table(try MadeHistory(hasMemory: true).runs())
        let memory = try #require(noise.memory(machine: "box", flags: .none))
        #expect(abs(memory.typicalDeviation - deviation) < 1e-12)
        #expect(abs(memory.overallDeviation - deviation) < 1e-12)
        let none = try #require(table(try MadeHistory().runs()).memory(machine: "box", flags: .none))
        #expect(none.isAssumed)
        #expect((none.typicalDeviation, none.overallDeviation) == (0.003, 0.002))
        let windows = try #require(
            table(try MadeHistory(system: .windows, hasMemory: true).runs()).memory(machine: "box", flags: .none))
        #expect(windows.isAssumed)
        let still = try #require(table(try MadeHistory(step: 0, hasMemory: true).runs()).memory(machine: "box", flags: .none))
        #expect((still.typicalDeviation, still.overallDeviation) == (0.0002, 0.0002))
    }
}

extension NoiseTable {
    /// The standard deviation of one run's logarithm of the mean time of a benchmark; nil where the archive has no such run.
    fileprivate func deviation(of benchmark: String, machine: String, flags: Flags) -> Double? {
        guard let noise = time(machine: machine, flags: flags),
            let place = names[.init(name: ExactText(benchmark), unit: .second)]
        else { return nil }
        return noise.variances[place].squareRoot()
    }
}
