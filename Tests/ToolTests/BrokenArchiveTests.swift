import Foundation
import TestSupport
import Testing

/// An archive full of things that cannot be read: each is named, and all that can be read is built.
@Suite(.timeLimit(.minutes(10))) struct BrokenArchiveTests {
    private static let folder = "results/bm-20250403-3.14.0a7-0123456"

    private static func name(_ nickname: String) -> String {
        "\(folder)/bm-20250403-\(nickname)-x86_64-python-main-3.14.0a7-0123456.json"
    }

    @Test func `pipes, links, sizes and names end no build`() throws {
        let archive = try SmallArchive.sound()
        try archive.write("", to: "\(Self.folder)/README.md")
        mkfifo(archive.path + "/" + Self.name("pipe"), 0o600)
        symlink("nowhere", archive.path + "/" + Self.name("dangling"))
        symlink("/etc/hostname", archive.path + "/" + Self.name("outside"))
        try archive.write("{", to: Self.name("large"))
        #expect(truncate(archive.path + "/" + Self.name("large"), 300 << 20) == 0)
        try archive.write(String(repeating: "[", count: 100_000), to: Self.name("deep"))
        try archive.write("", to: Self.name("folder") + "/README.md")
        try archive.write("{\"a\": 1}\0", to: Self.name("nul"))
        try archive.write("", to: "pages/.gitkeep")
        symlink("/etc/hostname", archive.path + "/pages/secret.md")
        mkfifo(archive.path + "/pages/pipe.md", 0o600)
        try archive.write(String(repeating: "1) ", count: 50_000) + String(repeating: "\n", count: 50_000), to: "pages/deep.md")
        try archive.write(String(repeating: "x", count: 300_000), to: "pages/large.md")
        try archive.write("", to: "pages/huge.md")
        #expect(truncate(archive.path + "/pages/huge.md", 40 << 30) == 0)
        try archive.write("# One\n", to: "pages/two words.md")
        try archive.write("# Two\n", to: "pages/two_words.md")
        try Data(Array("# Old\n\nZo".utf8) + [0xEB, 0x0A]).write(to: URL(fileURLWithPath: archive.path + "/pages/old.md"))
        let wild = Array("\(archive.path)/pages/".utf8) + [0xFF] + Array(".md\0".utf8)
        let descriptor = wild.withUnsafeBytes {
            open($0.assumingMemoryBound(to: CChar.self).baseAddress!, O_CREAT | O_WRONLY, 0o600)
        }
        // Not every file system takes such a name.
        if descriptor >= 0 { close(descriptor) }
        let outcome = try archive.build()
        #expect(outcome.status == 1)
        let hint = "\n  hint: Put the file itself here.\n"
        let left = ", and by its name the results of a run; it was left out." + hint
        for line in [
            "\(Self.name("pipe")): error: This is a pipe, a socket or a device\(left)",
            "\(Self.name("dangling")): error: This is a link to a file that is not there\(left)",
            "\(Self.name("outside")): error: This is a link that leads out of the archive\(left)",
            "\(Self.name("large")): error: The file cannot be read: it has 300 MB, and at most 256 MB are read.\n",
            "\(Self.name("deep")):1:1001: error: The document is nested too deeply; the file was left out.\n",
            "\(Self.name("folder")): error: This is a folder, and by its name the results of a run.\n",
            "\(Self.name("nul")):1:9: error: Text follows the end of the document; the file was left out.\n",
            "pages/secret.md: error: This is no file, or a link that leads out of the archive; the page was left out." + hint,
            "pages/pipe.md: error: This is no file, or a link that leads out of the archive; the page was left out." + hint,
            "pages/deep.md:1:1: error: More than 100 quotes and lists are nested on this line; the page was left out.\n",
            "pages/large.md: error: The file cannot be read: it has 300000 bytes, and at most 256 kB are read; the page was left out.\n",
            "pages/huge.md: error: The file cannot be read: it has 40960 MB, and at most 256 kB are read; the page was left out.\n",
            "pages/two_words.md: error: Another page has the same address; this one was left out.\n",
            "pages/old.md:3:3: warning: A byte that is no UTF-8 stands here; it is shown as `\u{FFFD}`.\n",
        ] {
            #expect(outcome.errors.contains(line), "\(line)")
        }
        #expect(
            descriptor < 0 || outcome.errors.contains("pages/\u{FFFD}.md: error: The name is no UTF-8; the page was left out.\n"))
        let contents = try archive.contents()
        #expect(contents.files["runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0.html"] != nil)
        #expect(contents.files["pages/secret.html"] == nil)
        #expect(try contents.text("pages/two_words.html").contains("One"))
        #expect(try contents.text("pages/old.html").contains("<p>Zo\u{FFFD}</p>"))
        let check = try Tool.run(["check", archive.path])
        #expect(check.status == 1)
        #expect(outcome.errors == check.output.components(separatedBy: "\n").dropLast(2).map { $0 + "\n" }.joined())
        // Nothing has changed, and nothing is waited for now either.
        let again = try archive.build()
        #expect(again.status == 1)
        #expect(again.lastLine.contains("(0 written)"))
    }

    @Test func `a folder of pages that cannot be read is a problem, and one that is not there is none`() throws {
        let archive = try SmallArchive.sound()
        let pages = archive.path + "/pages"
        #expect(try archive.build().errors == "")
        let ways: [(make: () throws -> Void, reason: String)] = [
            ({ try archive.write("", to: "pages") }, "Not a directory"),
            ({ symlink("nowhere", pages) }, "No such file or directory"),
            ({ mkfifo(pages, 0o600) }, "Not a directory"), ({ symlink("pages", pages) }, "Too many levels of symbolic links"),
        ]
        for (make, reason) in ways {
            try make()
            let outcome = try archive.build()
            #expect(outcome.status == 1)
            #expect(outcome.errors.hasPrefix("pages: error: The folder cannot be read: \(reason); its pages were left out.\n"))
            try FileManager.default.removeItem(atPath: pages)
        }
        // The sign and the point of the ending are one character.
        try archive.write("# Sign\n", to: "pages/\u{600}.md")
        #expect(try archive.build().errors == "")
        #expect(try archive.contents().paths.contains { $0.hasPrefix("pages/_") })
    }

    @Test func `names of 255 bytes, and names that meet, have pages of their own`() throws {
        let archive = try SmallArchive.sound()
        let folder = "bm-20250402-3.14.0a6+-ccaa69a"
        // With `+`, which takes four bytes in a page's address; file name and flags each as long as a file system allows.
        let long = "bm-20250402-box-x86_64-python-\(String(repeating: "+", count: 188))-3.14.0a6+-ccaa69a"
        #expect((long + ".json").utf8.count <= 255)
        try archive.add("\(folder)-\(String(repeating: "F", count: 200))/\(long)")
        try archive.add("\(folder)/\(long)")
        for name in ["Box", "bOX", "b<x", "b>x"] {
            try archive.add("\(folder)/bm-20250402-\(name)-x86_64-python-main-3.14.0a6+-ccaa69a")
        }
        let outcome = try archive.build()
        #expect(outcome.status == 0, "\(outcome.errors)")
        let runs = try archive.contents().paths.filter { $0.hasPrefix("runs/") && $0.hasSuffix("/index.html") }
        #expect(Set(runs.map { $0.lowercased() }).count == 8)
        #expect(runs.allSatisfy { $0.split(separator: "/").allSatisfy { $0.utf8.count <= 210 } })
    }

    @Test func `a limit of the archive holds, and a build with another one is another build`() throws {
        let archive = try SmallArchive.sound()
        #expect(try archive.build().status == 0)
        try archive.write("[limits]\nvalues = 19\n", to: "site.toml")
        let outcome = try archive.build()
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("error: The benchmark `json` has more than 19 values; it is left out of this run."))
        try archive.write("[limits]\nvalues = 20\n", to: "site.toml")
        #expect(try archive.build().status == 0)
        try archive.write("[limits]\nvalues = \"many\"\n", to: "site.toml")
        let wrong = try archive.build()
        #expect(wrong.status == 1)
        #expect(wrong.errors.hasPrefix("site.toml:2:1: error: `values` is no whole number from 1 to 10000000.\n"))
    }

    @Test func `numbers at the ends of what a double holds give a page without words that are no numbers`() throws {
        let archive = try SmallArchive.sound()
        let text = try archive.folder.read("archive/results/\(SmallArchive.head).json")
        let values = try #require(text.firstRange(of: "\"values\":[")).upperBound
        let end = try #require(text[values...].firstIndex(of: "]"))
        for (number, extreme) in ["1e60", "1e-60", "9223372036854775808"].enumerated() {
            let list = Array(repeating: extreme, count: 20).joined(separator: ",")
            try archive.write(
                text[..<values] + list + text[end...],
                to: "results/\(SmallArchive.head.replacing("python-main", with: "python-x\(number)")).json")
        }
        try archive.write(
            text[..<values] + "1e308,1e-320" + text[end...],
            to: "results/\(SmallArchive.head.replacing("python-main", with: "python-x9")).json")
        let outcome = try archive.build()
        #expect(outcome.status == 1)
        #expect(
            outcome.errors.contains("error: The value `1e308` is out of all range; the benchmark `json` is left out of this run.")
        )
        #expect(outcome.errors.split(separator: "\n").count == 2, "\(outcome.errors)")
        let contents = try archive.contents()
        for path in contents.paths where path.hasPrefix("runs/") {
            let text = try contents.text(path)
            #expect(text.firstMatch(of: /(?i)[^a-z](nan|inf|infinity)[^a-z]/) == nil, "\(path)")
        }
    }
}
