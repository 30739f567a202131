import TestSupport
import Testing

@testable import Archive

/// Every key that is read, with a value of every other type: a problem at its place, or nothing is lost.
@Suite struct WrongTypesTests {
    static let others = ["null", "true", "-1", "0.5", #""text""#, "[]", "{}", "[[]]", #"[{"a": 1}]"#, "NaN"]

    /// A document in which each `@key@` stands for the value of a key.
    private static let document = """
        {"version": @version@, "metadata": @metadata@, "benchmarks": [
        {"metadata": @own@, "runs": @runs@},
        {"metadata": {"name": "fine"}, "runs": [{"values": [1]}]}]}
        """
    private static let values = [
        "version": #""1.0""#,
        "metadata": #"{"unit": @unit@, "tags": @tags@, "command_max_rss": @peak@, "mem_max_rss": @peak@, "commit_date": @date@}"#,
        "own": #"{"name": @name@, "tags": @tags@, "unit": @unit@}"#,
        "runs": #"[{"values": @values@, "warmups": @warmups@, "metadata": @process@}, {"values": [2], "metadata": @process@}]"#,
        "process": #"{"command_max_rss": @peak@, "mem_max_rss": @peak@, "tags": @tags@, "unit": @unit@, "date": @date@}"#,
        "unit": #""second""#, "tags": #"["math"]"#, "peak": "1024", "date": #""2024-06-05T15:11:43Z""#, "name": #""one""#,
        "values": "[1, 2]",
        "warmups": "[[1, 0.5]]",
    ]

    private static func text(_ key: String, _ value: String) -> String {
        var text = document
        for _ in 0..<3 {
            for (name, standard) in values.sorted(by: { $0.key < $1.key }) {
                text = text.replacing("@\(name)@", with: name == key ? value : standard)
            }
        }
        return text
    }

    @Test func `the document is read as it stands`() throws {
        let outcome = try Reading.read(Self.text("", ""))
        #expect(outcome.run?.samples.map(\.benchmark) == ["one", "fine"])
        #expect(outcome.problems == [])
    }

    @Test(arguments: ["version"], others) func `another version leaves the file out`(key: String, value: String) throws {
        let outcome = try Reading.read(Self.text(key, value))
        #expect(outcome.run == nil)
        #expect(outcome.problems.map(\.place) == ["results/run.json:1:13"])
        #expect(outcome.problems.map(\.path) == ["$.version"])
    }

    @Test(arguments: ["metadata", "own", "unit", "tags", "peak", "date", "warmups", "process"], others)
    func `metadata of another type are as good as none`(key: String, value: String) throws {
        let outcome = try Reading.read(Self.text(key, value))
        // Where a benchmark's own metadata are no object, its name is missing.
        if key == "own" {
            #expect(outcome.run?.samples.map(\.benchmark) == ["fine"])
            #expect(
                outcome.problems.map(\.description) == [
                    "results/run.json:2:1: error: A benchmark has no name; it is left out. ($.benchmarks[0])\n  hint: Give `metadata` a `name`."
                ])
        } else {
            #expect(outcome.run?.samples.map(\.benchmark) == ["one", "fine"])
            #expect(outcome.run?.samples.map(\.values) == [[1, 2, 2], [1]])
            #expect(outcome.problems.allSatisfy { $0.severity == .warning })
        }
    }

    @Test(arguments: others.filter { !["NaN", #""text""#].contains($0) }) func `a name of another type leaves the benchmark out`(
        value: String
    )
        throws
    {
        let outcome = try Reading.read(Self.text("name", value))
        #expect(outcome.run?.samples.map(\.benchmark) == ["fine"])
        #expect(outcome.problems.map(\.place) == ["results/run.json:2:1"])
    }

    @Test(arguments: others) func `processes or values of another type leave the benchmark out`(value: String) throws {
        for (key, path) in [("runs", "$.benchmarks[0]"), ("values", "$.benchmarks[0].runs[0].values")] {
            // A process may have only warmed up.
            if key == "values", value == "[]" { continue }
            let outcome = try Reading.read(Self.text(key, value))
            #expect(outcome.run?.samples.map(\.benchmark) == ["fine"], "\(key)")
            #expect(outcome.problems.count == 1, "\(key)")
            #expect(outcome.problems.first?.path?.hasPrefix(path) == true, "\(key): \(outcome.problems)")
            #expect(outcome.problems.first?.line == 2, "\(key)")
        }
    }

    @Test func `a key that stands twice has the last value, at each level`() throws {
        let outcome = try Reading.read(
            """
            {"version": "2.0", "benchmarks": [], "metadata": {"cpu_count": 1, "cpu_count": 2}, "version": "1.0", "benchmarks": [
            {"metadata": {"name": "no", "name": "a"}, "runs": 5, "runs": [{"values": [-1], "values": [1]}]},
            {"metadata": {"name": "b"}, "runs": [{"values": [1]}], "runs": [{"values": [2, 0]}]}]}
            """)
        #expect(outcome.run?.samples.map(\.benchmark) == ["a"])
        #expect(outcome.run?.metadata["cpu_count"] == "2")
        #expect(outcome.problems.map(\.place) == ["results/run.json:3:80"])
    }

    @Test func `the place of what is missing is that of the last object that could have held it`() throws {
        let outcome = try Reading.read(
            """
            {"version": "1.0", "benchmarks": [{"runs": [{"values": [0]}]}], "benchmarks": [
             {"metadata": {"name": "a"}, "runs": [{"values": [1]}, {}]}]}
            """)
        #expect(outcome.problems.map(\.place) == ["results/run.json:2:56"])
    }

    @Test func `a NUL and other control characters in a text are what they are`() throws {
        let outcome = try Reading.read(Reading.document(Reading.benchmark(#"a\u0000b\u001b"#)))
        #expect(outcome.run?.samples.map(\.benchmark) == ["a\0b\u{1B}"])
    }
}
