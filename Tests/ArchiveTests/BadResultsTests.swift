import TestSupport
import Testing

@testable import Archive

@Suite struct BadResultsTests {
    @Test(arguments: [
        "0", "0.0", "-0", "-1.5", "NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e-400", "null", "false", #""1.5""#,
    ])
    func `a value that is no positive number takes its benchmark out, and says where`(value: String) throws {
        let outcome = try Reading.read(
            """
            {"version": "1.0", "metadata": {}, "benchmarks": [
             {"metadata": {"name": "good"}, "runs": [{"values": [1]}]},
             {"metadata": {"name": "bad"}, "runs": [
               {"values": [1, 2]},
               {"values": [3,
                   4, \(value), 6]}]},
             {"metadata": {"name": "fine"}, "runs": [{"values": [2]}]}]}
            """)
        #expect(outcome.run?.samples.map(\.benchmark) == ["good", "fine"])
        #expect(
            outcome.problems.map(\.description) == [
                """
                results/run.json:6:11: error: The value `\(value)` is not a positive number; the benchmark `bad` is left out of this run. \
                ($.benchmarks[1].runs[1].values[2])
                  hint: Remove the process it stands in, or run the benchmark again.
                """
            ])
    }

    @Test func `columns count characters, and lines end in any way`() throws {
        let outcome = try Reading.read(
            "{\"version\": \"1.0\",\r\n\"metadata\": {},\r\n\"benchmarks\": [{\"metadata\": {\"name\": \"é☕\"}, \"runs\": [{\"values\": [0\r\n]}]}]}"
        )
        #expect(
            outcome.problems.map(\.description) == [
                """
                results/run.json:3:66: error: The value `0` is not a positive number; the benchmark `é☕` is left out of this run. \
                ($.benchmarks[0].runs[0].values[0])
                  hint: Remove the process it stands in, or run the benchmark again.
                """
            ])
        #expect(outcome.run == nil)
    }

    @Test func `of values that stand twice the last count, for the place too`() throws {
        let outcome = try Reading.read(
            Reading.document(#"{"metadata": {"name": "a"}, "runs": [{"values": [1], "values": [-7]}]}"#, Reading.benchmark("b")))
        #expect(outcome.run?.samples.map(\.benchmark) == ["b"])
        #expect(outcome.problems.first?.place == "results/run.json:2:65")
        #expect(
            outcome.problems.first?.message
                == "The value `-7` is not a positive number; the benchmark `a` is left out of this run.")
    }

    @Test(arguments: [("null", "null"), ("5", "5"), (#""many""#, #""many""#), ("{}", "{")])
    func `values that are no list take their benchmark out`(values: String, excerpt: String) throws {
        let outcome = try Reading.read(
            Reading.document(
                #"{"metadata": {"name": "a"}, "runs": [{"values": [1]}, {"warmups": [[1, 1.0]], "values": \#(values)}]}"#,
                Reading.benchmark("b")))
        #expect(outcome.run?.samples.map(\.benchmark) == ["b"])
        #expect(
            outcome.problems.map(\.description) == [
                """
                results/run.json:2:89: error: The values `\(excerpt)` are no list; the benchmark `a` is left out of this run. \
                ($.benchmarks[0].runs[1].values)
                  hint: Remove the process they stand in, or run the benchmark again.
                """
            ])
    }

    @Test(arguments: ["{}", #"{"values": []}"#, #"{"values": [], "warmups": []}"#, #"{"warmups": []}"#, "5", "null"])
    func `a process with neither values nor warm-ups takes its benchmark out`(process: String) throws {
        let outcome = try Reading.read(
            Reading.document(#"{"metadata": {"name": "a"}, "runs": [{"values": [1]}, \#(process)]}"#, Reading.benchmark("b")))
        #expect(outcome.run?.samples.map(\.benchmark) == ["b"])
        #expect(
            outcome.problems.map(\.description) == [
                """
                results/run.json:2:55: error: A process has neither values nor warm-ups; the benchmark `a` is left out of this run. \
                ($.benchmarks[0].runs[1])
                  hint: Remove the process, or run the benchmark again.
                """
            ])
    }

    @Test func `a name that stands twice is left out altogether`() throws {
        let outcome = try Reading.read(
            Reading.document(Reading.benchmark("a"), Reading.benchmark("b"), Reading.benchmark("a"), Reading.benchmark("a")))
        #expect(outcome.run?.samples.map(\.benchmark) == ["b"])
        #expect(
            outcome.problems.map(\.description) == [
                """
                results/run.json:4:1: error: The benchmark `a` stands 3 times in this file; all of them are left out. ($.benchmarks[2])
                  hint: Keep the one that is meant and remove the others.
                """
            ])
    }

    @Test func `a name that stands twice is left out also where one of the two has a bad value`() throws {
        let outcome = try Reading.read(
            Reading.document(Reading.benchmark("a", values: "0"), Reading.benchmark("b"), Reading.benchmark("a")))
        #expect(outcome.run?.samples.map(\.benchmark) == ["b"])
        #expect(
            outcome.problems.map(\.message) == [
                "The value `0` is not a positive number; the benchmark `a` is left out of this run.",
                "The benchmark `a` stands 2 times in this file; all of them are left out.",
            ])
    }

    @Test func `a benchmark without a name or without values is left out`() throws {
        let outcome = try Reading.read(
            Reading.document(
                #"{"runs": [{"values": [1]}]}"#, #"{"metadata": {"name": ""}, "runs": [{"values": [1]}]}"#, "null",
                #"{"metadata": {"name": "c"}, "runs": []}"#, #"{"metadata": {"name": "d"}}"#,
                #"{"metadata": {"name": "e"}, "runs": [{"warmups": [[1, 1.0]]}]}"#, Reading.benchmark("f")))
        #expect(outcome.run?.samples.map(\.benchmark) == ["f"])
        #expect(
            outcome.problems.map { "\($0.line ?? 0) \($0.message)" } == [
                "2 A benchmark has no name; it is left out.", "3 A benchmark has no name; it is left out.",
                "4 A benchmark has no name; it is left out.", "5 The benchmark `c` has no value; it is left out.",
                "6 The benchmark `d` has no value; it is left out.", "7 The benchmark `e` has no value; it is left out.",
            ])
    }

    @Test func `a tag that means all benchmarks is left out with a warning`() throws {
        let outcome = try Reading.read(Reading.document(Reading.benchmark("a", metadata: #", "tags": ["math", "all", ""]"#)))
        #expect(outcome.run?.samples.map(\.tags) == [["math"]])
        #expect(
            outcome.problems.map { "\($0.severity.rawValue) \($0.message)" } == [
                "warning The benchmark `a` has the tag `all`, which means all benchmarks; the tag is left out.",
                "warning The benchmark `a` has an empty tag; the tag is left out.",
            ])
    }

    @Test func `a unit that is not known is a warning once, and its values pass for seconds`() throws {
        let outcome = try Reading.read(
            Reading.document(
                Reading.benchmark("a"), Reading.benchmark("b"), Reading.benchmark("c", metadata: #", "unit": "byte""#),
                metadata: #"{"unit": "parsec"}"#))
        #expect(outcome.run?.samples.map(\.unit) == [.second, .second, .byte])
        #expect(
            outcome.problems.map { "\($0.severity.rawValue) \($0.line ?? 0) \($0.message)" } == [
                "warning 2 The unit of the benchmark `a` is `parsec`, which is not known; its values pass for seconds."
            ])
    }

    @Test(arguments: [
        (#""no""#, "1:32 `metadata` is no object, so no commit, merge base or date of the run is known."),
        (
            #"{"commit_date": "2025-03-29 15:11"}"#,
            "1:48 `commit_date` has no time with its offset, so nothing is learnt of the machine's noise from this run."
        ),
        (#"{"commit_date": "yesterday"}"#, "1:48 `commit_date` is no date; the one in the file's name counts."),
        (
            #"{"commit_merge_base": "main"}"#,
            "1:54 `commit_merge_base` is too short for the hash of a commit, so nothing is compared with it."
        ),
        (
            #"{"commit_merge_base": "abc123"}"#,
            "1:54 `commit_merge_base` is too short for the hash of a commit, so nothing is compared with it."
        ),
    ])
    func `metadata that cannot be so is a warning at its place, and the run stands`(metadata: String, expected: String) throws {
        let outcome = try Reading.read(Reading.document(Reading.benchmark("a"), metadata: metadata))
        #expect(outcome.run?.samples.count == 1)
        #expect(outcome.problems.map(\.severity) == [.warning])
        #expect(outcome.problems.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message)" } == [expected])
    }

    @Test(arguments: [
        #"{"commit_date": "2024-06-05T15:11:43+00:00"}"#, #"{"commit_date": "2024-06-05 15:11:43+02:00"}"#,
        #"{"commit_merge_base": ""}"#,
        #"{"commit_merge_base": "3A83b17"}"#, #"{"commit_merge_base": null, "commit_date": null}"#, "{}",
    ])
    func `metadata that can be so passes in silence`(metadata: String) throws {
        #expect(try Reading.read(Reading.document(Reading.benchmark("a"), metadata: metadata)).problems == [])
    }

    @Test func `names that only look the same are no duplicates`() throws {
        let (composed, decomposed) = ("nb\u{F3}dy", "nbo\u{301}dy")
        let outcome = try Reading.read(
            Reading.document(
                Reading.benchmark(composed), Reading.benchmark(decomposed), Reading.benchmark("a"), Reading.benchmark("a")))
        #expect(outcome.run?.samples.map { Array($0.benchmark.utf8) } == [Array(composed.utf8), Array(decomposed.utf8)])
        #expect(outcome.problems.map(\.message) == ["The benchmark `a` stands 2 times in this file; all of them are left out."])
    }

    @Test func `numbers that only Python reads do no harm outside the values`() throws {
        let outcome = try Reading.read(
            #"{"version": "1.0", "metadata": {"load": NaN, "id": 123456789012345678901234567890}, "benchmarks": [{"metadata": {"name": "a"}, "#
                + #""runs": [{"values": [1.5], "warmups": [[1, Infinity]]}]}]}"#)
        #expect(outcome.run?.samples.map(\.values) == [[1.5]])
        #expect(outcome.problems == [])
    }

    @Test func `a sample cannot be made of nothing or of bad values`() {
        #expect(Sample(benchmark: "a", values: []) == nil)
        for value in [0, -1, .nan, .infinity] as [Double] { #expect(Sample(benchmark: "a", values: [1, value]) == nil) }
        #expect(Sample(benchmark: "a", values: [1]) != nil)
    }

    @Test func `a fault far down a long list of processes is found where it is`() throws {
        let runs = (0..<200).map { #"{"values": [1, \#($0 == 137 ? "-2" : "2")]}"# }.joined(separator: ", ")
        let outcome = try Reading.read(
            Reading.document(#"{"metadata": {"name": "a"}, "runs": [\#(runs)]}"#, Reading.benchmark("b")))
        #expect(outcome.run?.samples.map(\.benchmark) == ["b"])
        #expect(outcome.problems.map(\.path) == ["$.benchmarks[0].runs[137].values[1]"])
    }
}
