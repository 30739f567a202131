import Archive
import Comparisons
import Foundation
import TestSupport
import Testing

@testable import Site

/// What the search finds, and how little of it a reader has to load.
@Suite struct SearchIndexTests {
    private func script(_ runs: [ListedRun], pairs: ([RunDigest]) -> [Pair] = { _ in [] }) throws -> String {
        let runs = try runs.map { try $0.digest() }
        let script = SearchIndex(catalogue: ListedRun.catalogue(runs, pairs: pairs(runs))).script()
        return String(decoding: script, as: UTF8.self)
    }

    @Test func `what runs share stands once, the newest commit first`() throws {
        let script = try script([
            ListedRun(date: "20250304", hash: "0fb18b0"), ListedRun(), ListedRun(flags: "JIT"),
            ListedRun(nickname: "mac", fork: "mpage", ref: "topic", system: .darwin),
        ])
        #expect(
            script == """
                benchfolioSearch({"machines":[["box","x86_64","linux"],["mac","x86_64","darwin"]],\
                "forks":[["python"],["mpage"]],"refs":["main","topic"],"versions":["3.14.0a6+"],\
                "flags":[["JIT","JIT"],["",""]],\
                "sources":[["ccaa69a","20250402",0,0,0,[0,2]],["ccaa69a","20250402",0,1,1,[3]],\
                ["0fb18b0","20250304",0,0,0,[2]]],"commits":[],"benchmarks":[],"reports":[]});

                """)
    }

    @Test func `a day that is not the one of the name stands beside it`() throws {
        let script = try script([ListedRun(commitDate: "2025-04-03T01:00:00+02:00")])
        #expect(script.contains(#""sources":[["ccaa69a","20250402",0,0,0,[0],"2025-04-03"]]"#))
    }

    // The digits are those of Python's `xxhash.xxh3_128_hexdigest(…)[:6]` of the files and of the names.
    @Test func `a name that the script cannot make is written out`() throws {
        let script = try script([
            ListedRun(folder: "results/a", nickname: "a b"), ListedRun(folder: "results/b", nickname: "a_b"),
            ListedRun(fork: "100%", hash: "0fb18b0"), ListedRun(fork: "..", ref: "a%2db", hash: "d7159b0"),
        ])
        #expect(script.contains(#"["a b","x86_64","linux","a_b~e932d7"]"#))
        #expect(script.contains(#"["a_b","x86_64","linux","a_b~f8e099"]"#))
        #expect(script.contains(#""forks":[["..","___"],["100%","100_"],["python"]]"#))
        #expect(script.contains(#","20250402-box-x86_64-..-a-b-3.14.0a6-dev-d7159b0"]"#))
        #expect(script.contains(#","20250402-box-x86_64-100_-main-3.14.0a6-dev-0fb18b0"]"#))
        #expect(script.firstMatch(of: /\[\[\d,"20250402-a_b-x86_64-python-main-3\.14\.0a6-dev-ccaa69a~[0-9a-f]{6}"\]/) != nil)
    }

    @Test func `a name that was too long is written out`() throws {
        let script = try script([ListedRun(ref: String(repeating: "r", count: 180))])
        #expect(script.firstMatch(of: /"20250402-box-x86_64-python-r+~[0-9a-f]{6}"/) != nil)
        // A + takes four bytes: a name of 197 bytes is one of 200, and the next one has to be cut.
        for (count, isCut) in [(152, false), (153, true)] {
            let run = ListedRun(ref: String(repeating: "r", count: count))
            let name = "20250402-box-x86_64-python-\(run.ref)-3.14.0a6+-ccaa69a"
            #expect(name.utf8.count == 45 + count)
            #expect(try self.script([run]).contains("~") == isCut)
        }
    }

    @Test func `commits whose names meet are written out`() throws {
        let script = try script([ListedRun(hash: "ABCDEF0"), ListedRun(hash: "abcdef0")])
        #expect(script.contains(#"["ABCDEF0","ABCDEF0~"#))
        #expect(script.contains(#"["abcdef0","abcdef0~"#))
    }

    @Test func `an index of 1,000 runs weighs less than 60 bytes a run`() throws {
        let runs = (0..<1_000).map { index in
            ListedRun(
                date: "20\(24 + index / 500)\(10 + index / 50 % 3)\(10 + index / 4 % 19)", nickname: "machine_\(index % 4)",
                fork: index % 3 == 0 ? "faster-cpython" : "python", ref: "a_branch_of_twenty_\(index / 8 % 10)",
                hash: String(0x100_0000 + index / 4 * 7919, radix: 16), flags: index % 8 == 0 ? "JIT" : "")
        }
        #expect(try script(runs).utf8.count < 60_000)
    }

    @Test func `an index of 1,000 runs that share nothing weighs less than 100 kB`() throws {
        let runs = (0..<1_000).map { index in
            ListedRun(
                date: "20250402", fork: "fork_\(index % 40)", ref: String("branch_\(index)_of_many_words".prefix(20)),
                hash: String(0x100_0000 + index * 7919, radix: 16))
        }
        #expect(try script(runs).utf8.count < 100_000)
    }
}

