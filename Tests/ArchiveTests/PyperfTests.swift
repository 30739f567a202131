import TestSupport
import Testing

@testable import Archive

@Suite struct PyperfTests {
    @Test func `a file gives its samples in file order, values in the order of the processes`() throws {
        let outcome = try Reading.read(
            """
            {"version": "1.0", "metadata": {"unit": "second", "commit_date": "2024-06-05 17:18:39+02:00"}, "benchmarks": [
              {"metadata": {"name": "zebra", "tags": ["math", "apps"]},
               "runs": [{"warmups": [[1, 9.0]], "metadata": {"calibrate_loops": 4}},
                        {"values": [0.25, 0.5], "warmups": [[4, 8.0]], "metadata": {"date": "2024-06-06 01:02:03", "loops": 4}},
                        {"values": [1, true, 2e-3]}]},
              {"metadata": {"name": "ant"}, "runs": [{"values": [3.5]}]}]}
            """)
        #expect(outcome.problems == [])
        let run = try #require(outcome.run)
        #expect(run.file == "results/run.json")
        #expect(run.stem == "run")
        #expect(run.samples.map(\.benchmark) == ["zebra", "ant"])
        #expect(run.samples[0].values == [0.25, 0.5, 1, 1, 0.002])
        #expect(run.samples[0].valuesPerProcess == [2, 3])
        #expect(run.samples[0].tags == ["math", "apps"])
        #expect(run.samples[0].unit == .second)
        #expect(run.samples[0].memory == .none)
        #expect(run.samples[1].tags == [])
    }

    @Test func `a name is kept as it is, also where it begins with what would be a byte order mark`() throws {
        let text = Reading.document(Reading.benchmark("\u{FEFF}a"), Reading.benchmark("\\uFEFFb"))
        #expect(try Reading.read(text).run?.samples.map(\.benchmark) == ["\u{FEFF}a", "\u{FEFF}b"])
    }

    @Test func `in a file with one benchmark all may stand at the root`() throws {
        let outcome = try Reading.read(
            """
            {"version": "1.0", "metadata": {"name": "hexiom", "tags": ["apps"], "unit": "byte", "mem_max_rss": 2048},
             "benchmarks": [{"runs": [{"values": [10, 20], "metadata": {"mem_max_rss": 4096}}]}]}
            """)
        #expect(outcome.problems == [])
        let sample = try #require(outcome.run?.samples.first)
        #expect(sample.benchmark == "hexiom")
        #expect(sample.tags == ["apps"])
        #expect(sample.unit == .byte)
        #expect(sample.memory == MemoryReadings(command: [], process: [2048]))
    }

