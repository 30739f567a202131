import Archive
import Statistics
import TestSupport
import Testing

@testable import Comparisons

/// What the cache keeps of runs and comparisons.
@Suite struct RecordTests {
    /// What comes back from a cache.
    private func returned<Record: ByteCodable>(_ record: Record) throws -> Record? {
        let folder = try TemporaryFolder()
        let cache = Cache(folder: folder.path)
        let (kind, key) = (Cache.Kind("test", version: 1), ContentHash(of: "key"))
        cache.keep(record, kind, key)
        return cache.record(kind, key, as: Record.self)
    }

    /// Values of many sizes, each bit of them drawn; none so large that its square is infinite.
    private func values(_ generator: inout SeededGenerator) -> [Double] {
        (0..<Int.random(in: 1...9, using: &generator)).map { _ in
            Double(
                sign: .plus, exponent: Int.random(in: -200...200, using: &generator),
                significand: Double.random(in: 1..<2, using: &generator))
        }
    }

    @Test func `a run's content comes back to the bit`() throws {
        for seed in 0..<40 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let units: [Archive.Sample.Unit] = [.second, .byte, .integer]
            let samples = (0..<seed % 4).compactMap { index in
                Archive.Sample(
                    benchmark: "bench \(index) é\u{0}", tags: index == 1 ? [] : ["a", "b \n"], unit: units[index % 3],
                    values: values(&generator),
                    valuesPerProcess: [1, 0, 3],
                    memory: index == 2 ? .none : MemoryReadings(command: values(&generator), process: values(&generator)))
            }
            #expect(samples.count == seed % 4)
            let metadata = Metadata([Metadata.Entry(key: "z", text: ""), Metadata.Entry(key: "perf_version", text: "2.\(seed)")])
            let run = Run(
                file: "results/x.json",
                name: try #require(
                    RunName(stem: "bm-20240605-m-x-python-main-3.13.0-3a83b17", folder: "bm-20240605-3.13.0-3a83b17")),
                metadata: metadata, samples: samples, hash: ContentHash(of: "\(seed)"))
            let content = RunContent(run, machine: Machine(nickname: "m", system: seed.isMultiple(of: 2) ? .darwin : .linux))
            let back = try #require(try returned(content))
            #expect((back == content) == true, "seed \(seed)")
            for (left, right) in zip(back.samples, content.samples) {
                #expect(left.summary.mean.bitPattern == right.summary.mean.bitPattern)
            }
            #expect(throws: Problem.self) { try back.rest.get() }
            let rest = try #require(try returned(try content.rest.get()))
            for (index, sample) in samples.enumerated() {
                #expect(rest.values(at: index).map(\.bitPattern) == sample.values.map(\.bitPattern))
                #expect(rest.valuesPerProcess(at: index) == sample.valuesPerProcess)
            }
        }
    }

    @Test func `figures come back, also those that are missing`() throws {
        let test = HierarchicalPerformanceTest(direction: .slower, reliability: 0.75, at90: 1.25, at95: nil, at99: -0.0)
        let record = FiguresRecord([
            ContentHash(of: "all"): Figures(overallMean: 1.0625, overallCount: 7, performanceTest: test, memoryChange: 0.5),
            ContentHash(of: "none"): Figures(overallMean: nil, overallCount: 7, performanceTest: nil, memoryChange: nil),
            ContentHash(of: "some"): Figures(
                overallMean: .leastNonzeroMagnitude, overallCount: 1,
                performanceTest: HierarchicalPerformanceTest(direction: .faster, reliability: 1, at90: nil, at95: 2, at99: nil),
                memoryChange: nil),
        ])
        let back = try #require(try returned(record))
        #expect(back == record)
        #expect(back.values[ContentHash(of: "all")]?.performanceTest?.at99?.sign == .minus)
        #expect(try returned(FiguresRecord()) == FiguresRecord())
    }

    @Test func `verdicts come back as they were, but for their benchmarks`() throws {
        let counts = VerdictCounts(faster: 1, slower: 2, same: 3, unclear: 4, hints: 5)
        let row = BenchmarkVerdict(
            benchmark: "a", estimate: Estimate(logRatio: 1, deviation: 1), word: .faster, isHint: false)
        let whole = Verdict(
            word: .slower, overall: Estimate(logRatio: -0.25, deviation: 0.125), overallCount: 21, benchmarks: [row],
            counts: counts,
            cautions: [
                .unsteadyRun(side: .base, share: 0.25, machine: "box"), .assumedNoise, .noisyBuilds(change: 0.5, machine: "box"),
                .fewBenchmarks(count: 3), .platformChanged(base: "a", head: "b"),
                .driver(Verdict.Driver(benchmark: "télco", isOpposite: true)),
            ],
            memory: MemoryVerdict(word: .same, overall: nil, benchmarks: [row], counts: counts),
            repeatedMemory: RepeatedMemory(side: .base, count: 15, family: 20), machine: "box")
        let empty = Verdict(
            word: .unclear, overall: nil, overallCount: 0, benchmarks: [], counts: counts, cautions: [], memory: nil,
            machine: "")
        for verdict in [whole, empty] { #expect(try returned(verdict) == verdict.overview) }
        #expect(whole.overview.benchmarks.isEmpty && whole.overview.memory?.benchmarks.isEmpty == true)
        #expect(
            whole.overview.cautions == whole.cautions && whole.overview.driver?.isOpposite == true
                && whole.overview.overall == whole.overall)
    }

    @Test func `a machine called unknown is special only while its system is`() {
        func variant(_ nickname: String, _ system: Machine.System) -> String {
            RunContent.variant(of: Machine(nickname: nickname, system: system))
        }
        #expect(variant("unknown", .other("unknown")) == "unknown")
        #expect(variant("unknown", .darwin) == "darwin")
        #expect(variant("unknown", .linux) == "")
        #expect(variant("mac", .darwin) == "darwin")
        #expect(variant("box", .other("unknown")) == "")
    }

    /// Whatever two machines make different of one content has different keys.
    @Test func `equal variants mean equal contents`() throws {
        let samples = [
            Archive.Sample(benchmark: "a", values: [1, 2], memory: MemoryReadings(command: [], process: [2048, 4096]))
        ].compactMap(\.self)
        let machines = ["unknown", "box"].flatMap { nickname in
            [Machine.System.linux, .darwin, .windows, .other("unknown"), .other("plan9")].map {
                Machine(nickname: nickname, system: $0)
            }
        }
        for platform in ["macOS-15", "Linux-6", "Windows-11", nil] {
            for perfVersion in ["2.6.2", "2.6.3", nil] {
                let entries = [("platform", platform), ("perf_version", perfVersion)].compactMap { key, text in
                    text.map { Metadata.Entry(key: key, text: $0) }
                }
                let run = Run(
                    file: "results/x.json",
                    name: try #require(
                        RunName(stem: "bm-20240605-m-x-python-main-3.13.0-3a83b17", folder: "bm-20240605-3.13.0-3a83b17")),
                    metadata: Metadata(entries), samples: samples, hash: ContentHash(of: "x"))
                var contents: [String: RunContent] = [:]
                for machine in machines {
                    let (variant, content) = (RunContent.variant(of: machine), RunContent(run, machine: machine))
                    #expect(contents[variant, default: content] == content, "\(machine), \(platform ?? ""), \(perfVersion ?? "")")
                    contents[variant] = content
                }
            }
        }
    }

    @Test func `figures of one content on a machine called unknown and on another are kept apart`() throws {
        func key(_ nickname: String, _ system: Machine.System, edition: String = "e", excluded: Set<ExactText> = []) throws
            -> ContentHash
        {
            let base = try MadeRun(nickname: nickname, system: system, hash: "bbbbbbb").digest()
            let head = try MadeRun(nickname: nickname, system: system, hash: "hhhhhhh").digest()
            func same(_ digest: RunDigest, _ hash: String) -> RunDigest {
                let run = Run(
                    file: digest.file, name: digest.name, metadata: digest.metadata, samples: [], hash: ContentHash(of: hash))
                return RunDigest(run, machine: digest.machine)
            }
            return FiguresRecord.Keys(excluded: excluded, edition: ContentHash(of: edition)).key(
                of: Pair(label: "base", head: same(head, "head"), base: same(base, "base")))
        }
        let keys = [
            try key("unknown", .other("unknown")), try key("box", .other("unknown")), try key("box", .windows),
            try key("box", .windows, edition: "f"), try key("box", .windows, excluded: ["a"]),
            try key("box", .windows, excluded: ["a", "b"]),
        ]
        #expect(Set(keys).count == keys.count)
        #expect(try key("box", .windows, excluded: ["b", "a"]) == keys[5])
        #expect(try key("other", .windows) == keys[2])
    }
}
