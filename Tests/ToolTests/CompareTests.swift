import Foundation
import TestSupport
import Testing

/// One report on stdout.
@Suite struct CompareTests {
    /// A line of the corner cases' list.
    struct Case: CustomTestStringConvertible {
        var id: String
        var label: String
        var head: String
        var base: String
        var testDescription: String { id }
    }

    static let cases: [Case] = {
        do {
            return try SharedFiles.text("corner-cases/pairs.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
                line in
                let fields = line.split(separator: "\t").map(String.init)
                return Case(id: fields[0], label: fields[1], head: fields[2], base: fields[3])
            }
        } catch {
            return []
        }
    }()

    private static func compare(_ one: Case) throws -> Tool.Outcome {
        try Tool.run(
            ["compare", one.base, one.head, "--label", one.label, "--config", "bench_runner.toml"],
            in: SharedFiles.place("corner-cases"))
    }

    @Test(.enabled(if: SharedFiles.arePresent, SharedFiles.reason), arguments: cases)
    func `a corner case is the expected report to the byte, and never holds nan`(one: Case) throws {
        let outcome = try Self.compare(one)
        #expect(!outcome.output.contains("nan"))
        let expected = try SharedFiles.place("corner-cases/expected/\(one.id).md")
        if FileManager.default.fileExists(atPath: expected.path) {
            #expect(outcome.output == (try SharedFiles.text("corner-cases/expected/\(one.id).md")))
            #expect(outcome.status == 0)
            #expect(outcome.errors == "")
        } else {
            // In s16 a value is zero; in s08 the two runs have no benchmark in common.
            #expect(outcome.status == ["s16": 1, "s08": 2][one.id] ?? 0, "\(outcome.errors)")
        }
    }

    @Test(.enabled(if: SharedFiles.arePresent, SharedFiles.reason))
    func `every expected corner case is compared`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: SharedFiles.place("corner-cases/expected").path)
        #expect(names.count == 13)
        #expect(Set(names.map { String($0.dropLast(3)) }).isSubset(of: Set(Self.cases.map(\.id))))
    }

    @Test func `the label is the baseline's version where none is given`() throws {
        let archive = try SmallArchive.sound()
        let outcome = try Tool.run(
            ["compare", "results/\(SmallArchive.base).json", "results/\(SmallArchive.head).json"],
            in: URL(fileURLWithPath: archive.path))
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("# Results vs. 3.12.0\n\n- fork: python\n- ref: main\n- machine: unknown-x86_64\n"))
        #expect(outcome.output.hasSuffix("\n# Memory\n- memory change: unknown"))
    }

    @Test func `the report is the site's report of the same pair`() throws {
        let archive = try SmallArchive.sound()
        try archive.build()
        let outcome = try Tool.run(
            [
                "compare", "results/\(SmallArchive.base).json", "results/\(SmallArchive.head).json", "--config",
                "bench_runner.toml",
                "--label", "3.12.0",
            ], in: URL(fileURLWithPath: archive.path))
        #expect(
            try archive.contents().text("runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0.md")
                == outcome.output)
    }

    @Test func `the limits of the archive that a file stands in count`() throws {
        let archive = try SmallArchive.sound()
        let name = String(repeating: "n", count: 300)
        for run in [SmallArchive.base, SmallArchive.head] { try archive.add(run, benchmarks: [name: 0.25]) }
        func compare(_ results: String, in folder: URL) throws -> Tool.Outcome {
            try Tool.run(["compare", "\(results)/\(SmallArchive.base).json", "\(results)/\(SmallArchive.head).json"], in: folder)
        }
        let place = URL(fileURLWithPath: archive.path)
        #expect(try compare("results", in: place).status == 2)
        try archive.write("[limits]\nname_bytes = 300\n", to: "site.toml")
        for (results, folder) in [
            ("results", place), ("archive/results", archive.folder.url), ("\(archive.path)/results", place),
        ] {
            let outcome = try compare(results, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains(name))
        }
    }

    @Test func `a file that is not there is named, and ends with 2`() throws {
        let stem = "bm-20250402-box-x86_64-python-main-3.14.0a6+-ccaa69a.json"
        let folder = try TemporaryFolder()
        let outcome = try Tool.run(["compare", stem, stem], in: folder.url)
        #expect(outcome.status == 2)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("\(stem): error: The file cannot be read: No such file or directory.\n"))
    }

    @Test func `a configuration that is not there is a problem, and the report is printed without`() throws {
        let archive = try SmallArchive.sound()
        let files = ["results/\(SmallArchive.base).json", "results/\(SmallArchive.head).json"]
        let outcome = try Tool.run(["compare"] + files + ["--config", "nope.toml"], in: URL(fileURLWithPath: archive.path))
        #expect(outcome.status == 1)
        #expect(
            outcome.errors == """
                nope.toml: error: The file cannot be read: No such file or directory.
                  hint: Name the bench_runner.toml of the archive, or leave --config away.

                """)
        #expect(outcome.output.hasPrefix("# Results vs. 3.12.0\n"))
    }

    @Test func `a name that says nothing is named with the form it should have`() throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "old.json")
        let outcome = try Tool.run(["compare", "old.json", "old.json"], in: folder.url)
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.hasPrefix(
                "old.json: error: The name does not say which run this is.\n"
                    + "  hint: Name it bm-DATE-NICKNAME-ARCHITECTURE-FORK-REF-VERSION-HASH.json. No part holds a hyphen: in a fork it is written %2d, elsewhere _.\n"
            ))
    }

    @Test func `nothing in common is a problem with both names, and ends with 2`() throws {
        let archive = try SmallArchive.sound()
        let other = "bm-20250403-3.14.0a7-0123456/bm-20250403-box-x86_64-python-v3.14.0a7-3.14.0a7-0123456"
        try archive.add(other, benchmarks: ["else": 1])
        let outcome = try Tool.run(
            ["compare", "results/\(SmallArchive.base).json", "results/\(other).json"], in: URL(fileURLWithPath: archive.path))
        #expect(outcome.status == 2)
        #expect(outcome.output == "")
        #expect(
            outcome.errors == """
                results/\(other).json: error: This run has no benchmark in common with its baseline results/\(SmallArchive.base).json.
                  hint: Nothing was compared for 3.12.0; run the same benchmarks on both.

                """)
    }
}
