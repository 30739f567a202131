import Archive
import Comparisons
import Testing

@Suite struct PairingTests {
    private static let bases = ["3.10.4", "3.12.0", "3.13.0b2"]

    // The pairs of a head among runs that stand in the order of their paths: label, version, hash and flags of each baseline.
    private func pairs(
        of head: MadeRun, among runs: [MadeRun], bases: [String] = bases, compareToDefault: [String] = []
    ) throws -> [String] {
        let configuration = Configuration(bases: bases.map(Version.init), compareToDefault: compareToDefault)
        let digests = try (runs + [head]).map { try $0.digest() }.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
        return Pairing(runs: digests, configuration: configuration).pairs(of: try head.digest()).map { pair in
            let name = pair.base.name
            return [pair.label, name.version.text, name.hash, name.flags.text].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    private func base(_ version: String, _ hash: String) -> MadeRun { MadeRun(version: version, hash: hash) }

    @Test func `a head is compared with each configured version, in the configuration's order`() throws {
        let runs = [base("3.13.0b2", "bbbbbb1"), base("3.10.4", "bbbbbb2"), base("3.12.0", "bbbbbb3"), base("3.11.0", "bbbbbb4")]
        #expect(
            try pairs(of: MadeRun(), among: runs) == [
                "3.10.4 3.10.4 bbbbbb2", "3.12.0 3.12.0 bbbbbb3", "3.13.0b2 3.13.0b2 bbbbbb1",
            ])
        #expect(
            try pairs(of: MadeRun(), among: runs, bases: ["3.12.0", "3.10.4"]) == [
                "3.12.0 3.12.0 bbbbbb3", "3.10.4 3.10.4 bbbbbb2",
            ])
    }

    @Test func `the head's flags and fork do not matter for a version`() throws {
        let head = MadeRun(fork: "somebody", flags: "JIT")
        #expect(try pairs(of: head, among: [base("3.12.0", "bbbbbb3")]) == ["3.12.0 3.12.0 bbbbbb3"])
    }

    @Test func `a merge base that is too short for a commit is that of no run, not even of one with the same short hash`() throws
    {
        var head = MadeRun()
        head.mergeBase = "abcde"
        #expect(try pairs(of: head, among: [base("3.14.0a0", "abcde"), base("3.14.0a0", "bbbbbb2")]) == [])
        head.mergeBase = "abcdefg"
        #expect(try pairs(of: head, among: [base("3.14.0a0", "abcdefg")]) == ["base 3.14.0a0 abcdefg"])
    }

    @Test func `the last configured version says which runs are too old, but for those that are configured themselves`() {
        let configuration = Configuration(bases: ["3.12.6", "3.13.0"].map(Version.init))
        func tooNew(_ version: String) -> String? { Pairing.tooNewBase(for: Version(version), in: configuration)?.text }
        #expect(tooNew("3.12.7") == "3.13.0")
        #expect(tooNew("3.12.6") == nil)
        #expect(tooNew("3.13.0a1") == nil)
        #expect(tooNew("3.14.0") == nil)
        #expect(Pairing.tooNewBase(for: Version("3.9.0"), in: .empty) == nil)
    }

