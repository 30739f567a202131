import Foundation
import TestSupport
import Testing

@testable import Archive

/// What is left out because there is too much of it, and that the limits can be set.
@Suite struct LimitsTests {
    private func read(_ text: String, _ limits: Limits) throws -> RunReader.Outcome {
        let folder = try TemporaryFolder()
        var reader = RunReader(limits)
        return reader.read(try folder.write(text, to: "run.json"), as: Reading.file, name: try Reading.name())
    }

    @Test func `a file of 300 MB is not read`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("{", to: "run.json")
        // A file with a hole takes no room.
        #expect(truncate(path, 300 << 20) == 0)
        var reader = RunReader()
        #expect(
            reader.read(path, as: Reading.file, name: try Reading.name()).problems.map(\.description) == [
                """
                results/run.json: error: The file cannot be read: it has 300 MB, and at most 256 MB are read.
                  hint: Take it out of `results`, or raise `file_bytes` in [limits] of site.toml.
                """
            ])
    }

    @Test func `a file of many bytes of space is read to its end`() throws {
        let text = String(repeating: " ", count: 5_000_000) + "\n" + Reading.document(Reading.benchmark("a"))
        #expect(try read(text, .standard).run?.samples.count == 1)
        #expect(
            try Reading.read(String(repeating: "\n", count: 1_000_000)).problems.map(\.place) == ["results/run.json:1000001:1"])
    }

    @Test func `more benchmarks than the limit leave the file out`() throws {
        let text = Reading.document(Reading.benchmark("a"), Reading.benchmark("b"), Reading.benchmark("c"))
        #expect(try read(text, Limits([.benchmarks: 3])).run?.samples.count == 3)
        let outcome = try read(text, Limits([.benchmarks: 2]))
        #expect(outcome.run == nil)
        #expect(
            outcome.problems.map(\.description) == [
                """
                results/run.json:1:66: error: The file holds 3 benchmarks, and at most 2 are read; the file was left out. ($.benchmarks)
                  hint: Split it, or raise `benchmarks` in [limits] of site.toml.
                """
            ])
    }

    @Test func `more values than the limit leave the benchmark out`() throws {
        let text = Reading.document(
            #"{"metadata": {"name": "a"}, "runs": [{"values": [1, 2]}, {"values": [3, 4]}]}"#, Reading.benchmark("b"))
        #expect(try read(text, Limits([.values: 4])).run?.samples.count == 2)
        let outcome = try read(text, Limits([.values: 3]))
        #expect(outcome.run?.samples.map(\.benchmark) == ["b"])
        #expect(
            outcome.problems.map(\.description) == [
                """
                results/run.json:2:69: error: The benchmark `a` has more than 3 values; it is left out of this run. ($.benchmarks[0].runs[1].values)
                  hint: Measure fewer, or raise `values` in [limits] of site.toml.
                """
            ])
    }

    @Test func `a name longer than the limit leaves the benchmark out, and a tag is left out alone`() throws {
        let text = Reading.document(
            Reading.benchmark("abcd"), Reading.benchmark("é12", metadata: #", "tags": ["x", "é34", "é34", "abc"]"#))
        let outcome = try read(text, Limits([.nameBytes: 3]))
        #expect(outcome.run == nil)
        let fair = try read(text.replacing("é12", with: "é1"), Limits([.nameBytes: 3]))
        #expect(fair.run?.samples.map(\.benchmark) == ["é1"])
        #expect(fair.run?.samples.map(\.tags) == [["x", "abc"]])
        #expect(
            fair.problems.map(\.description) == [
                """
                results/run.json:2:1: error: A benchmark's name has 4 bytes, and at most 3 are read; it is left out. ($.benchmarks[0])
                  hint: Name it shorter, or raise `name_bytes` in [limits] of site.toml.
                """,
                """
                results/run.json:3:1: warning: A tag of the benchmark `é1` has 4 bytes, and at most 3 are read; it is left out. ($.benchmarks[1])
                  hint: Name tags shorter, or raise `name_bytes` in [limits] of site.toml.
                """,
            ])
    }

    @Test func `tags that are too long are one problem, however many they are`() throws {
        let tags = (0..<500).map { "\"tag\($0)\"" }.joined(separator: ", ")
        let text = Reading.document(Reading.benchmark("a", metadata: ", \"tags\": [\"x\", \(tags)]"))
        let outcome = try read(text, Limits([.nameBytes: 3, .tags: 1000]))
        #expect(outcome.run?.samples.map(\.tags) == [["x"]])
        #expect(
            outcome.problems.map(\.message) == ["500 tags of the benchmark `a` have more than 3 bytes; they are left out."])
    }

    @Test func `of a benchmark with more tags than the limit none is read`() throws {
        func tags(_ count: Int) -> String {
            let tags = (0..<count).map { "\"t\($0)\"" }.joined(separator: ", ")
            return Reading.document(Reading.benchmark("a", metadata: ", \"tags\": [\(tags)]"))
        }
        #expect(try read(tags(20), .standard).run?.samples.first?.tags.count == 20)
        // A tag that stands twice is one, and one that is spelled otherwise another.
        let twice = Reading.document(
            Reading.benchmark("a", metadata: ", \"tags\": [" + Array(repeating: "\"t\"", count: 30).joined(separator: ", ") + "]")
        )
        #expect(try read(twice, .standard).problems == [])
        let spelled = Reading.document(Reading.benchmark("a", metadata: #", "tags": ["\#u{E9}", "e\#u{301}"]"#))
        #expect(try read(spelled, Limits([.nameBytes: 2])).run?.samples.map(\.tags.count) == [1])
        let outcome = try read(tags(21), .standard)
        #expect(outcome.run?.samples.map(\.tags) == [[]])
        #expect(
            outcome.problems.map(\.message) == ["The benchmark `a` has 21 tags, and at most 20 are read; all are left out."])
    }

    @Test func `what nothing is made of is not read from a run's metadata`() throws {
        let others = (0..<1_000).map { #""key\#($0)": \#($0), "# }.joined()
        let text = Reading.document(
            Reading.benchmark("a"),
            metadata: #"{\#(others)"\#(String(repeating: "k", count: 20_000))": 1, "platform": "Linux"}"#)
        let outcome = try read(text, .standard)
        #expect(outcome.run?.metadata.entries.map(\.key) == ["platform"])
        #expect(outcome.problems.isEmpty)
    }

    @Test func `of many things that are wrong with a file a hundred are listed, and the rest is counted`() throws {
        let broken = Array(repeating: "{}", count: 102).joined(separator: ", ")
        let outcome = try read(Reading.document("\(Reading.benchmark("a")), \(broken)"), .standard)
        #expect(outcome.run?.samples.count == 1)
        #expect(outcome.problems.count == 101)
        let last = try #require(outcome.problems.last)
        #expect((last.severity, last.message) == (.error, "2 more things are wrong with this file."))
        let one = try read(Reading.document("\(Reading.benchmark("a")), \(broken.dropLast(4))"), .standard)
        #expect(one.problems.last?.message == "One more thing is wrong with this file.")
        let all = try read(Reading.document("\(Reading.benchmark("a")), \(broken.dropLast(8))"), .standard)
        #expect(all.problems.count == 100 && Set(all.problems.map(\.message)).count == 1)
    }

    @Test func `a text longer than the limit is left out of what a run says of itself`() throws {
        let text = Reading.document(
            Reading.benchmark("a"),
            metadata:
                #"{"platform": "Linux-5.4.0-186-generic", "cpu_model_name": "Xeon"}"#
        )
        let outcome = try read(text, Limits([.textBytes: 20]))
        #expect(outcome.run?.samples.count == 1)
        #expect(outcome.run?.metadata.entries.map(\.key) == ["cpu_model_name"])
        #expect(
            outcome.problems.map(\.description) == [
                """
                results/run.json:1:45: warning: The text of `platform` has 23 bytes, and at most 20 are read; it is left out. ($.metadata.platform)
                  hint: Write it shorter, or raise `text_bytes` in [limits] of site.toml.
                """
            ])
    }

    @Test func `the standard limits are those the README names`() {
        #expect(
            Limits.Key.allCases.map { "\($0.rawValue) \(Limits.standard[$0])" } == [
                "file_bytes 268435456", "benchmarks 10000", "values 1000000", "name_bytes 255", "tags 20", "text_bytes 16384",
                "page_bytes 262144",
                "table_columns 1024",
            ])
        #expect(Limits.standard.textOfRuns == "")
        // What is read of pages has no say in what is read of runs, so that no run is read anew for it.
        #expect(Limits([.values: 5, .benchmarks: 7, .pageBytes: 3]).textOfRuns == "benchmarks=7,values=5")
        #expect(Limits([.values: 1_000_000]) == .standard)
    }

    private func site(_ text: String) throws -> (SiteConfiguration, [Problem]) {
        let folder = try TemporaryFolder()
        return ConfigurationReader.site(at: try folder.write(text, to: "site.toml"))
    }

    @Test func `an archive sets limits in its site file`() throws {
        let (site, problems) = try site("[limits]\nfile_bytes = 1_000\nvalues = 20\n")
        #expect(problems == [])
        #expect(site.limits == Limits([.fileBytes: 1_000, .values: 20]))
        #expect(site.limits[.benchmarks] == 10_000)
    }

    @Test(arguments: ["0", "-1", "1.5", "\"5\"", "true", "10000001", "[5]"])
    func `a wrong limit is a problem with its place, and the standard one stays`(value: String) throws {
        let (site, problems) = try site("title = \"A\"\n[limits]\n  values = \(value)\n")
        #expect(site.limits == .standard)
        #expect(
            problems.map(\.description) == [
                """
                site.toml:3:3: error: `values` is no whole number from 1 to 10000000.
                  hint: Write it in digits: values = 1000.
                """
            ])
    }

    @Test func `a limit that is set otherwise has a place too`() throws {
        #expect(try site("limits.values = 0\n").1.map(\.place) == ["site.toml:1:1"])
        #expect(try site("\nlimits = { values = 0 }\n").1.map(\.place) == ["site.toml:2:1"])
        #expect(
            try site("limits = 5\n").1.map(\.description) == [
                "site.toml:1:1: error: `limits` is no table.\n  hint: Write [limits] with its keys below."
            ])
    }

    @Test func `a limit that is not known is a problem that names the one meant`() throws {
        #expect(
            try site("[limits]\nvalue = 5\nfoo = 1\n").1.map(\.description) == [
                """
                site.toml:3:1: error: `foo` means nothing here.
                  hint: Known are `file_bytes`, `benchmarks`, `values`, `name_bytes`, `tags`, `text_bytes`, `page_bytes`, `table_columns`.
                """,
                "site.toml:2:1: error: `value` means nothing here.\n  hint: Is `values` meant?",
            ])
    }

    @Test(arguments: ["javascript:alert(1)//{commit}", "//example.org/{commit}", "data:text/html,{commit}", "HTTPS:x"])
    func `a link that is no address on the web is a problem, and the standard one stays`(address: String) throws {
        let (site, problems) = try site("[links]\ncommit = \"\(address)\"\n")
        #expect(site.commitLink == SiteConfiguration.standard.commitLink)
        #expect(
            problems.map(\.description) == [
                "site.toml:2:1: error: `commit` is no address on the web.\n"
                    + "  hint: Begin it with https:// and a host; no space may stand in it."
            ])
    }
}