/// Where a reader finds a benchmark.
@Suite struct BenchmarkReportsTests {
    private func run(
        _ hash: String, on machine: String = "box", fork: String = "python", flags: String = "", _ benchmarks: [String]
    ) throws -> RunDigest {
        try ListedRun(
            nickname: machine, fork: fork, hash: hash, flags: flags, commitDate: "2025-04-0\(hash.prefix(1))",
            benchmarks: benchmarks
        )
        .digest()
    }

    private func reports(_ runs: [RunDigest], _ pairs: [Pair]) -> [String] {
        BenchmarkReports(ListedRun.catalogue(runs, pairs: pairs, bases: ["3.12.6", "3.13.0"])).all.map {
            "\($0.pair.head.name.hash) \($0.pair.label): \($0.benchmarks.joined(separator: " "))"
        }
    }

    @Test func `a benchmark is found in the newest report of the main line, else in the newest`() throws {
        let base = try run("1000000", ["go", "json", "old", "raytrace"])
        let main = [try run("2000000", ["go", "json", "old"]), try run("3000000", ["json", "go", "alone"])]
        let fork = try run("4000000", fork: "mpage", ["go", "json", "raytrace"])
        let flagged = try run("5000000", flags: "JIT", ["go", "raytrace"])
        let heads = main + [fork, flagged]
        #expect(
            reports([base] + heads, heads.map { Pair(label: "3.12.6", head: $0, base: base) }) == [
                "3000000 3.12.6: go json", "2000000 3.12.6: old", "5000000 3.12.6: raytrace",
            ])
    }

    @Test func `a benchmark is found on each machine, and each benchmark there once`() throws {
        let bases = [try run("1000000", ["go", "json"]), try run("1000000", on: "mac", ["go", "json"])]
        let heads = [
            try run("4000000", on: "mac", ["go", "json"]), try run("3000000", ["go"]), try run("2000000", ["go", "json"]),
            try run("1500000", on: "mac", ["go", "json"]),
        ]
        let pairs = heads.map { head in Pair(label: "3.12.6", head: head, base: bases[head.name.nickname == "box" ? 0 : 1]) }
        #expect(
            reports(bases + heads, pairs) == ["4000000 3.12.6: go json", "3000000 3.12.6: go", "2000000 3.12.6: json"])
    }

    @Test func `of one run's reports the first one that has the benchmark is taken`() throws {
        let bases = [try run("1000000", ["go"]), try run("2000000", ["go", "json"])]
        let head = try run("3000000", ["go", "json"])
        let pairs = zip(["3.12.6", "3.13.0"], bases).map { Pair(label: $0, head: head, base: $1) }
        #expect(reports(bases + [head], pairs.reversed()) == ["3000000 3.12.6: go", "3000000 3.13.0: json"])
    }

    @Test func `of one run's reports that against the merge base goes before those against versions`() throws {
        let bases = [try run("1000000", ["go"]), try run("2000000", ["go"])]
        let head = try run("3000000", ["go"])
        let pairs = zip(["3.12.6", "base"], bases).map { Pair(label: $0, head: head, base: $1) }
        #expect(reports(bases + [head], pairs) == ["3000000 base: go"])
    }

    @Test func `a benchmark whose values count another thing now has no row in the report`() throws {
        let base = try ListedRun(version: "3.12.6", hash: "1000000", benchmarks: ["swap"]).digest()
        let head = try ListedRun(hash: "3000000", benchmarks: ["swap"], unit: .byte).digest()
        #expect(reports([base, head], [Pair(label: "3.12.6", head: head, base: base)]) == [])
        let like = try ListedRun(hash: "4000000", benchmarks: ["swap"]).digest()
        #expect(reports([base, like], [Pair(label: "3.12.6", head: like, base: base)]) == ["4000000 3.12.6: swap"])
    }

    @Test func `a report leads to the row of a benchmark`() throws {
        let (base, head) = (try run("1000000", ["a+b", "50%", "go"]), try run("3000000", ["a+b", "50%", "go"]))
        let catalogue = ListedRun.catalogue(
            [base, head], pairs: [Pair(label: "3.12.6", head: head, base: base)], bases: ["3.12.6"])
        let script = String(decoding: SearchIndex(catalogue: catalogue).script(), as: UTF8.self)
        #expect(
            script.contains(
                #""benchmarks":[["50%","50_"],"a+b","go"],"#
                    + #""reports":[["20250402-box-x86_64-python-main-3.14.0a6-dev-3000000/vs-3.12.6.html","#
                    + #""3.14.0a6+ 3000000 on box vs. 3.12.6","box",[0,1,2]]]"#))
    }
}
