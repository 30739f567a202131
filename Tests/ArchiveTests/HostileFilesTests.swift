import Foundation
import TestSupport
import Testing

@testable import Archive

/// What may stand among the results and is no file to read: nothing of it is waited for, followed out of the archive or lost in silence.
@Suite(.timeLimit(.minutes(10))) struct HostileFilesTests {
    private static let folder = "results/bm-20240605-3.13.0-abcdef1"
    private static let run = "\(folder)/bm-20240605-linux-x86_64-python-main-3.13.0-abcdef1.json"
    private static let good = "\(folder)/bm-20240605-other-x86_64-python-main-3.13.0-abcdef1.json"

    /// An archive with a good run, beside which `make` puts something at the place of another one.
    private func problems(_ make: (TemporaryFolder, String) throws -> Void) async throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.write(Reading.document(Reading.benchmark("a")), to: "archive/" + Self.good)
        try make(folder, folder.path("archive/" + Self.run))
        let reader = ArchiveReader(root: folder.path("archive"), jobs: 1)
        let tree = reader.tree()
        let (runs, problems) = await reader.samples(of: tree)
        #expect(runs.map(\.file) == [Self.good])
        return (tree.problems + problems).map(\.description)
    }

    private func leftOut(_ what: String) -> [String] {
        [
            "\(Self.run): error: This is \(what), and by its name the results of a run; it was left out.\n"
                + "  hint: Put the file itself here."
        ]
    }

    @Test func `a pipe is not waited for`() async throws {
        #expect(try await problems { _, path in mkfifo(path, 0o600) } == leftOut("a pipe, a socket or a device"))
    }

    @Test func `a socket is not opened`() async throws {
        let problems = try await problems { _, path in
            // A socket's path has 107 bytes at most, so it is bound beside and moved.
            let short = "/tmp/benchfolio-\(getpid()).sock"
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: short.utf8) }
            let bound = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            #expect(bound == 0)
            #expect(rename(short, path) == 0)
        }
        #expect(problems == leftOut("a pipe, a socket or a device"))
    }

    @Test func `a link to a pipe or a device is not opened`() async throws {
        let piped = try await problems { folder, path in
            mkfifo(folder.path("archive/pipe"), 0o600)
            symlink(folder.path("archive/pipe"), path)
        }
        #expect(piped == leftOut("a pipe, a socket or a device"))
        #expect(try await problems { _, path in symlink("/dev/zero", path) } == leftOut("a pipe, a socket or a device"))
    }

    @Test func `a link that leads nowhere, in a circle, to a folder or out of the archive is told apart`() async throws {
        #expect(
            try await problems { _, path in symlink("absent.json", path) } == leftOut("a link to a file that is not there"))
        #expect(try await problems { _, path in symlink(path, path) } == leftOut("a link that leads in a circle"))
        #expect(try await problems { _, path in symlink("..", path) } == leftOut("a link to a folder"))
        let outside = try await problems { folder, path in
            try folder.write(Reading.document(Reading.benchmark("secret")), to: "archive-2/outside.json")
            symlink("../../../archive-2/outside.json", path)
        }
        #expect(outside == leftOut("a link that leads out of the archive"))
    }

    @Test func `a link to a file of the archive is the file`() throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "archive/objects/1")
        try folder.write("", to: "archive/\(Self.folder)/README.md")
        symlink("../../objects/1", folder.path("archive/" + Self.run))
        symlink(folder.path("archive"), folder.path("link"))
        for root in ["archive", "link", "link/", "archive/objects/.."] {
            #expect(ResultsTree(root: folder.path + "/" + root).runs.map(\.file.path) == [Self.run], "\(root)")
        }
        // A slash and the mark behind it are one character, and still two bytes.
        try folder.write("{}", to: "archive/\u{301}objects/1")
        unlink(folder.path("archive/" + Self.run))
        symlink("../../\u{301}objects/1", folder.path("archive/" + Self.run))
        #expect(ResultsTree(root: folder.path("archive")).runs.map(\.file.path) == [Self.run])
    }

    @Test func `folders and settings that are links out of the archive are not followed`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Reading.document(Reading.benchmark("a")), to: "elsewhere/results/" + Self.run)
        try folder.write("# Secret", to: "elsewhere/pages/secret.md")
        for name in ["bench_runner.toml", "site.toml"] { try folder.write("secret", to: "elsewhere/" + name) }
        try folder.write("", to: "archive/README.md")
        for name in ["results", "pages", "bench_runner.toml", "site.toml"] {
            symlink("../elsewhere/" + name, folder.path("archive/" + name))
        }
        let reader = ArchiveReader(root: folder.path("archive"), jobs: 1)
        let (prose, tree) = (ProseFiles(root: folder.path("archive"), provided: nil), reader.tree())
        #expect(tree.files.isEmpty && prose.files.isEmpty)
        let problems = tree.problems + prose.problems + reader.configurations().problems
        #expect(
            problems.map { "\($0.file): \($0.message)" } == [
                "results: The folder cannot be read: it is a link that leads out of the archive.",
                "pages: This is a link that leads out of the archive; its pages were left out.",
                "bench_runner.toml: The file cannot be read: it is a link that leads out of the archive.",
                "site.toml: The file cannot be read: it is a link that leads out of the archive.",
            ])
    }

    @Test func `what came with the tool is not read through a link out of its folder, nor in the archive's stead`() throws {
        let folder = try TemporaryFolder()
        try folder.write("secret", to: "elsewhere/secret.md")
        for pages in ["tool/pages", "archive/pages"] { try folder.write("# Page\n", to: "\(pages)/page.md") }
        for pages in ["tool/pages", "archive/pages"] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("\(pages)/secret.md"), withDestinationPath: folder.path("elsewhere/secret.md"))
        }
        let tool = ProseFiles(root: folder.path("none"), provided: folder.path("tool/pages"))
        #expect(tool.files.map(\.name) == ["page"])
        #expect(tool.problems.map(\.file) == ["Content/pages/secret.md"])
        // The archive of a checkout is what the tool would bring along.
        let own = ProseFiles(root: folder.path("archive"), provided: folder.path("archive/pages"))
        #expect(own.files.map(\.shown) == ["pages/page.md"])
        #expect(own.problems.map(\.file) == ["pages/secret.md"])
        try FileManager.default.removeItem(atPath: folder.path("archive/pages"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("archive/pages"), withDestinationPath: folder.path("elsewhere"))
        let led = ProseFiles(root: folder.path("archive"), provided: folder.path("archive/pages"))
        #expect(led.files.isEmpty)
        #expect(led.problems.map(\.file) == ["pages"])
    }

    @Test func `pages whose names are spelled otherwise are two`() throws {
        let folder = try TemporaryFolder()
        for name in ["caf\u{E9}", "cafe\u{301}"] { try folder.write("# \(name)", to: "archive/pages/\(name).md") }
        #expect(ProseFiles(root: folder.path("archive"), provided: nil).files.count == 2)
    }

    @Test func `other things that are no files are passed over with a note`() async throws {
        let problems = try await problems { folder, path in
            mkfifo(folder.path("archive/results/pipe.txt"), 0o600)
            symlink("/etc/hostname", folder.path("archive/results/notes.txt"))
        }
        #expect(
            problems == [
                "results/notes.txt: note: This is a link that leads out of the archive, and was passed over.",
                "results/pipe.txt: note: This is a link to a folder, or no file at all, and was passed over.",
            ])
    }

    @Test func `a folder with the name of a run is a problem, and what stands in it is read`() async throws {
        let problems = try await problems { folder, path in try folder.write("", to: "archive/\(Self.run)/README.md") }
        #expect(
            problems == [
                "\(Self.run): error: This is a folder, and by its name the results of a run.\n"
                    + "  hint: Put the file itself here, or name the folder otherwise."
            ])
    }

    @Test(.enabled(if: geteuid() != 0, "root may read every file")) func `a file that may not be read is a problem`() async throws
    {
        let problems = try await problems { folder, path in
            try folder.write("{}", to: "archive/" + Self.run)
            chmod(path, 0)
        }
        #expect(problems == ["\(Self.run): error: The file cannot be read: Permission denied."])
    }

    #if os(Linux)
        // Other systems refuse such a name themselves.
        @Test func `a name that is no UTF-8 is a problem, for a file and for a folder`() async throws {
            let problems = try await problems { folder, path in
                for name in [[0x62, 0x6D, 0xFF], [0x62, 0x6D, 0xC3]] as [[UInt8]] {
                    let place = Array(folder.path("archive/results/").utf8) + [0x2F] + name + [0]
                    let descriptor = place.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { bytes in
                        bytes.baseAddress.map { creat($0, 0o600) } ?? -1
                    }
                    #expect(descriptor >= 0)
                    close(descriptor)
                }
            }
            let problem = """
                results/bm\u{FFFD}: error: The name is no UTF-8, so what it names was left out.
                  hint: Rename it: an archive's names are plain ASCII.
                """
            #expect(problems == [problem, problem])
        }
    #endif

    @Test func `names that a shell or a terminal would trip over are names like others`() async throws {
        let folder = try TemporaryFolder()
        let names = [
            "a\nb", "a\"b", "a'b", "a<b>", "%2e%2e%2f", "..", "\u{1B}[2Ja", "$(touch x)", String(repeating: "n", count: 203),
        ]
        for name in names {
            try folder.write(
                Reading.document(Reading.benchmark("a")),
                to: "\(Self.folder)/bm-20240605-\(name)-x86_64-python-main-3.13.0-abcdef1.json")
        }
        try folder.write("x", to: "results/-rf")
        let reader = ArchiveReader(root: folder.path, jobs: 2)
        let tree = reader.tree()
        let (runs, problems) = await reader.samples(of: tree)
        #expect(Set(runs.map(\.name.nickname)) == Set(names))
        #expect(tree.problems.map(\.file) == ["results/-rf"])
        #expect(problems == [])
    }

    @Test func `a problem is one line, whatever its names hold`() {
        let problem = Problem(.error, file: "a\nb\u{1B}[2J", path: "$.\u{202E}x", "It is `\r\u{85}`.", hint: "Mend\u{2028}it.")
        #expect(
            problem.description == #"a\u{A}b\u{1B}[2J: error: It is `\u{D}\u{85}`. ($.\u{202E}x)"# + "\n"
                + #"  hint: Mend\u{2028}it."#)
    }

    @Test func `a configuration that is a pipe is not waited for`() throws {
        let folder = try TemporaryFolder()
        for name in ["bench_runner.toml", "site.toml"] { mkfifo(folder.path(name), 0o600) }
        let (_, _, problems) = ArchiveReader(root: folder.path, jobs: 1).configurations()
        #expect(
            problems.map(\.message) == Array(repeating: "The file cannot be read: it is a pipe, a socket or a device.", count: 2))
    }
}
