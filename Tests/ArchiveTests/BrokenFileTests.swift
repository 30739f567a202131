import TestSupport
import Testing

@testable import Archive

@Suite struct BrokenFileTests {
    private static let hint = "\n  hint: Was the file copied whole? Fetch it again, or run the benchmarks anew."

    // A mark stands before the character that the problem must point at.
    @Test(arguments: [
        ("1️⃣", "The file ends in the middle of the document"),
        (" \n 1️⃣", "The file ends in the middle of the document"),
        (#"{"version": "1.0", "bench1️⃣"#, "The file ends in the middle of the document"),
        (#"{"version": 1️⃣"1.0"#, "The text that begins here has no end"),
        (#"{"version": "1.0",1️⃣}"#, "A key in double quotes is missing"),
        (#"{"version" 1️⃣"1.0"}"#, "A colon is missing behind the key"),
        (#"{"version": "1.0" 1️⃣"metadata": {}}"#, "A comma or a closing brace is missing"),
        ("{\"a\": [1,\n  2 1️⃣3]}", "A comma or a closing bracket is missing"),
        ("{\"a\": [1, 1️⃣]}", "A value is missing"),
        ("{\"a\": 1️⃣undefined}", "`undefined` is no value"),
        ("{\"a\": 1️⃣01}", "`01` is no value"), ("{\"a\": 1️⃣1.}", "`1.` is no value"), ("{\"a\": 1️⃣.5}", "`.5` is no value"),
        ("{\"a\": 1️⃣+1}", "`+1` is no value"), ("{\"a\": 1️⃣0x10}", "`0x10` is no value"), ("{\"a\": 1️⃣1e}", "`1e` is no value"),
        ("{\"a\": 1️⃣-}", "`-` is no value"), ("{\"a\": 1️⃣nan}", "`nan` is no value"),
        ("{\"a\": \"x1️⃣\\q\"}", "An escape in a text is unknown"),
        ("{\"a\": \"é1️⃣\\u12g4\"}", "An escape in a text has not four hexadecimal digits"),
        ("{\"a\": \"1️⃣\\ud800\"}", "An escape in a text is half a character"),
        ("{\"a\": \"1️⃣\\udc00\"}", "An escape in a text is half a character"),
        ("{\"a\": \"1️⃣\\ud83d\\u0041\"}", "An escape in a text is half a character"),
        ("{\"a\": \"x1️⃣\ty\"}", "A control character stands inside a text"),
        ("{\"a\": 1️⃣\u{0B}1}", "A value is missing"),
        ("{} 1️⃣{}", "Text follows the end of the document"),
        ("1️⃣\u{FEFF}{}", "The file begins with a byte order mark, which JSON has not"),
    ])
    func `a text that is no JSON is left out, with the place of its first error`(marked: String, message: String) throws {
        let parts = marked.split(separator: "1️⃣", omittingEmptySubsequences: false)
        let place = try #require(marked.range(of: "1️⃣")).lowerBound
        let before = marked[..<place].split(separator: "\n", omittingEmptySubsequences: false)
        let (line, column) = (before.count, (before.last?.unicodeScalars.count ?? 0) + 1)
        var text = parts.joined()
        // The end of the file is behind its last character, also where a key is cut.
        if marked.contains("bench1️⃣") { text = #"{"version": "1.0", "benchmarks": "# }
        let outcome = try Reading.read(text)
        #expect(outcome.run == nil)
        let expectedPlace = marked.contains("bench1️⃣") ? "1:34" : "\(line):\(column)"
        #expect(
            outcome.problems.map(\.description) == [
                "results/run.json:\(expectedPlace): error: \(message); the file was left out." + Self.hint
            ])
    }

    @Test func `a byte that is no UTF-8 has a place`() throws {
        let outcome = try Reading.read(Array("{\"a\":\n \"é".utf8) + [0xFF] + Array("\"}".utf8))
        #expect(
            outcome.problems.map(\.description) == [
                "results/run.json:2:4: error: A byte stands here that is no UTF-8; the file was left out." + Self.hint
            ])
        let bare = try Reading.read(Array("{\"a\": ".utf8) + [0xFF] + Array("}".utf8))
        #expect(bare.problems.map(\.place) == ["results/run.json:1:7"])
    }

    // EF is how the sign for bad bytes begins, too.
    @Test(
        arguments: [[0xEF], [0xEF, 0xBF], [0xEF, 0x41], [0xEF, 0xBF, 0x41], [0xC3], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80]]
            as [[UInt8]])
    func `a character that is cut short has the place of its first byte`(bytes: [UInt8]) throws {
        for end in ["\"}", "x\"}"] {
            let outcome = try Reading.read(Array("{\"a\": \"é".utf8) + bytes + Array(end.utf8))
            #expect(
                outcome.problems.map(\.description) == [
                    "results/run.json:1:9: error: A byte stands here that is no UTF-8; the file was left out." + Self.hint
                ])
        }
    }

    @Test func `a document nested without end is refused, and one nested deep is read`() throws {
        for depth in [100, 1_000, 1_020] {
            let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            let outcome = try Reading.read(Reading.document(Reading.benchmark("a"), metadata: #"{"x": \#(deep)}"#))
            #expect(outcome.run != nil && outcome.problems.isEmpty, "\(depth)")
        }
        for depth in [2_000, 200_000] {
            let outcome = try Reading.read(
                Reading.document(Reading.benchmark("a"), metadata: #"{"x": \#(String(repeating: "[", count: depth))"#))
            #expect(outcome.run == nil)
            #expect(
                outcome.problems.map(\.description)
                    == ["results/run.json:1:1036: error: The document is nested too deeply; the file was left out." + Self.hint])
        }
    }

    @Test(arguments: ["[]", "null", "5", #""text""#, "{}", #"{"version": "1.0"}"#, #"{"version": "1.0", "benchmarks": {}}"#])
    func `another document is no results file`(text: String) throws {
        let outcome = try Reading.read(text)
        #expect(outcome.run == nil)
        #expect(
            outcome.problems.map(\.description) == [
                "results/run.json:1:1: error: This is no pyperf results file: it has no list of benchmarks. ($)\n  hint: Move it out of `results`."
            ])
    }

    @Test(arguments: [(#""version": "2.0", "#, 13), (#""version": 1.0, "#, 13), ("", 1)])
    func `another version is refused`(version: String, column: Int) throws {
        let outcome = try Reading.read("{\(version)\"benchmarks\": []}")
        #expect(outcome.run == nil)
        #expect(
            outcome.problems.map(\.description) == [
                """
                results/run.json:1:\(column): error: Only version 1.0 of pyperf's format can be read. ($.version)
                  hint: Write the file anew with pyperf 1.0 or later.
                """
            ])
    }

    @Test func `a file without any benchmark is left out`() throws {
        let outcome = try Reading.read(#"{"version": "1.0", "benchmarks": []}"#)
        #expect(outcome.run == nil)
        #expect(
            outcome.problems.map(\.description) == [
                "results/run.json: error: The file holds no benchmark with a value.\n  hint: Run the benchmarks anew, or remove the file."
            ])
    }

    @Test func `a file that cannot be read is a problem`() throws {
        let folder = try TemporaryFolder()
        var reader = RunReader()
        let absent = reader.read(folder.path("absent.json"), as: "results/absent.json", name: try Reading.name())
        #expect(
            absent.problems.map(\.description) == [
                "results/absent.json: error: The file cannot be read: No such file or directory."
            ])
        let directory = reader.read(folder.path, as: "results/a", name: try Reading.name())
        #expect(directory.problems.map(\.description) == ["results/a: error: The file cannot be read: Is a directory."])
    }

    @Test func `a file read by its path alone must have a run's name`() throws {
        let folder = try TemporaryFolder()
        let stem = "bm-20240605-linux-x86_64-python-main-3.13.0-abcdef1"
        let text = Reading.document(Reading.benchmark("a"))
        let flagged = try folder.write(text, to: "bm-20240605-3.13.0-abcdef1-JIT/\(stem).json")
        #expect(ArchiveReader.run(at: flagged).run?.name.flags.text == "JIT")
        #expect(ArchiveReader.run(at: flagged).run?.file == flagged)
        #expect(ArchiveReader.run(at: try folder.write(text, to: "\(stem).json")).run?.name.flags.text == "")
        #expect(
            ArchiveReader.run(at: folder.path("nothing.json")).problems.map(\.message) == ["There is no such file."])
        let other = try folder.write(text, to: "other.json")
        #expect(
            ArchiveReader.run(at: other).problems.map(\.description) == [
                """
                \(other): error: The name does not say which run this is.
                  hint: Name it bm-DATE-NICKNAME-ARCHITECTURE-FORK-REF-VERSION-HASH.json. No part holds a hyphen: in a fork it is written %2d, elsewhere _.
                """
            ])
    }
}