    @Test(arguments: [
        ("{}", "", "", Sample.Unit.second), (#"{"unit": "second"}"#, "", "", .second), (#"{"unit": "byte"}"#, "", "", .byte),
        (#"{"unit": "byte"}"#, #", "unit": "integer""#, "", .integer), (#"{"unit": "parsec"}"#, "", "", .second),
        (#"{"unit": "byte"}"#, #", "unit": "second""#, #"{"unit": "integer"}"#, .integer),
    ])
    func `the lowest level that has a unit counts`(root: String, own: String, process: String, expected: Sample.Unit) throws {
        let text = """
            {"version": "1.0", "metadata": \(root), "benchmarks": [{"metadata": {"name": "a"\(own)},
             "runs": [{"values": [1], "metadata": \(process.isEmpty ? "{}" : process)}, {"values": [1]}]}]}
            """
        #expect(try Reading.read(text).run?.samples.first?.unit == expected)
    }

    // What all processes have alike after inheritance is the benchmark's: own tags, then a process's.
    @Test(
        arguments: [
            (#", "tags": ["math"]"#, "{}", "{}", ["math"]), (#", "tags": ["math"]"#, #"{"tags": ["math"]}"#, "{}", ["math"]),
            (#", "tags": ["math"]"#, #"{"tags": ["apps"]}"#, "{}", []),
            (#", "tags": ["math"]"#, #"{"tags": ["apps"]}"#, #"{"tags": ["apps"]}"#, ["apps"]),
            ("", #"{"tags": ["apps"]}"#, #"{"tags": ["apps"]}"#, ["apps"]), ("", #"{"tags": ["apps"]}"#, "{}", []),
            (#", "tags": []"#, "{}", "{}", []), (#", "tags": null"#, "{}", "{}", []), (#", "tags": "math""#, "{}", "{}", []),
            ("", "{}", "{}", ["root"]),
        ] as [(String, String, String, [String])])
    func `tags are what all processes agree on`(own: String, first: String, second: String, expected: [String]) throws {
        let root = expected == ["root"] ? #"{"tags": ["root"]}"# : "{}"
        let text = """
            {"version": "1.0", "metadata": \(root), "benchmarks": [{"metadata": {"name": "a"\(own)},
             "runs": [{"warmups": [[1, 1.0]], "metadata": \(first)}, {"values": [1], "metadata": \(second)}]}]}
            """
        #expect(try Reading.read(text).run?.samples.first?.tags == expected)
    }

    @Test func `root metadata becomes text, with what the first process and benchmark add`() throws {
        let metadata = try #require(
            try Reading.read(
                """
                {"version": "1.0", "metadata": {"commit_date": "2024-06-05 17:18:39+02:00", "commit_merge_base": "abc", "cpu_count": 8,
                  "cpu_affinity": 0.5, "aslr": true, "hostname": null, "platform": [1], "boot_time": -3, "load": 1, "perf_version": "2.6.2", "benchmark_hash": "123"},
                 "benchmarks": [
                  {"metadata": {"name": "a", "python_version": "3.13"},
                   "runs": [{"warmups": [[1, 1]], "metadata": {"date": "2024-06-06 01:02:03.4"}}, {"values": [1], "metadata": {"date": "later"}}]},
                  {"metadata": {"name": "b"}, "runs": [{"values": [1], "metadata": {"date": "last"}}]}]}
                """
            ).run?.metadata)
        #expect(
            metadata.entries.map { "\($0.key)=\($0.text)" } == [
                "aslr=true", "benchmark_hash=123", "boot_time=-3", "commit_date=2024-06-05 17:18:39+02:00",
                "commit_merge_base=abc",
                "cpu_affinity=0.5", "cpu_count=8", "date=2024-06-06 01:02:03.4", "perf_version=2.6.2", "python_version=3.13",
            ])
        #expect(metadata.commitDate == "2024-06-05 17:18:39+02:00")
        #expect(metadata.mergeBase == "abc")
        #expect(metadata.benchmarkHash == "123")
        #expect(metadata.perfVersion == "2.6.2")
        #expect(metadata.measuredAt == "2024-06-06 01:02:03.4")
        #expect(metadata.platform == nil)
    }

    @Test func `escapes and other scripts are read as they are meant`() throws {
        let outcome = try Reading.read(Reading.document(Reading.benchmark(#"caf\u00e9 ☕ \ud83d\ude00"#)))
        #expect(outcome.run?.samples.map(\.benchmark) == ["café ☕ 😀"])
    }

    @Test func `the content's hash tells files apart`() throws {
        let one = try Reading.read(Reading.document(Reading.benchmark("a")))
        let other = try Reading.read(Reading.document(Reading.benchmark("a")) + " ")
        #expect(one.run?.hash == (try Reading.read(Reading.document(Reading.benchmark("a"))).run?.hash))
        #expect(one.run?.hash != other.run?.hash)
        #expect(one.run?.hash == ContentHash(of: Reading.document(Reading.benchmark("a"))))
    }

    @Test func `a reader that is used again forgets the file before`() throws {
        var reader = RunReader()
        let folder = try TemporaryFolder()
        let long = try folder.write(
            Reading.document(Reading.benchmark("long", values: [String](repeating: "1.5", count: 40_000).joined(separator: ","))),
            to: "long.json")
        let short = try folder.write(Reading.document(Reading.benchmark("short")), to: "short.json")
        let name = try Reading.name()
        for _ in 0..<3 {
            #expect(reader.read(long, as: "l", name: name).run?.samples.map(\.values.count) == [40_000])
            #expect(reader.read(folder.path("absent.json"), as: "x", name: name).run == nil)
            #expect(reader.read(short, as: "s", name: name).run?.samples.map(\.values) == [[1.5, 2.5]])
        }
    }

    @Test func `hundreds of processes are read in their order`() throws {
        let runs = (0..<333).map { index in
            let metadata = index % 5 == 0 ? "" : #", "metadata": {"load": 1, "mem_max_rss": \#(1_000 + index), "unit": "byte"}"#
            return #"{"values": [\#(index + 1), \#(index + 1).5]\#(metadata)}"#
        }
        let outcome = try Reading.read(
            Reading.document(#"{"runs": [\#(runs.joined(separator: ", "))], "metadata": {"name": "many"}}"#))
        #expect(outcome.problems == [])
        let sample = try #require(outcome.run?.samples.first)
        let places = (0..<333).map { Double($0) }
        let (values, peaks) = (places.flatMap { [$0 + 1, $0 + 1.5] }, places.filter { Int($0) % 5 != 0 }.map { $0 + 1_000 })
        #expect(sample.values == values)
        #expect(sample.valuesPerProcess == [Int](repeating: 2, count: 333))
        #expect(sample.memory == MemoryReadings(command: [], process: peaks))
        #expect(sample.unit == .second)
    }

    @Test func `of a key that stands twice the last value counts, whatever it is`() throws {
        let outcome = try Reading.read(
            Reading.document(
                #"""
                {"runs": [{"values": [1], "metadata": {"mem_max_rss": 5, "unit": "byte"}, "metadata": {"mem_max_rss": 6, "mem_max_rss": 7}},
                {"values": [1], "metadata": {"mem_max_rss": 8}, "metadata": null}, {"values": 1, "values": [2]},
                {"values": [3], "metadata": {"command_max_rss": 9, "command_max_rss": "none", "mem_max_rss": 4}}],
                "metadata": {"name": "lost"}, "metadata": {"name": "early", "name": "late"}}
                """#))
        #expect(outcome.problems == [])
        let sample = try #require(outcome.run?.samples.first)
        #expect(sample.benchmark == "late")
        #expect(sample.values == [1, 1, 2, 3])
        #expect(sample.memory == MemoryReadings(command: [], process: [7, 4]))
        #expect(sample.unit == .second)
    }
}
