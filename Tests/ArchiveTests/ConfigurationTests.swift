import Archive
import Foundation
import TestSupport
import Testing

@Suite struct ConfigurationTests {
    private func read(_ text: String) throws -> (Configuration, [Problem]) {
        let folder = try TemporaryFolder()
        return ConfigurationReader.configuration(at: try folder.write(text, to: "bench_runner.toml"))
    }

    @Test func `a configuration gives its baselines, exclusions and machines`() throws {
        let (configuration, problems) = try read(
            """
            [bases]
            versions = ["3.10.4", "3.12.0"]
            compare_to_default = ["JIT"]

            [benchmarks]
            excluded_benchmarks = [
             "aiohttp","pickle", # a comment
            ]

            [runners.linux]
            os = "linux"
            arch = "x86_64"
            available = false
            plot = { name = "Linux", color = "C0" }

            [runners.mac]
            os = "darwin"

            [runners.win.plot]
            name = "Win"

            [runners.bsd]
            os = "freebsd"

            [[longitudinal_plot.subplots]]
            base = "3.10.4"

            [unknown]
            key = 1979-05-27
            """)
        #expect(problems == [])
        #expect(configuration.bases.map(\.text) == ["3.10.4", "3.12.0"])
        #expect(configuration.compareToDefault == ["JIT"])
        #expect(configuration.excludedBenchmarks == ["aiohttp", "pickle"])
        #expect(configuration.machine("linux") == Machine(nickname: "linux", system: .linux))
        #expect(configuration.machine("mac") == Machine(nickname: "mac", system: .darwin))
        #expect(configuration.machine("win") == Machine(nickname: "win", system: .other("unknown")))
        #expect(configuration.machine("bsd").system.name == "freebsd")
        #expect(configuration.machine("nobody") == Machine(nickname: "nobody", system: .other("unknown")))
        #expect(configuration.machines.count == 4)
    }

