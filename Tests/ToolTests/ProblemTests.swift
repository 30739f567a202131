import Foundation
import TestSupport
import Testing

/// What the tool says of bad files, word for word, and that the rest of the archive is built all the same.
@Suite struct ProblemTests {
    static let bad = "results/bm-20250403-3.14.0a7-0123456/bm-20250403-box-x86_64-python-v3.14.0a7-3.14.0a7-0123456.json"

    /// Builds a sound archive with one more file, and holds what is said of it against `expected`.
    private func expect(_ expected: String, of text: String, at path: String = bad, status: Int32 = 1) throws {
        let archive = try SmallArchive.sound()
        try archive.write(text, to: path)
        let outcome = try archive.build()
        #expect(outcome.errors == expected)
        #expect(outcome.status == status)
        #expect(outcome.output.split(separator: "\n").count == 1)
        let contents = try archive.contents()
        #expect(contents.files["runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0.html"] != nil)
        let page = try contents.text("problems/index.html")
        #expect(page.contains(path.replacing("results/", with: "")))
        let check = try Tool.run(["check", archive.path])
        #expect(check.output.hasPrefix(expected))
        #expect(check.errors == "")
        #expect(check.status == status)
    }

    @Test func `a truncated file`() throws {
        try expect(
            """
            \(Self.bad):2:2: error: The text that begins here has no end; the file was left out.
              hint: Was the file copied whole? Fetch it again, or run the benchmarks anew.

            """, of: "{\"version\":\"1.0\",\"benchmarks\":[\n{\"")
    }

    @Test func `an empty file`() throws {
        try expect(
            """
            \(Self.bad):1:1: error: The file ends in the middle of the document; the file was left out.
              hint: Was the file copied whole? Fetch it again, or run the benchmarks anew.

            """, of: "")
    }

    @Test func `a duplicate benchmark name`() throws {
        let benchmark = "{\"metadata\":{\"name\":\"json\"},\"runs\":[{\"values\":[1,2]}]}"
        try expect(
            """
            \(Self.bad):3:1: error: The benchmark `json` stands 2 times in this file; all of them are left out. ($.benchmarks[1])
              hint: Keep the one that is meant and remove the others.

            """,
            of: "{\"version\":\"1.0\",\"benchmarks\":[\n\(benchmark),\n\(benchmark),\n"
                + "\(benchmark.replacing("json", with: "regex"))],\"metadata\":{}}")
    }

    @Test(arguments: ["0", "-1.5", "0.0", "null", "\"1\"", "NaN", "Infinity", "-Infinity", "1e999"])
    func `a value that is no positive number`(value: String) throws {
        try expect(
            """
            \(Self.bad):3:10: error: The value `\(value)` is not a positive number; \
            the benchmark `json` is left out of this run. ($.benchmarks[0].runs[1].values[2])
              hint: Remove the process it stands in, or run the benchmark again.

            """,
            of: """
                {"version":"1.0","metadata":{},"benchmarks":[{"metadata":{"name":"json"},"runs":[{"warmups":[[1,1]]},
                {"values":
                [0.1,0.2,\(value)]}]},{"metadata":{"name":"regex"},"runs":[{"values":[1,2]}]}]}
                """)
    }

    @Test func `a foreign file is a note`() throws {
        try expect(
            """
            results/notes.txt: note: This file is no part of an archive and was passed over.
              hint: Move it out of `results`, or leave it: nothing depends on it.

            """, of: "", at: "results/notes.txt", status: 0)
    }

    @Test func `a misnamed file is a warning`() throws {
        try expect(
            """
            results/bm-20250403-3.14.0a7-0123456/bm-main.json: warning: The names of the file and its folder do not say which run this is; it was left out.
              hint: Name it bm-DATE-NICKNAME-ARCHITECTURE-FORK-REF-VERSION-HASH.json in a folder bm-DATE-VERSION-HASH[-FLAGS]. No part holds a hyphen: in a fork it is written %2d, elsewhere _.

            """, of: "{}", at: "results/bm-20250403-3.14.0a7-0123456/bm-main.json", status: 0)
    }

