import Foundation
import TestSupport
import Testing

/// What the tool says of itself.
@Suite struct HelpTests {
    static let commands = ["build", "reports", "pages", "index", "link", "compare", "check", "generate"]

    @Test(arguments: commands)
    func `the help of a command has an example of that command, on stdout`(command: String) throws {
        let outcome = try Tool.run([command, "--help"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("\nExample: benchfolio \(command) "))
        #expect(outcome.errors == "")
    }

    @Test func `the help of the tool names every command and has an example`() throws {
        let outcome = try Tool.run(["--help"])
        #expect(outcome.status == 0)
        for command in Self.commands { #expect(outcome.output.contains("\n  \(command) "), "\(command)") }
        #expect(outcome.output.contains("\nExample: benchfolio build Content --output Site\n"))
        #expect(outcome.errors == "")
    }

    @Test(arguments: commands)
    func `the example of a command runs beside the sample archive`(command: String) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            at: folder.url.appendingPathComponent("Content"), withDestinationURL: URL(fileURLWithPath: Tool.sample))
        if command == "pages" { try Tool.run(["reports", "Content", "--output", "Site"], in: folder.url) }
        let help = try Tool.run([command, "--help"]).output
        let start = try #require(help.range(of: "Example: "))
        let end = try #require(help.range(of: "\n\n", range: start.upperBound..<help.endIndex))
        // The made-up archive of the example weighs 150 MB; two runs of it show as much.
        let example = String(help[start.upperBound..<end.lowerBound]).replacing("\n", with: " ").replacing("100", with: "2")
            .replacing("/tmp/", with: "")
        let outcome = try Tool.shell(example, in: folder.url)
        // One file of the sample archive is bad on purpose.
        #expect(outcome.status == (["link", "compare", "generate"].contains(command) ? 0 : 1), "\(example)\n\(outcome.errors)")
        #expect(outcome.output != "")
    }

    @Test func `the version is one line of three numbers`() throws {
        let outcome = try Tool.run(["--version"])
        #expect(outcome.status == 0)
        #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    @Test(arguments: [
        ["frob"], ["build"], ["build", "a", "b", "--output", "c"], ["build", "--output"], ["build", "--frob", "--output", "c"],
        ["build", "--output", "c", "--cache", ""], ["build", "--output", "c", "--templates", ""], ["check", "--cache", ""],
        ["build", "--output", "c", "--jobs", "0"], ["check", "--jobs", "-1"], ["check", "--jobs", "two"],
        ["compare", "one.json"],
        ["link"], ["link", "ccaa69a", "--format", "html"], ["link", "ccaa69a", "--base-url", "javascript:alert(1)"],
        ["link", "ccaa69a", "--base-url", "https://"], ["link", "ccaa69a", "--base-url", "https://a/?x="],
        ["generate"], ["generate", "--output", "c", "--runs", "0"],
        ["generate", "--output", "c", "--runs", "9223372036854775807"], ["generate", "--output", ""],
    ])
    func `arguments that make no sense end with 64, and the usage stands on stderr`(arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let outcome = try Tool.run(arguments, in: folder.url)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("Usage: benchfolio "))
        #expect(outcome.output == "")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
}
