import Archive
import Comparisons
import Testing

@Suite struct MemoryChangeTests {
    private func sample(_ name: String, process: [Double] = [], command: [Double] = []) -> Sample? {
        Sample(benchmark: name, values: values(1), memory: MemoryReadings(command: command, process: process))
    }

    private func change(
        base: [Sample?], head: [Sample?], system: Machine.System = .linux,
        perf: (base: String?, head: String?) = ("2.6.3", "2.6.3"),
        excluded: Set<ExactText> = []
    ) throws -> Double? {
        let pair = Pair(
            label: "base", head: try MadeRun(system: system, hash: "bbbbbbb", perfVersion: perf.head, samples: head).digest(),
            base: try MadeRun(system: system, hash: "aaaaaaa", perfVersion: perf.base, samples: base).digest())
        return try Comparer(excludedBenchmarks: excluded).comparison(of: pair).memoryChange
    }

    @Test func `the change is head over baseline, the arithmetic mean of what differs`() throws {
        let change = try #require(
            try change(
                base: [
                    sample("a", process: [100]), sample("b", process: [100]),
                    sample("alike", process: values(100, spread: 0.3, count: 21)),
                ],
                head: [
                    sample("a", process: [150]), sample("b", process: [300]),
                    sample("alike", process: values(101, spread: 0.3, count: 21)),
                ]))
        #expect(abs(change - 2.25) < 1e-14)
    }

    @Test func `one reading against twenty-one does not count`() throws {
        let (one, many) = ([sample("a", process: [100])], [sample("a", process: values(200, count: 21))])
        #expect(try change(base: one, head: many) == nil)
        #expect(try change(base: many, head: one) == nil)
        #expect(try #require(try change(base: many, head: many.map { _ in sample("a", process: values(400, count: 21)) })) > 1.99)
    }

    @Test func `single readings always count`() throws {
        #expect(try change(base: [sample("a", process: [100])], head: [sample("a", process: [100])]) == 1)
    }

    @Test func `what has no reading or is excluded does not count`() throws {
        #expect(try change(base: [sample("a")], head: [sample("a", process: [5])]) == nil)
        #expect(try change(base: [sample("a")], head: [sample("a")]) == nil)
        let (base, head) = (
            [sample("a", process: [1]), sample("b", process: [1])], [sample("a", process: [2]), sample("b", process: [9])]
        )
        #expect(try change(base: base, head: head, excluded: ["b"]) == 2)
        #expect(try change(base: base, head: head, excluded: ["a", "b"]) == nil)
    }

    @Test func `a constant list on one side gives a number`() throws {
        let change = try change(
            base: [sample("a", process: values(1000, spread: 0, count: 22))],
            head: [sample("a", process: values(1400, count: 22))])
        #expect(abs(try #require(change) - 1.4) < 1e-12)
        // Equal and constant on both sides: nothing differs.
        let equal = [sample("a", process: values(1000, spread: 0, count: 22))]
        #expect(try self.change(base: equal, head: equal) == nil)
    }

    @Test func `on Windows the change is unknown`() throws {
        #expect(try change(base: [sample("a", process: [1])], head: [sample("a", process: [2])], system: .windows) == nil)
        #expect(try change(base: [sample("a", process: [1])], head: [sample("a", process: [2])], system: .other("unknown")) == 2)
    }

    @Test(arguments: [
        ("2.6.2", 2048.0), ("2.6", 2048), ("2.5.0", 2048), ("1.10", 2048), ("2.6.3", 2), ("2.6.10", 2), ("2.7.0", 2),
        ("2.10.0", 2), ("3", 2),
    ])
    func `on macOS an old tool's readings of the process are divided by 1,024, for each file by itself`(
        version: String, expected: Double
    ) throws {
        let (base, head) = ([sample("a", process: [1024])], [sample("a", process: [2048])])
        // The baseline's tool decides about the baseline alone: its reading shrinks and the factor grows.
        #expect(try change(base: base, head: head, system: .darwin, perf: (base: version, head: "2.6.3")) == expected)
        #expect(try change(base: base, head: head, system: .darwin, perf: (base: version, head: version)) == 2)
        #expect(try change(base: base, head: head, system: .linux, perf: (base: version, head: "2.6.3")) == 2)
    }

    @Test func `on macOS the command's readings are never divided`() throws {
        let (base, head) = ([sample("a", command: [1024])], [sample("a", command: [2048])])
        #expect(try change(base: base, head: head, system: .darwin, perf: (base: "2.5.0", head: "2.6.3")) == 2)
    }

    @Test(arguments: [(nil, "2.6.3"), ("2.6.3", nil), (nil, nil)] as [(String?, String?)])
    func `on macOS without the tool's version the change is unknown`(base: String?, head: String?) throws {
        let (one, two) = ([sample("a", process: [1])], [sample("a", process: [2])])
        #expect(try change(base: one, head: two, system: .darwin, perf: (base: base, head: head)) == nil)
        #expect(try change(base: one, head: two, system: .linux, perf: (base: base, head: head)) == 2)
    }

    @Test(arguments: [("Windows-10-10.0.20348", nil), ("Linux-5.4.0-164-generic", 2.0), (nil, 2.0)] as [(String?, Double?)])
    func `the machine named unknown has the system of its platform`(platform: String?, expected: Double?) throws {
        let runs = try [("aaaaaaa", 100.0), ("bbbbbbb", 200)].map { hash, peak in
            try MadeRun(
                nickname: "unknown", system: .other("unknown"), hash: hash, platform: platform,
                samples: [sample("a", process: [peak])]
            ).digest()
        }
        let pair = Pair(label: "base", head: runs[1], base: runs[0])
        #expect(try Comparer(excludedBenchmarks: []).comparison(of: pair).memoryChange == expected)
    }
}