    @Test func `a link of a page that leads to no page is a warning`() throws {
        let archive = try SmallArchive.sound()
        try archive.write(
            "# Notes\n\n[a](nowhere.md#x), [b](more.md), [c](../index.html), [d](https://a.b/c.md)\n", to: "pages/notes.md")
        try archive.write("| [e](nowhere.md) | [f](notes.md) |\n|---|---|\n", to: "pages/more.md")
        let outcome = try archive.build()
        #expect(
            outcome.errors == """
                pages/more.md: warning: A link leads to `nowhere.md`, which is no page of this site.
                  hint: Correct the link, or put the page into `pages`.
                pages/notes.md: warning: A link leads to `nowhere.md`, which is no page of this site.
                  hint: Correct the link, or put the page into `pages`.

                """)
        #expect(outcome.status == 0)
    }

    @Test func `a file of another kind, and one of another version`() throws {
        try expect(
            """
            \(Self.bad):1:1: error: This is no pyperf results file: it has no list of benchmarks. ($)
              hint: Move it out of `results`.

            """, of: "{\"a\": 1}")
        try expect(
            """
            \(Self.bad):1:12: error: Only version 1.0 of pyperf's format can be read. ($.version)
              hint: Write the file anew with pyperf 1.0 or later.

            """, of: "{\"version\":\"2.0\",\"benchmarks\":[]}")
    }

    @Test func `what the field's tool leaves beside results is passed over silently`() throws {
        let archive = try SmallArchive.sound()
        for name in ["-pystats.json", "-pystats.md", "-vs-3.12.0.md", "-vs-base.svg", "-vs-base-mem.svg"] {
            try archive.write("nothing of ours", to: "results/\(SmallArchive.head)\(name)")
        }
        for name in ["README.md", "longitudinal.svg", "longitudinal.json"] { try archive.write("", to: "results/\(name)") }
        try archive.write("", to: "results/bm-20231002-3.12.0-0fb18b0/README.md")
        let outcome = try archive.build(["--strict"])
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
    }

    @Test func `a broken bench_runner.toml, with line and column, and every run is still a page`() throws {
        let archive = try SmallArchive.sound()
        try archive.write("[bases]\nversions = [\"3.12.0\"\n\n[runners.box]\nos = \"linux\"\n", to: "bench_runner.toml")
        let outcome = try archive.build()
        #expect(outcome.status == 1)
        #expect(
            outcome.errors.wholeMatch(
                of:
                    /bench_runner.toml:4:\d+: error: This is no valid TOML: .+[^.]\.\n  hint: See https:\/\/toml.io for the form.\n/
            )
                != nil, "\(outcome.errors)")
        #expect(try archive.contents().files["runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/index.html"] != nil)
    }

    @Test func `a missing bench_runner.toml`() throws {
        let archive = try SmallArchive.sound()
        try FileManager.default.removeItem(atPath: archive.path + "/bench_runner.toml")
        let outcome = try archive.build()
        #expect(outcome.status == 1)
        #expect(
            outcome.errors == """
                bench_runner.toml: error: The file cannot be read: No such file or directory.
                  hint: Put a bench_runner.toml with `[bases] versions = ["…"]` beside `results`.

                """)
    }

    @Test func `a machine that is not configured is a warning with the name that may have been meant`() throws {
        let archive = try SmallArchive.sound()
        try archive.add(SmallArchive.base.replacing("-box-", with: "-bix-"))
        #expect(
            try archive.build().errors == """
                bench_runner.toml: warning: The machine `bix` of 1 run is not configured, so its operating system is unknown.
                  hint: Is `box` meant? If not, add [runners.bix] with its os.

                """)
    }

    @Test func `a machine that is not configured is named also where something else of the file is wrong`() throws {
        let archive = try SmallArchive(configuration: "[bases]\nversions = [\"3.12.0\", \"3.12.0\"]\n")
        try archive.add(SmallArchive.base)
        try archive.add(SmallArchive.head)
        let errors = try archive.build().errors
        #expect(errors.contains("`versions` names `3.12.0` more than once"))
        #expect(errors.contains("The machine `box` of 2 runs is not configured"))
    }

    @Test func `a machine whose name TOML would read otherwise is named in quotes`() throws {
        let archive = try SmallArchive.sound()
        try archive.add(SmallArchive.base.replacing("-box-", with: "-my.machine-"))
        #expect(
            try archive.build().errors == """
                bench_runner.toml: warning: The machine `my.machine` of 1 run is not configured, so its operating system is unknown.
                  hint: Add [runners."my.machine"] with its os.

                """)
    }

    @Test(.enabled(if: SharedFiles.arePresent, SharedFiles.reason))
    func `the bad value of the corner cases is named by line, column and JSON path`() throws {
        let outcome = try Tool.run(["check", SharedFiles.place("corner-cases").path])
        #expect(outcome.status == 1)
        #expect(
            outcome.output.contains(
                """
                results/bm-20250304-3.14.0a0-s16b000/bm-20250304-linux-x86_64-python-main-3.14.0a0-s16b000.json:1:327: \
                error: The value `0.0` is not a positive number; the benchmark `b00` is left out of this run. \
                ($.benchmarks[0].runs[1].values[0])
                  hint: Remove the process it stands in, or run the benchmark again.

                """))
    }
}
