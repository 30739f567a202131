import Archive
import Testing

@testable import Comparisons

@Suite struct CautionTests {
    @Test func `a machine without history is said to have none`() throws {
        #expect(try MadeHistory(length: 3).verdict(base: same(0.5, 20), head: same(0, 20)).cautions == [.assumedNoise])
        #expect(try MadeHistory(length: 4).verdict(base: same(0.5, 20), head: same(0, 20)).cautions == [])
    }

    @Test func `noisy builds are said to be noisy`() throws {
        // Half an interval is 2.5705818 times the step of 0.018 ÷ 0.6745 and of 0.0129 ÷ 0.6745; the limit is ln 1.05.
        let cautions = try MadeHistory(step: 0.018).verdict(base: same(0, 20), head: same(0, 20)).cautions
        guard case .noisyBuilds(let change, "box") = try #require(cautions.first) else {
            Issue.record("\(cautions)")
            return
        }
        #expect(abs(change - 0.0710074) < 1e-7)
        #expect(try MadeHistory(step: 0.0127).verdict(base: same(0, 20), head: same(0, 20)).cautions == [])
        #expect(try MadeHistory(step: 0.0129).verdict(base: same(0, 20), head: same(0, 20)).cautions.map(\.code) == ["C3"])
    }

    @Test func `fewer than twenty benchmarks are no overall result`() throws {
        #expect(try MadeHistory().verdict(base: [0.5], head: [0]).cautions == [.fewBenchmarks(count: 1)])
        #expect(try MadeHistory().verdict(base: same(0.5, 19), head: same(0, 19)).cautions == [.fewBenchmarks(count: 19)])
        #expect(try MadeHistory().verdict(base: same(0.5, 20), head: same(0, 20)).cautions == [])
    }

    @Test(
        arguments: [
            ("base", ("Linux-5", "Linux-6"), [Caution.platformChanged(base: "Linux-5", head: "Linux-6")]),
            ("default_base_vs_JIT", ("Linux-5", "Linux-6"), [.platformChanged(base: "Linux-5", head: "Linux-6")]),
            ("3.12.0", ("Linux-5", "Linux-6"), []), ("base", ("Linux-6", "Linux-6"), []), ("base", (nil, "Linux-6"), []),
            ("base", ("Linux-5", nil), []),
        ] as [(String, (String?, String?), [Caution])])
    func `another operating system is said where both runs are of one time`(
        label: String, platforms: (String?, String?), expected: [Caution]
    ) throws {
        let verdict = try MadeHistory().verdict(base: same(0.5, 20), head: same(0, 20), label: label, platforms: platforms)
        #expect(verdict.cautions == expected)
    }

    /// A run whose first benchmarks vary as much as these, and the others as much as usual.
    private func run(_ hash: String, upset: Int, of count: Int = 20) throws -> RunDigest {
        try MadeRun(
            nickname: "box", hash: hash,
            samples: (0..<count).map { Sample(benchmark: MadeHistory.name($0), values: $0 < upset ? [1, 1.04] : [1, 1.01]) }
        ).digest()
    }

    private func cautions(head: RunDigest, base: RunDigest, others: Int = 5) throws -> [Caution] {
        let runs = try (0..<others).map { try run("other0\($0)", upset: 0) } + [head, base]
        return Judge(runs: runs, excludedBenchmarks: []).verdict(of: Pair(label: "base", head: head, base: base)).cautions.filter
        {
            $0.code == "C1"
        }
    }

    @Test func `a run of which a tenth varied more than usual is said to be unsteady`() throws {
        #expect(
            try cautions(head: run("head000", upset: 2), base: run("base000", upset: 1))
                == [.unsteadyRun(side: .head, share: 0.1, machine: "box")])
        #expect(
            try cautions(head: run("head000", upset: 1), base: run("base000", upset: 5))
                == [.unsteadyRun(side: .base, share: 0.25, machine: "box")])
        #expect(
            try cautions(head: run("head000", upset: 3), base: run("base000", upset: 2)) == [
                .unsteadyRun(side: .head, share: 0.15, machine: "box"), .unsteadyRun(side: .base, share: 0.1, machine: "box"),
            ])
    }

    @Test func `what is usual takes five runs to know, and a run of twenty benchmarks to miss`() throws {
        #expect(try cautions(head: run("head000", upset: 9), base: run("base000", upset: 0), others: 2) == [])
        #expect(try cautions(head: run("head000", upset: 9), base: run("base000", upset: 0), others: 3).count == 1)
        #expect(try cautions(head: run("head000", upset: 9, of: 19), base: run("base000", upset: 0)) == [])
    }
}
