import Foundation
import TestSupport
import Testing

/// Every shell block of the README is run somewhere in a full check, as it stands.
///
/// - `make test` is what `make check` itself runs (a test below holds it to that). Run from here it would run itself.
/// - Every other block is run here, in a clone of the work tree. Its `make site` takes the tool that was built with these tests instead of
///   compiling once more; the compiling half is again what `make check` itself runs.
@Suite(.serialized) struct ReadmeTests {
    static let testCommand = "make test\n"

    static func blocks() throws -> [ReadmeBlock] {
        ReadmeBlock.all(in: try ReadmeNewcomer.readme()).filter { $0.text != testCommand }
    }

    @Test(.timeLimit(.minutes(5)), arguments: try blocks())
    func `a block runs as it stands`(block: ReadmeBlock) throws {
        let newcomer = try ReadmeNewcomer()
        if block.text.hasPrefix("git clone ") {
            try newcomer.succeed(block.text, in: newcomer.home)
        } else {
            try newcomer.prepareClone()
            try newcomer.succeed(block.text, in: newcomer.clone)
        }
        for file in Self.files(madeBy: block) {
            #expect(
                FileManager.default.fileExists(atPath: newcomer.home.appendingPathComponent(file).path), "\(file) is not there")
        }
    }

    /// What must be there after a block, below the folder that holds the clone.
    static func files(madeBy block: ReadmeBlock) -> [String] {
        let outcomes = [
            ("make site\n", "benchfolio/Site/index.html"),
            ("make zip\n", "benchfolio/Site.zip"),
            ("SITE=../my-site", "my-site/index.html"),
            ("benchfolio build", "benchfolio/Site/index.html"),
            ("benchfolio reports", "benchfolio/Site/data/site.json"),
            ("benchfolio generate", "sample/bench_runner.toml"),
        ]
        return outcomes.filter { block.text.contains($0.0) }.map(\.1)
    }

    @Test func `the README shows the two commands, and the one that runs the tests stands alone in a block`() throws {
        let texts = ReadmeBlock.all(in: try ReadmeNewcomer.readme()).map(\.text)
        #expect(texts.first == "git clone https://github.com/benchfolio/benchfolio\ncd benchfolio\nmake site\n")
        #expect(texts.filter { $0 == Self.testCommand }.count == 1)
        #expect(texts.filter { $0.contains("make test") || $0.contains("make check") } == [Self.testCommand])
    }

    @Test(arguments: ["test", "site"])
    func `make check runs all that the README's command runs`(target: String) throws {
        let newcomer = try ReadmeNewcomer()
        try newcomer.prepareClone()
        // Without a tool given from outside, as in a real clone; `-n` prints the commands and runs none of them.
        let steps = try newcomer.succeed("unset BENCHFOLIO; make -n \(target)", in: newcomer.clone).split(separator: "\n")
        let checks = try newcomer.succeed("unset BENCHFOLIO; make -n check", in: newcomer.clone).split(separator: "\n")
        #expect(steps.contains { $0.hasPrefix("swift ") })
        #expect(steps.filter { !checks.contains($0) } == [])
    }

    @Test func `every link of the README to a file of the project leads to one`() throws {
        let text = try ReadmeNewcomer.readme()
        let targets = text.matches(of: /\]\(([^)#:]+)\)/).map { String($0.output.1) }
        #expect(targets.contains("Content/pages/method.md"))
        #expect(
            targets.filter {
                !FileManager.default.fileExists(atPath: ReadmeNewcomer.project.appendingPathComponent($0).path)
            } == [])
    }

    @Test func `shell blocks are found with their lines, and no others`() {
        let markdown = "text\n\n```sh\none\ntwo\n```\n```yaml\nno: 1\n```\n```sh\nthree\n```\n"
        let blocks = ReadmeBlock.all(in: markdown)
        #expect(blocks.map(\.text) == ["one\ntwo\n", "three\n"])
        #expect(blocks.map(\.line) == [4, 11])
    }
}
