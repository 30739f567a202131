import TestSupport
import Testing

@testable import Archive

/// Inputs that would take the square of their size in time, if each of their faults were looked for on its own.
///
/// The bounds are a hundred times what is needed, and far below what the square would take.
@Suite(.timeLimit(.minutes(1))) struct GrowthTests {
    @Test func `a file of ten thousand faults is walked through once`() throws {
        let bad = #"{"metadata": {"name": "x", "padding": "\#(String(repeating: "p", count: 200))"}, "runs": [{"values": [0]}]}"#
        let text =
            "{\"version\": \"1.0\", \"benchmarks\": [\n" + Array(repeating: bad, count: 10_000).joined(separator: ",\n") + "]}"
        let outcome = try Reading.read(text)
        // Each has a bad value, and the name of all others: that is said once.
        #expect(outcome.problems.count == 101)
        #expect(outcome.problems[99].path == "$.benchmarks[99].runs[0].values[0]")
        #expect(outcome.problems[99].line == 101)
        #expect(outcome.problems.last?.message == "9901 more things are wrong with this file.")
    }

    @Test func `the places of ten thousand findings are looked up in one walk`() {
        let bad = #"{"padding": "\#(String(repeating: "p", count: 200))", "value": 0}"#
        let text = Array("[\(Array(repeating: bad, count: 10_000).joined(separator: ",\n"))]".utf8)
        let findings = (0..<10_000).map { Finding(JSONPath.root.index($0).key("value"), "It is ", quoting: ".") }
        let problems = text.withUnsafeBufferPointer { PlacedFindings(findings, in: $0).problems(file: "f") }
        #expect(problems.count == 10_000)
        #expect(problems[9_999].line == 10_000 && problems[9_999].message == "It is `0`.")
    }

    @Test func `a tag that stands a hundred thousand times is one problem`() throws {
        let tags = Array(repeating: "\"all\"", count: 100_000).joined(separator: ",")
        let outcome = try Reading.read(Reading.document(Reading.benchmark("a", metadata: ", \"tags\": [\(tags)]")))
        #expect(outcome.problems.count == 1)
        #expect(outcome.run?.samples.map(\.tags) == [[]])
    }

    @Test func `a configuration of ten thousand faults is looked through once`() throws {
        let folder = try TemporaryFolder()
        let text = "[bases]\nversions = [\"3.12.0\"]\n[runners]\n" + (0..<10_000).map { "m\($0) = 1\n" }.joined()
        let (_, problems) = ConfigurationReader.configuration(at: try folder.write(text, to: "bench_runner.toml"))
        #expect(problems.count == 10_000)
        #expect(problems.first { $0.message == "`m9999` is no table." }?.line == 10_003)
    }

    @Test func `a configuration of more than a megabyte is not read`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(String(repeating: "#", count: 1_048_577), to: "bench_runner.toml")
        #expect(
            ConfigurationReader.configuration(at: path).1.map(\.message) == [
                "The file cannot be read: it has 1048577 bytes, and at most 1 MB are read."
            ])
    }
}