    @Test func `a version or flag that is named twice counts once`() throws {
        let (configuration, problems) = try read(
            """
            [bases]
            versions = ["3.12.6", "3.13.0", "3.12.6", "3.12.6"]
            compare_to_default = ["JIT", "JIT"]
            """)
        #expect(configuration.bases.map(\.text) == ["3.12.6", "3.13.0"])
        #expect(configuration.compareToDefault == ["JIT"])
        #expect(
            problems.map(\.description) == [
                "bench_runner.toml:2:1: warning: `versions` names `3.12.6` more than once; it counts once.\n  hint: Take the others out.",
                "bench_runner.toml:3:1: warning: `compare_to_default` names `JIT` more than once; it counts once.\n"
                    + "  hint: Take the others out.",
            ])
    }

    @Test func `only what ends a line in TOML moves the places behind it`() throws {
        let (_, problems) = try read("\u{FEFF}# one\u{2028}two\u{85}three\r\nx = 1\r\n[bases]\nversions = 5\n")
        #expect(problems.map(\.line).contains(4))
        #expect(problems.contains { $0.message == "`versions` is no list of texts." && $0.line == 4 })
        let (_, first) = try read("\u{FEFF}bases = 5\n")
        #expect(first.first { $0.message == "`bases` is no table." }?.line == 1)
    }

    @Test func `an excluded benchmark is that of the same code points`() throws {
        let (configuration, _) = try read("[benchmarks]\nexcluded_benchmarks = [\"caf\u{E9}\"]\n")
        #expect(configuration.excludedBenchmarks.contains("caf\u{E9}"))
        #expect(!configuration.excludedBenchmarks.contains("cafe\u{301}"))
    }

    @Test func `a file that is not there is a problem with a hint`() throws {
        let folder = try TemporaryFolder()
        let (configuration, problems) = ConfigurationReader.configuration(at: folder.path("bench_runner.toml"))
        #expect(configuration == .empty)
        #expect(
            problems.map(\.description) == [
                """
                bench_runner.toml: error: The file cannot be read: No such file or directory.
                  hint: Put a bench_runner.toml with `[bases] versions = ["…"]` beside `results`.
                """
            ])
    }

    @Test(arguments: [
        ("[bases]\nversions = [\"3.10.4\"\nx = 1\n", 3), ("[bases]\nversions = 3.1.2\n", 2), ("[bases\n", 1),
        ("a = 1\na = 2\n", 2), ("x = +-1.5\n", 1),
    ])
    func `a file that is no TOML is a problem with its place`(text: String, line: Int) throws {
        let (configuration, problems) = try read(text)
        #expect(configuration == .empty)
        #expect(problems.count == 1)
        #expect(problems.first?.severity == .error)
        #expect(problems.first?.line == line)
        #expect(problems.first?.column != nil)
        #expect(problems.first?.message.hasPrefix("This is no valid TOML: ") == true)
    }

    @Test(arguments: [
        ("[=]", 1, 2, "="), ("[bases]\nversions = [\"3\"]\n\n  [ é ]", 4, 5, "é"), ("[[ {a}]]", 1, 4, "{"),
        ("a = \"[x]\"\n[.b]", 2, 2, "."),
        ("a = '''\n[=]\n''' # [=]\n[=]", 4, 2, "="), ("a = [\n [1],\n ]\n[#]", 4, 2, "#"), ("[]\n[,]", 1, 2, "]"),
        ("\u{FEFF}[é]", 1, 2, "é"),
        ("x = [\"\"\"a\"\"\"\"\",\"\"\"b\"\"\"]\n[é]", 2, 2, "é"),
        ("[\n]", 1, 2, "\n"),
    ])
    func `a table's name that the parser would die of is a problem`(text: String, line: Int, column: Int, character: String)
        throws
    {
        let (configuration, problems) = try read(text)
        #expect(configuration == .empty)
        #expect(
            problems == [
                Problem(
                    .error, file: "bench_runner.toml", line: line, column: column,
                    "This is no valid TOML: a table's name cannot begin with `\(character)`.",
                    hint: "Put the name in double quotes, or see https://toml.io for the form.")
            ])
    }

    private static let deep = String(repeating: "a.", count: 20_000)

    @Test(arguments: [
        ("x = 1\n\(deep)a = 1", 2, 32, "a name has more than 16 parts"),
        ("[\(deep)a]", 1, 33, "a name has more than 16 parts"), ("[[\(deep)a]]", 1, 34, "a name has more than 16 parts"),
        ("[ \"x\".\(deep)a]", 1, 36, "a name has more than 16 parts"),
        ("x = { \(deep)a = 1 }", 1, 38, "a name has more than 16 parts"),
        ("x = \(String(repeating: "[", count: 20_000))", 1, 21, "more than 16 brackets stand inside each other"),
        ("x = \(String(repeating: "{a=", count: 20_000))", 1, 53, "more than 16 brackets stand inside each other"),
        ("x = 1\ny = \"\0\"\n", 2, 6, "a NUL byte stands here"), ("x = 1\n# \0\n[=]", 2, 3, "a NUL byte stands here"),
        ("x = \"a\\u0000b\"", 1, 7, "a NUL byte is written here"), ("[\"\\U00000000\"]", 1, 3, "a NUL byte is written here"),
        ("x = [\"3.12.6\", }", 1, 16, "a value or `]` is due here"), ("x = [}", 1, 6, "a value or `]` is due here"),
        ("x = [1 2]", 1, 8, "`,` or `]` is due here"),
        ("x = {a = 1]", 1, 11, "`,` or `}` is due here"), ("x = {a = 1,}", 1, 12, "a key is due here"),
        ("x = 1979-05-27T?", 1, 5, "`1979-05-27T?` is no value"), ("x = 1979-05-27 7:00", 1, 5, "`1979-05-27 7:00` is no value"),
        ("x = 3.1.2", 1, 5, "`3.1.2` is no value"), ("x = 01", 1, 5, "`01` is no value"),
        ("x = 1__0", 1, 5, "`1__0` is no value"),
        ("x = \"a", 1, 5, "the text that begins here has no end"),
        ("x = \"\"\"a\"\"", 1, 5, "the text that begins here has no end"),
        ("x = 1 y = 2", 1, 7, "nothing may follow here on this line"), ("= 1", 1, 1, "a key is due here"),
        ("x", 1, 2, "`=` is due here"), ("[a]]", 1, 4, "nothing may follow here on this line"), ("[[a]", 1, 5, "`]` is due here"),
        ("x = ", 1, 5, "a value is due here"), ("a. = 1", 1, 4, "a key is due here"), ("[", 1, 2, "a table's name is due here"),
    ])
    func `a text that the parser would die of is a problem at its place`(text: String, line: Int, column: Int, message: String)
        throws
    {
        let (configuration, problems) = try read(text)
        #expect(configuration == .empty)
        #expect(
            problems.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message)" } == [
                "\(line):\(column) This is no valid TOML: \(message)."
            ])
    }

    @Test(arguments: [
        "0", "-17", "+1_000", "0xDEAD_beef", "0o755", "0b1101", "3.14", "-0.01", "5e+22", "1E06", "6.626e-34", "inf", "-inf",
        "nan", "+nan",
        "9_224.445_991", "true", "false", "1979-05-27T07:32:00Z", "1979-05-27t00:32:00.999999-07:00", "1979-05-27 07:32:00Z",
        "1979-05-27T07:32:00", "1979-05-27t07:32:00z", "1979-05-27", "07:32:00", "00:32:00.5", "\"a\\tb\\u00E9\\\"\"", "'C:\\x'",
        "\"\"", "''",
        "\"\"\"\nRoses\\\n  are\"\" red\"\"\"\"\"", "\'\'\'\nI [dw]on\'t\'\'\'\'", "[]", "[ 1, 2, # three\n 3,\n]",
        "[ [ 1, 'a' ], [ {} ] ]",
        "{}", "{ a = 1, b.c = \"x\", \"d e\" = [\n1\n] }", "1 # one\r",
    ])
    func `every kind of value that TOML has is read`(value: String) throws {
        let text = "x = \(value)\n[bases]\nversions = [\"3.12.0\"]\n[ a . \"b\" . \'c\' ]\n1.2-_ = 0\r\n[[l]]\n[[l]]\n"
        let (configuration, problems) = try read(text)
        #expect(problems == [])
        #expect(configuration.bases.map(\.text) == ["3.12.0"])
    }

    @Test func `points, brackets and commas that nest nothing are left alone`() throws {
        let numbers = (0..<100).map { "\($0).5" }.joined(separator: ", ")
        let points = String(repeating: ".", count: 100)
        let (configuration, problems) = try read(
            """
            "\(points)" = "\(points)" # \(points)
            numbers = [\(numbers), [\(numbers)], \(String(repeating: "[", count: 14))\(String(repeating: "]", count: 14))]
            [bases]
            versions = ["3.12.0"]
            path = '\\u0000'
            ["x\(points)".'\(points)'] # \(points)
            """)
        #expect(problems == [])
        #expect(configuration.bases.map(\.text) == ["3.12.0"])
    }

    @Test func `a byte that is no UTF-8 is a problem at its place`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("", to: "bench_runner.toml")
        try Data(Array("[bases]\n# é".utf8) + [0xE9] + Array("\nversions = [\"3.12.0\"]\n".utf8)).write(
            to: URL(fileURLWithPath: path))
        let (configuration, problems) = ConfigurationReader.configuration(at: path)
        #expect(configuration == .empty)
        #expect(
            problems.map(\.description) == [
                "bench_runner.toml:2:4: error: This is no valid TOML: a byte that is no UTF-8 stands here.\n  hint: Save the file as UTF-8."
            ])
    }

    @Test(arguments: [
        (["runners", "box"], "runners.box"), (["runners", "my.box"], "runners.\"my.box\""), ([""], "\"\""),
        (["a\"\\b"], "\"a\\\"\\\\b\""),
        (["é"], "\"é\""), (["a\nb"], "\"a\\u000Ab\""),
    ])
    func `a name that TOML would read otherwise stands in quotes`(names: [String], expected: String) throws {
        #expect(TOMLName.dotted(names) == expected)
        let (configuration, _) = try read("[runners.\(TOMLName.dotted([names[names.count - 1]]))]\nos = \"linux\"\n")
        #expect(configuration.machine(names[names.count - 1]).system == .linux)
    }

    @Test func `brackets that begin no table are left alone`() throws {
        let (configuration, problems) = try read(
            """
            # [=]
            text = \"\"\"
            [=] \\\\\"
            \"\"\"
            [bases] # [é]
            versions = [
              "3.12.0", # ]
            ]
            nested = [
              [ {a = 1} ],
              ["é"],
            ]
            [ "é".x ]
            ['='.y]
            """)
        #expect(problems == [])
        #expect(configuration.bases.map(\.text) == ["3.12.0"])
    }

    @Test func `values of the wrong kind are problems at their places, and count as absent`() throws {
        let (configuration, problems) = try read(
            """
            [bases]
            versions = ["3.12.0", 3]
            compare_to_default = "JIT"

            [benchmarks]
            excluded_benchmarks = 5

            [runners]
            odd = "linux"

            [runners.linux]
            os = 1
            """)
        #expect(configuration.bases.map(\.text) == ["3.12.0"])
        #expect(configuration.compareToDefault == [])
        #expect(configuration.excludedBenchmarks == [])
        #expect(configuration.machine("linux").system == .other("unknown"))
        #expect(
            problems.sorted().map { "\($0.place) \($0.message) \($0.hint ?? "")" } == [
                #"bench_runner.toml:2:1 `versions` is no list of texts. Write it as versions = ["…", "…"]."#,
                #"bench_runner.toml:3:1 `compare_to_default` is no list of texts. Write it as compare_to_default = ["…", "…"]."#,
                #"bench_runner.toml:6:1 `excluded_benchmarks` is no list of texts. Write it as excluded_benchmarks = ["…", "…"]."#,
                #"bench_runner.toml:9:1 `odd` is no table. Write [runners.odd] with its keys below."#,
                #"bench_runner.toml:12:1 `os` is no text. Write it in double quotes: os = "…"."#,
            ])
    }

    @Test func `a list of tables in a table's place is a problem at its header`() throws {
        let (_, problems) = try read("# one\n[[bases]]\nversions = [\"3.12.0\"]\n")
        #expect(
            problems.map { "\($0.place) \($0.message)" } == [
                "bench_runner.toml:2:1 `bases` is no table.",
                "bench_runner.toml:3:1 No version is named that runs are to be compared with.",
            ])
    }

    @Test func `a section that is no table is a problem`() throws {
        let (_, problems) = try read("runners = 5\n[bases]\nversions = [\"3\"]\n")
        #expect(problems.map { "\($0.place) \($0.message)" } == ["bench_runner.toml:1:1 `runners` is no table."])
    }

    @Test(arguments: ["", "[bases]\n", "[bases]\nversions = []\n", "[benchmarks]\n"])
    func `without a baseline there is a problem`(text: String) throws {
        let (_, problems) = try read(text)
        #expect(problems.map(\.message) == ["No version is named that runs are to be compared with."])
        #expect(problems.map(\.hint) == ["Add `[bases] versions = [\"3.12.0\"]`, with versions the archive holds."])
        #expect(problems.first?.line == (text.hasPrefix("[bases]") ? text.split(separator: "\n").count : nil))
    }

    @Test func `lines that end in CRLF are counted`() throws {
        let (_, problems) = try read("[bases]\r\nversions = [\"3\"]\r\n[benchmarks]\r\nexcluded_benchmarks = 1\r\n")
        #expect(problems.map(\.place) == ["bench_runner.toml:4:1"])
    }

    @Test(.enabled(if: SharedFiles.arePresent, SharedFiles.reason)) func `the real archive's configuration is read whole`() throws
    {
        let (configuration, problems) = ConfigurationReader.configuration(
            at: try SharedFiles.place("archive/bench_runner.toml").path)
        #expect(problems == [])
        #expect(configuration.bases.map(\.text) == ["3.10.4", "3.12.0", "3.13.0b2"])
        #expect(configuration.compareToDefault == [])
        #expect(configuration.excludedBenchmarks.count == 13)
        #expect(
            configuration.machines.values.map { "\($0.nickname) \($0.system.name)" }.sorted() == [
                "arminc linux", "azure linux", "darwin darwin", "linux linux", "pythonperf1 windows", "pythonperf1_win32 windows",
                "pythonperf2 linux",
            ])
    }
}
