import Foundation
import TestSupport
import Testing

/// How the tool ends, and its last line.
@Suite struct ExitStatusTests {
    static let steps = ["build", "reports", "pages", "index"]

    @Test func `a sound archive ends with 0, and nothing stands on stderr`() throws {
        let archive = try SmallArchive.sound()
        for command in ["reports", "pages", "index", "build"] {
            let outcome = try Tool.run([command, archive.path, "--output", archive.site.path, "--strict"])
            #expect(outcome.status == 0, "\(command)")
            #expect(outcome.errors == "", "\(command)")
        }
        let check = try Tool.run(["check", archive.path, "--strict"])
        #expect(check.status == 0)
        #expect(check.output == "2 runs, 1 comparison due, 0 problems\n")
        #expect(check.errors == "")
    }

    @Test func `an error ends with 1`() throws {
        let archive = try SmallArchive.sound()
        try archive.write("{", to: "results/\(SmallArchive.head.replacing("ccaa69a", with: "bad0bad")).json")
        for command in ["reports", "pages", "index", "build"] {
            #expect(try Tool.run([command, archive.path, "--output", archive.site.path]).status == 1, "\(command)")
        }
        #expect(try Tool.run(["check", archive.path]).status == 1)
    }

    @Test func `a warning ends with 1 where warnings are to count, and with 0 otherwise`() throws {
        let archive = try SmallArchive.sound()
        try archive.add(SmallArchive.head.replacing("-box-", with: "-bix-"))
        for command in ["reports", "pages", "index", "build"] {
            let arguments = [command, archive.path, "--output", archive.site.path]
            #expect(try Tool.run(arguments).status == 0, "\(command)")
            #expect(try Tool.run(arguments + ["--strict"]).status == 1, "\(command)")
        }
        #expect(try Tool.run(["check", archive.path]).status == 0)
        #expect(try Tool.run(["check", archive.path, "--strict"]).status == 1)
    }

    @Test func `a note is no problem, with strictness neither`() throws {
        let archive = try SmallArchive.sound()
        try archive.write("hello", to: "results/notes.txt")
        let outcome = try archive.build(["--strict"])
        #expect(outcome.status == 0)
        #expect(outcome.lastLine.contains(", 0 problems, "))
        #expect(outcome.errors.hasPrefix("results/notes.txt: note: "))
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "this system has no device that is always full"))
    func `what cannot be printed ends with 2, and a site stands though its closing line cannot be read`() throws {
        let archive = try SmallArchive.sound()
        let (base, head) = ("archive/results/\(SmallArchive.base).json", "archive/results/\(SmallArchive.head).json")
        for command in ["check archive", "compare \(base) \(head)", "link ccaa69a archive --base-url https://example.org"] {
            let outcome = try Tool.shell("benchfolio \(command) > /dev/full", in: archive.folder.url)
            #expect(outcome.status == 2, "\(command)")
            #expect(outcome.errors == "benchfolio: the output cannot be written: No space left on device.\n", "\(command)")
        }
        #expect(try Tool.shell("benchfolio build archive --output site > /dev/full", in: archive.folder.url).status == 0)
        #expect(try archive.contents().files["index.html"] != nil)
    }

    @Test(arguments: ["2> /dev/full", "2>&-"])
    func `problems that cannot be shown change nothing`(redirection: String) throws {
        let archive = try SmallArchive.sound()
        try archive.write("{", to: "results/\(SmallArchive.head.replacing("ccaa69a", with: "bad0bad")).json")
        #expect(try Tool.shell("benchfolio build archive --output site \(redirection)", in: archive.folder.url).status == 1)
        #expect(try archive.contents().files["index.html"] != nil)
        #expect(try Tool.shell("benchfolio check nowhere \(redirection)", in: archive.folder.url).status == 2)
    }

    @Test(arguments: steps)
    func `no such folder ends with 2 and names the nearest one`(command: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "Archive/bench_runner.toml")
        let outcome = try Tool.run([command, "Archiv", "--output", "Site"], in: folder.url)
        #expect(outcome.status == 2)
        #expect(outcome.errors == "Archiv: error: There is no such folder.\n  hint: Is `Archive` meant?\n")
        #expect(outcome.output == "")
        #expect(!FileManager.default.fileExists(atPath: folder.path("Site")))
    }

    @Test func `a folder without a name is none`() throws {
        let folder = try TemporaryFolder()
        let outcome = try Tool.run(["check", ""], in: folder.url)
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("'': error: A folder without a name is none.\n"))
    }

    @Test func `the nearest folder is named by the path to write`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "deep/Archive/bench_runner.toml")
        let outcome = try Tool.run(["check", "deep/Archve/"], in: folder.url)
        #expect(outcome.status == 2)
        #expect(outcome.errors == "deep/Archve/: error: There is no such folder.\n  hint: Is `deep/Archive` meant?\n")
    }

    @Test func `without a folder of a similar name the message says what to name`() throws {
        let folder = try TemporaryFolder()
        let outcome = try Tool.run(["check", "nowhere"], in: folder.url)
        #expect(outcome.status == 2)
        #expect(
            outcome.errors
                == "nowhere: error: There is no such folder.\n  hint: Name the folder that holds results/ and bench_runner.toml.\n"
        )
    }

    @Test(arguments: steps + ["check"])
    func `an archive without a run ends with 2 and writes nothing`(command: String) throws {
        let archive = try SmallArchive()
        let output = command == "check" ? [] : ["--output", archive.site.path]
        let outcome = try Tool.run([command, archive.path] + output)
        #expect(outcome.status == 2)
        #expect(command == "check" || outcome.errors.contains("there is no run"))
        #expect(!FileManager.default.fileExists(atPath: archive.site.path))
    }

    @Test func `a folder that is no archive ends with 2 and says what an archive is`() throws {
        let folder = try TemporaryFolder()
        let outcome = try Tool.run(["build", folder.path, "--output", "Site"], in: folder.url)
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.contains(
                "results: error: The folder cannot be read: No such file or directory.\n"
                    + "  hint: An archive is a folder that holds `results` and `bench_runner.toml`.\n"))
    }

    @Test(arguments: steps)
    func `no templates end with 2`(command: String) throws {
        let archive = try SmallArchive.sound()
        let outcome = try Tool.run([command, archive.path, "--output", "Site", "--templates", "nope"], in: archive.folder.url)
        #expect(outcome.status == 2)
        #expect(
            outcome.errors == "nope: error: The folder of templates cannot be read.\n"
                + "  hint: Name a folder that holds home.mustache and the other templates.\n")
        #expect(outcome.output == "")
    }

    @Test func `a folder that cannot be written ends with 2`() throws {
        let archive = try SmallArchive.sound()
        let file = try archive.folder.write("in the way", to: "file")
        let outcome = try Tool.run(["build", archive.path, "--output", file])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("file: error: No site can be written here: Not a directory."))
    }

    @Test func `the last line is a fact on stdout, and the only one of a build`() throws {
        let site = try BuiltSite.sample.get()
        #expect(
            site.lastLine.wholeMatch(of: /\d+ pages \(\d+ written\), 104 comparisons, 1 problem, \d+\.\d s/) != nil,
            "\(site.lastLine)")
        #expect(site.status == 1)
    }

    @Test func `no bar and no control character where stderr is no terminal`() throws {
        let site = try BuiltSite.sample.get()
        #expect(!site.errors.contains { $0 == "\r" || $0 == "\u{1B}" })
        #expect(site.errors.split(separator: "\n").count == 2)
    }
}
