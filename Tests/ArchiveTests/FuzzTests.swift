import TestSupport
import Testing

@testable import Archive

@Suite struct FuzzTests {
    private static let original = """
        {"version": "1.0", "metadata": {"unit": "second", "commit_date": "2024-06-05 17:18:39+02:00", "name\\u00e9": "Zoë \\ud83d\\ude00"},
         "benchmarks": [
          {"metadata": {"name": "alpha", "tags": ["math"], "mem_max_rss": 12345},
           "runs": [{"warmups": [[1, 0.5]], "metadata": {"calibrate_loops": 1, "mem_max_rss": 1024}},
                    {"values": [0.25, 1e-3, 7, true], "metadata": {"date": "2024-06-06", "load_avg_1min": -0.5E+1}}]},
          {"metadata": {"name": "beta"}, "runs": [{"values": [2.5e-8, 18.4], "warmups": null}]},
          {"metadata": {"name": "gamma"}, "runs": [{"values": [NaN]}, {"values": [Infinity, -1e999]}]}]}
        """

    /// A run keeps what a run promises, and where there is none, a problem says why.
    private func check(_ bytes: [UInt8], _ seed: Int) throws {
        let outcome = try Reading.read(bytes)
        if let run = outcome.run {
            #expect(!run.samples.isEmpty, "\(seed)")
            #expect(run.samples.allSatisfy { !$0.values.isEmpty && $0.values.allSatisfy { $0 > 0 && $0.isFinite } }, "\(seed)")
            #expect(run.samples.allSatisfy { $0.valuesPerProcess.reduce(0, +) == $0.values.count }, "\(seed)")
            #expect(Set(run.samples.map(\.benchmark)).count == run.samples.count, "\(seed)")
        } else {
            #expect(!outcome.problems.isEmpty, "\(seed)")
        }
        for problem in outcome.problems {
            #expect(problem.line != nil && problem.column != nil, "\(seed): \(problem)")
            // Whatever the parser refuses, the locator finds the place of.
            #expect(problem.message != "The file is no JSON document; the file was left out.", "\(seed)")
        }
    }

    @Test func `a document with changed bytes gives a run or a problem, never a crash`() throws {
        let original = Array(Self.original.utf8)
        let marks = Array("{}[]\",:\\/\n\t 0123456789.eE+-NaInfity\u{1}".utf8) + [0x00, 0x7F, 0x80, 0xC3, 0xED, 0xF0, 0xFF]
        for seed in 0..<2_500 {
            var generator = SeededGenerator(seed: UInt64(seed))
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 1: bytes[place] = marks.randomElement(using: &generator) ?? 0
                case 2: bytes.insert(marks.randomElement(using: &generator) ?? 0, at: place)
                default: bytes.remove(at: place)
                }
            }
            try check(bytes, seed)
        }
    }

    @Test func `a document cut anywhere gives a problem`() throws {
        let original = Array(Self.original.utf8)
        for length in 0..<original.count {
            let outcome = try Reading.read(Array(original[..<length]))
            #expect(outcome.run == nil, "\(length)")
            #expect(outcome.problems.count == 1, "\(length)")
            try check(Array(original[..<length]), length)
        }
    }

    @Test func `a document with parts moved about gives a run or a problem`() throws {
        let original = Array(Self.original.utf8)
        for seed in 0..<500 {
            var generator = SeededGenerator(seed: 10_000 + UInt64(seed))
            let start = Int.random(in: 0..<original.count, using: &generator)
            let end = Int.random(in: start..<original.count, using: &generator)
            let place = Int.random(in: 0..<original.count, using: &generator)
            try check(Array(original[..<place] + original[start..<end] + original[place...]), seed)
        }
    }

    @Test func `a configuration with changed bytes is read or gives a problem, never a crash`() throws {
        let original = Array(
            """
            [bases]
            versions = ["3.10.4", "3.12.0"]
            [benchmarks]
            excluded_benchmarks = ["a"]
            [runners.linux]
            os = "linux"
            plot = { name = "Linux", color = "C0" }
            """.utf8)
        let folder = try TemporaryFolder()
        for seed in 0..<400 {
            var generator = SeededGenerator(seed: 20_000 + UInt64(seed))
            var bytes = original
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            let path = try folder.write(String(decoding: bytes, as: UTF8.self), to: "bench_runner.toml")
            let (configuration, problems) = ConfigurationReader.configuration(at: path)
            #expect(
                configuration.bases.isEmpty
                    == problems.contains { $0.message.contains("TOML") || $0.message.contains("version") }, "\(seed)")
        }
    }
}
