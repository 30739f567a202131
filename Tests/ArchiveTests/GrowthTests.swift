import TestSupport
import Testing

@testable import Archive

/// Inputs that would take the square of their size in time, if each of their faults were looked for on its own.
///
/// The bounds are a hundred times what is needed, and far below what the square would take.
@Suite(.timeLimit(.minutes(1))) struct GrowthTests {
    @Test func `a file of ten thousand faults is walked through once`() throws {
        let bad = #"{"metadata": {"name": "x", "padding": "\#(String(repeating: "p", count: 200))"}, "runs": [{"values": [0]}]}"#
        let outcome = try Reading.read(
            "{\"version\": \"1.0\", \"benchmarks\": [\n" + Array(repeating: bad, count: 10_000).joined(separator: ",\n") + "]}")
        // Each has a bad value, and the name of all others: that is said once.
        #expect(outcome.problems.count == 10_001)
        #expect(outcome.problems.last?.line == 3)
        #expect(outcome.problems[9_999].path == "$.benchmarks[9999].runs[0].values[0]")
        #expect(outcome.problems[9_999].line == 10_001)
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
