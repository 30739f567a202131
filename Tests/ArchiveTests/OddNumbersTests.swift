import TestSupport
import Testing

@testable import Archive

/// Numbers at the ends of what a double, an integer or JSON can hold.
@Suite struct OddNumbersTests {
    @Test(arguments: [
        ("1e60", "1e+60"), ("1e-60", "1e-60"), ("9223372036854775807", "9.223372036854776e+18"),
        ("9223372036854775808", "9.223372036854776e+18"), ("18446744073709551615", "1.8446744073709552e+19"),
        ("18446744073709551616", "1.8446744073709552e+19"), ("123456789012345678901234567890", "1.2345678901234568e+29"),
        ("0.1e1", "1.0"), ("1E+2", "100.0"), ("true", "1.0"),
    ])
    func `a positive number is read, however large or small`(text: String, value: String) throws {
        let outcome = try Reading.read(Reading.document(Reading.benchmark("a", values: text)))
        #expect(outcome.run?.samples.map { $0.values.map(\.description) } == [[value]])
        #expect(outcome.problems == [])
    }

    @Test(arguments: ["-0", "-0.0", "-1e-320", "1e-400", "-18446744073709551616", "1e999", "NaN", "-Infinity"])
    func `any other number takes its benchmark out and is quoted as it stands`(text: String) throws {
        let outcome = try Reading.read(Reading.document(Reading.benchmark("a", values: "1, \(text)"), Reading.benchmark("b")))
        #expect(outcome.run?.samples.map(\.benchmark) == ["b"])
        #expect(
            outcome.problems.map(\.description) == [
                """
                results/run.json:2:53: error: The value `\(text)` is not a positive number; the benchmark `a` is left out of this run. \
                ($.benchmarks[0].runs[0].values[1])
                  hint: Remove the process it stands in, or run the benchmark again.
                """
            ])
    }

    @Test(arguments: ["1e308", "1.0000000000000001e60", "1e-320", "5e-324", "0.99e-60"])
    func `a number whose square could not be told from nothing or from infinity takes its benchmark out`(text: String) throws {
        let outcome = try Reading.read(Reading.document(Reading.benchmark("a", values: "1, \(text)"), Reading.benchmark("b")))
        #expect(outcome.run?.samples.map(\.benchmark) == ["b"])
        #expect(
            outcome.problems.map(\.description) == [
                """
                results/run.json:2:53: error: The value `\(text)` is out of all range; the benchmark `a` is left out of this run. \
                ($.benchmarks[0].runs[0].values[1])
                  hint: A value may be from 1e-60 to 1e60: remove the process it stands in, or run the benchmark again.
                """
            ])
    }

    @Test(arguments: ["2e5", "2E5", "2e+5", "20e-1"])
    func `an exponent is read beside a number that cannot be`(text: String) throws {
        let outcome = try Reading.read(
            Reading.document(Reading.benchmark("a", values: text), metadata: #"{"cpu_count": NaN}"#))
        #expect(outcome.run?.samples.map(\.values) == [[try #require(Double(text))]])
        #expect(outcome.problems == [])
    }

    @Test func `a number of a thousand digits is refused as a value and harmless elsewhere`() throws {
        let long = String(repeating: "9", count: 1_000)
        let outcome = try Reading.read(
            Reading.document(Reading.benchmark("a"), Reading.benchmark("b", values: long), metadata: #"{"cpu_config": \#(long)}"#)
        )
        #expect(outcome.run?.samples.map(\.benchmark) == ["a"])
        #expect(outcome.run?.metadata["cpu_config"] == long)
        #expect(
            outcome.problems.map(\.message) == [
                "The value `\(String(repeating: "9", count: 40))` is not a positive number; the benchmark `b` is left out of this run."
            ])
    }

    @Test(arguments: [
        ("9007199254740993", "9007199254740993"), ("-9223372036854775808", "-9223372036854775808"),
        ("18446744073709551615", "18446744073709551615"), ("18446744073709551616", "1.8446744073709552e+19"), ("-0", "0"),
        ("-0.0", "-0.0"), ("1e308", "1e+308"), ("1e-320", "1e-320"), ("NaN", "NaN"), ("-Infinity", "-Infinity"),
        ("1e999", "1e999"),
    ])
    func `a number of the metadata is shown as it is`(text: String, shown: String) throws {
        let outcome = try Reading.read(Reading.document(Reading.benchmark("a"), metadata: #"{"cpu_config": \#(text)}"#))
        #expect(outcome.run?.metadata["cpu_config"] == shown)
        #expect(outcome.problems == [])
    }
}
