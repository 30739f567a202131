import Archive
import Testing

@testable import Comparisons

@Suite struct NoisePairsTests {
    /// The pairs of some runs by their commits, baseline first.
    private func pairs(_ runs: [MadeRun]) throws -> Set<String> {
        let digests = try runs.map { run in
            var run = run
            run.samples = (0..<20).map { Sample(benchmark: "b\($0)", values: [1]) }
            return try run.digest()
        }
        let found = NoisePairs(digests).byBuild.values.joined()
        return Set(found.map { "\(digests[$0.base].name.hash) \(digests[$0.head].name.hash)" })
    }

    private func run(_ hash: String, _ date: String?, version: String = "3.14.0a6") -> MadeRun {
        MadeRun(version: version, hash: hash, commitDate: date)
    }

    @Test func `neighbours follow each other in time, whatever their paths and offsets`() throws {
        let found = try pairs([
            run("aaaaaaa", "2024-06-05T12:00:00+00:00"), run("bbbbbbb", "2024-06-05T12:30:00+02:00"),
            run("ccccccc", "2024-06-03T12:00:00+00:00"),
        ])
        #expect(found == ["ccccccc bbbbbbb", "bbbbbbb aaaaaaa"])
    }

    @Test func `neighbours are at most eight days apart`() throws {
        #expect(try pairs([run("aaaaaaa", "2024-06-01T12:00:00Z"), run("bbbbbbb", "2024-06-09T12:00:00Z")]).count == 1)
        #expect(try pairs([run("aaaaaaa", "2024-06-01T12:00:00Z"), run("bbbbbbb", "2024-06-09T12:00:01Z")]).isEmpty)
    }

    @Test func `a run without a date has no neighbours`() throws {
        #expect(try pairs([run("aaaaaaa", "2024-06-01T12:00:00Z"), run("bbbbbbb", nil), run("ccccccc", "June")]).isEmpty)
    }

    @Test func `a run of other benchmarks is no neighbour, and is not stepped over`() throws {
        var other = run("bbbbbbb", "2024-06-02T12:00:00Z")
        other.benchmarkHash = "two"
        #expect(try pairs([run("aaaaaaa", "2024-06-01T12:00:00Z"), other, run("ccccccc", "2024-06-03T12:00:00Z")]).isEmpty)
    }

    @Test func `lines of development, machines, flags and forks are kept apart`() throws {
        let first = run("aaaaaaa", "2024-06-01T12:00:00Z")
        var (machine, flags, fork) = (run("bbbbbbb", "2024-06-02T12:00:00Z"), run("ccccccc", "2024-06-02T12:00:00Z"), first)
        machine.nickname = "other"
        flags.flags = "JIT"
        (fork.hash, fork.fork) = ("ddddddd", "someone")
        let release = run("eeeeeee", "2024-06-02T12:00:00Z", version: "3.14.0b1")
        #expect(try pairs([first, machine, flags, fork, release]).isEmpty)
        #expect(
            try pairs([first, run("fffffff", "2024-06-02T12:00:00Z", version: "3.15.0a1")]) == ["aaaaaaa fffffff"])
        #expect(try pairs([release, run("fffffff", "2024-06-02T12:00:00Z", version: "3.14.1")]) == ["eeeeeee fffffff"])
    }

    @Test func `repeats of one commit are pairs, of any fork and without a date`() throws {
        var runs = [run("aaaaaaa", nil), run("aaaaaaa", nil), run("aaaaaaa", nil)]
        for index in runs.indices { (runs[index].folder, runs[index].fork) = ("results/\(index)", "someone") }
        #expect(try pairs(runs) == ["aaaaaaa aaaaaaa"])
        runs[1].benchmarkHash = "two"
        #expect(try pairs(runs).isEmpty)
    }

    @Test func `neighbours of one commit are not counted twice`() throws {
        var again = run("aaaaaaa", "2024-06-01T12:00:00Z")
        again.folder = "results/again"
        let runs = try [run("aaaaaaa", "2024-06-01T12:00:00Z"), again].map { run in
            var run = run
            run.samples = (0..<20).map { Sample(benchmark: "b\($0)", values: [1]) }
            return try run.digest()
        }
        #expect(NoisePairs(runs).byBuild.values.joined().count == 1)
    }
}