    @Test func `only runs of the upstream fork on the same machine, without flags and of the exact version, are a version`()
        throws
    {
        var (other, elsewhere, flagged) = (base("3.12.0", "bbbbbb1"), base("3.12.0", "bbbbbb2"), base("3.12.0", "bbbbbb3"))
        other.fork = "somebody"
        elsewhere.nickname = "arminc"
        flagged.flags = "JIT"
        #expect(
            try pairs(of: MadeRun(), among: [other, elsewhere, flagged, base("3.12.0+", "bbbbbb4"), base("3.12", "bbbbbb5")])
                == [])
    }

    @Test func `runs of the same benchmarks come first, then others, by path`() throws {
        var runs = [base("3.12.0", "bbbbbb1"), base("3.12.0", "bbbbbb2"), base("3.12.0", "bbbbbb3")]
        runs[0].benchmarkHash = "two"
        #expect(try pairs(of: MadeRun(), among: runs) == ["3.12.0 3.12.0 bbbbbb2"])
        #expect(try pairs(of: MadeRun(), among: runs.reversed()) == ["3.12.0 3.12.0 bbbbbb2"])
        runs[1].benchmarkHash = "two"
        runs[2].benchmarkHash = "three"
        #expect(try pairs(of: MadeRun(), among: runs) == ["3.12.0 3.12.0 bbbbbb1"])
        runs[2].benchmarkHash = nil
        var head = MadeRun()
        head.benchmarkHash = nil
        #expect(try pairs(of: head, among: runs) == ["3.12.0 3.12.0 bbbbbb3"])
    }

    @Test func `a head is not its own baseline, but another version's`() throws {
        let (old, new) = (base("3.10.4", "bbbbbb1"), base("3.12.0", "bbbbbb2"))
        #expect(try pairs(of: old, among: [new]) == ["3.12.0 3.12.0 bbbbbb2"])
        #expect(try pairs(of: new, among: [old]) == ["3.10.4 3.10.4 bbbbbb1"])
    }

    @Test func `another result of the same commit and flags is no baseline`() throws {
        var (first, second) = (base("3.12.0", "bbbbbb1"), base("3.12.0", "bbbbbb1"))
        first.ref = "v3.12.0"
        second.ref = "bbbbbb1"
        #expect(try pairs(of: first, among: [second]) == [])
        #expect(try pairs(of: second, among: [first]) == [])
    }

    @Test func `the same commit with other flags has a baseline`() throws {
        var head = base("3.12.0", "bbbbbb1")
        head.flags = "JIT"
        // By its version, and as the plain build of the same upstream commit.
        #expect(try pairs(of: head, among: [base("3.12.0", "bbbbbb1")]) == ["3.12.0 3.12.0 bbbbbb1", "base 3.12.0 bbbbbb1"])
    }

    @Test(arguments: [
        ("3.11.4", 0), ("3.12.3", 0), ("3.12.0+", 0), ("3.13.0a0", 2), ("3.13.0", 2), ("3.14.0a0", 2), ("4.0", 2), ("2.7.18", 0),
        ("junk", 2),
        ("3.10.4", 2),
    ])
    func `a series before the last baseline's is not compared, unless the version is a baseline`(version: String, count: Int)
        throws
    {
        var head = MadeRun(version: version, hash: "ccccccc")
        head.mergeBase = "bbbbbb9000"
        let found = try pairs(of: head, among: [base("3.12.0", "bbbbbb1"), base("3.14.0a0", "bbbbbb9")])
        #expect(found.count == count)
    }

    @Test func `the merge base is a run of that commit with the same flags`() throws {
        var head = MadeRun(fork: "somebody", hash: "ccccccc")
        head.mergeBase = "bbbbbb2fedcba9876"
        var jit = base("3.14.0a0", "bbbbbb2")
        jit.flags = "JIT"
        let plain = base("3.14.0a0", "bbbbbb2")
        #expect(try pairs(of: head, among: [base("3.14.0a0", "bbbbbb1"), jit, plain]) == ["base 3.14.0a0 bbbbbb2"])
        head.flags = "JIT"
        #expect(try pairs(of: head, among: [base("3.14.0a0", "bbbbbb1"), jit, plain]) == ["base 3.14.0a0 bbbbbb2 JIT"])
        head.flags = "NOGIL"
        #expect(try pairs(of: head, among: [jit, plain]) == [])
        head.mergeBase = nil
        #expect(try pairs(of: head, among: [jit, plain]) == [])
    }

    @Test func `a merge base on another fork or machine is none`() throws {
        var head = MadeRun(fork: "somebody", hash: "ccccccc")
        head.mergeBase = "bbbbbb2"
        var (fork, machine) = (base("3.14.0a0", "bbbbbb2"), base("3.14.0a0", "bbbbbb2"))
        fork.fork = "other"
        machine.nickname = "arminc"
        #expect(try pairs(of: head, among: [fork, machine]) == [])
    }

    @Test func `a flag that is compared to the default has the plain build of the merge base besides`() throws {
        var head = MadeRun(fork: "somebody", hash: "ccccccc", flags: "JIT")
        head.mergeBase = "bbbbbb2"
        let plain = base("3.14.0a0", "bbbbbb2")
        var jit = plain
        jit.flags = "JIT"
        #expect(
            try pairs(of: head, among: [plain, jit], compareToDefault: ["NOGIL", "JIT"])
                == ["base 3.14.0a0 bbbbbb2 JIT", "default_base_vs_JIT 3.14.0a0 bbbbbb2"])
        #expect(try pairs(of: head, among: [plain], compareToDefault: ["JIT"]) == ["default_base_vs_JIT 3.14.0a0 bbbbbb2"])
        #expect(try pairs(of: head, among: [plain, jit], compareToDefault: ["NOGIL"]) == ["base 3.14.0a0 bbbbbb2 JIT"])
        head.flags = "JIT,NOGIL"
        #expect(try pairs(of: head, among: [plain, jit], compareToDefault: ["JIT", "NOGIL"]) == [])
        head.flags = ""
        #expect(try pairs(of: head, among: [plain, jit], compareToDefault: ["JIT"]) == ["base 3.14.0a0 bbbbbb2"])
    }

    @Test func `a flagged upstream build without a merge base is held against the plain build of its commit`() throws {
        var head = MadeRun(hash: "ccccccc", flags: "JIT")
        let plain = MadeRun(hash: "ccccccc")
        #expect(try pairs(of: head, among: [plain]) == ["base 3.14.0a0 ccccccc"])
        head.mergeBase = "ddddddd"
        #expect(try pairs(of: head, among: [plain]) == ["base 3.14.0a0 ccccccc"])
        var merged = MadeRun(hash: "ddddddd", flags: "JIT")
        #expect(try pairs(of: head, among: [plain, merged]) == ["base 3.14.0a0 ddddddd JIT"])
        merged.flags = ""
        #expect(
            try pairs(of: head, among: [plain, merged], compareToDefault: ["JIT"]) == ["default_base_vs_JIT 3.14.0a0 ddddddd"])
        head.fork = "somebody"
        #expect(try pairs(of: head, among: [plain]) == [])
    }

    @Test func `a plain upstream build has no plain build to be held against`() throws {
        var twin = MadeRun(hash: "ccccccc")
        twin.ref = "other"
        #expect(try pairs(of: MadeRun(hash: "ccccccc"), among: [twin]) == [])
    }

    @Test func `a merge base that is the head's own commit is no comparison, and keeps the plain build away`() throws {
        var head = MadeRun(hash: "ccccccc", flags: "JIT")
        head.mergeBase = "cccccccdddddd"
        #expect(try pairs(of: head, among: [MadeRun(hash: "ccccccc")]) == [])
    }

    @Test func `equally good baselines are settled by the first path`() throws {
        var (deep, flat) = (base("3.12.0", "bbbbbb9"), base("3.12.0", "bbbbbb1"))
        deep.folder = "results/a"
        flat.folder = "results/b"
        #expect(try pairs(of: MadeRun(), among: [flat, deep]) == ["3.12.0 3.12.0 bbbbbb9"])
    }

    @Test func `a merge base is found by hashes of any length, and the first path still settles it`() throws {
        var head = MadeRun(fork: "somebody", hash: "ccccccc")
        head.mergeBase = "bbbbbb2fedcba9876"
        var (long, short) = (base("3.14.0a0", "bbbbbb2fedcb"), base("3.14.0a0", "bbbbbb2"))
        #expect(try pairs(of: head, among: [base("3.14.0a0", "bbbbbb2f0"), long]) == ["base 3.14.0a0 bbbbbb2fedcb"])
        #expect(try pairs(of: head, among: [base("3.14.0a0", "bbbbbb2fedcba98765")]) == [])
        (long.folder, short.folder) = ("results/a", "results/b")
        #expect(try pairs(of: head, among: [short, long]) == ["base 3.14.0a0 bbbbbb2fedcb"])
        (long.folder, short.folder) = ("results/b", "results/a")
        #expect(try pairs(of: head, among: [short, long]) == ["base 3.14.0a0 bbbbbb2"])
    }

    @Test func `what is too short for a commit's hash begins no other`() throws {
        var head = MadeRun(fork: "somebody", hash: "ccccccc")
        head.mergeBase = "bbbbbb2fedcba9876"
        #expect(
            try pairs(of: head, among: [base("3.14.0a0", "b"), base("3.14.0a0", "bbbbbb"), base("3.14.0a0", "bbbbbb2")])
                == ["base 3.14.0a0 bbbbbb2"])
        #expect(try pairs(of: head, among: [base("3.14.0a0", "bbbbbb")]) == [])
    }

    @Test func `no two comparisons of a head have one label`() throws {
        var head = MadeRun(fork: "somebody", hash: "ccccccc")
        head.mergeBase = "bbbbbb2"
        let (release, merged) = (base("base", "bbbbbb1"), base("3.14.0a0", "bbbbbb2"))
        #expect(try pairs(of: head, among: [release, merged], bases: ["base", "base"]) == ["base base bbbbbb1"])
        #expect(try pairs(of: head, among: [release, merged], bases: []) == ["base 3.14.0a0 bbbbbb2"])
    }

    @Test func `nothing is compared where nothing is configured or measured`() throws {
        #expect(try pairs(of: MadeRun(), among: [], bases: []) == [])
        #expect(try pairs(of: MadeRun(fork: "somebody"), among: [MadeRun(fork: "other")]) == [])
    }
}
