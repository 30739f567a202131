import Foundation
import TestSupport
import Testing

/// A folder as a newcomer has it who follows the README: empty at first, with the project's address leading to the work tree
/// under test, and `benchfolio` on the `PATH`.
struct ReadmeNewcomer {
    /// The project under test.
    static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The README's text.
    static func readme() throws -> String {
        String(decoding: try Data(contentsOf: project.appendingPathComponent("README.md")), as: UTF8.self)
    }

    private let folder: TemporaryFolder
    /// Where a block begins that clones the project.
    var home: URL { folder.url.appendingPathComponent("home", isDirectory: true) }
    /// Where every other block begins.
    var clone: URL { home.appendingPathComponent("benchfolio", isDirectory: true) }
    private var origin: URL { folder.url.appendingPathComponent("origin", isDirectory: true) }

    /// Makes the folder, and in it a repository of the work tree as it stands, committed or not.
    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        try copyWorkTree()
        try succeed("git init --quiet . && git add --all && git commit --quiet --message 'The work tree under test'", in: origin)
        try writeTool()
    }

    /// Clones the project, and puts an archive beside it, as one has who uses Benchfolio on an archive of one's own.
    func prepareClone() throws {
        try succeed("git clone --quiet https://github.com/benchfolio/benchfolio", in: home)
        let archive = home.appendingPathComponent("my-archive")
        try FileManager.default.copyItem(at: clone.appendingPathComponent("Content"), to: archive)
    }

    /// Runs commands as `bash` runs a script, each of which must succeed, and returns what they printed; fails the test otherwise.
    @discardableResult
    func succeed(_ commands: String, in place: URL) throws -> String {
        let output = folder.url.appendingPathComponent("output-\(UUID().uuidString)")
        try Data().write(to: output)
        let handle = try FileHandle(forWritingTo: output)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-euo", "pipefail", "-c", commands]
        process.currentDirectoryURL = place
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        let printed = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        try #require(process.terminationStatus == 0, "exit \(process.terminationStatus) from:\n\(commands)\n\(printed)")
        return printed
    }

    /// The surrounding `make` must not speak to the one in a block, and the project's address leads to the work tree's copy.
    private var environment: [String: String] {
        var variables = ProcessInfo.processInfo.environment
        for name in ["MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "ARCHIVE", "SITE", "PORT", "ZIP", "BENCHFOLIO_SHARED"] {
            variables[name] = nil
        }
        let tools = folder.path("bin")
        variables["PATH"] = tools + ":" + (variables["PATH"] ?? "/usr/bin:/bin")
        variables["BENCHFOLIO"] = tools + "/benchfolio"
        let settings = [
            ("url.\(origin.path).insteadOf", "https://github.com/benchfolio/benchfolio"),
            ("safe.directory", "*"), ("user.name", "Newcomer"), ("user.email", "newcomer@localhost"),
        ]
        variables["GIT_CONFIG_COUNT"] = "\(settings.count)"
        for (index, (key, value)) in settings.enumerated() {
            variables["GIT_CONFIG_KEY_\(index)"] = key
            variables["GIT_CONFIG_VALUE_\(index)"] = value
        }
        return variables
    }

    private func copyWorkTree() throws {
        try FileManager.default.createDirectory(at: origin, withIntermediateDirectories: true)
        let listed = try succeed("git ls-files --cached --others --exclude-standard", in: Self.project)
        for name in listed.split(separator: "\n").map(String.init) {
            let source = Self.project.appendingPathComponent(name)
            let copy = origin.appendingPathComponent(name)
            // A tracked file that was deleted is listed, but not there.
            guard FileManager.default.fileExists(atPath: source.path) else { continue }
            try FileManager.default.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: source, to: copy)
        }
    }

    /// The tool under test by the name of the README.
    ///
    /// Exit 1 means "problems were found", and the sample archive holds one on purpose.
    private func writeTool() throws {
        let tool = Self.products.appendingPathComponent("benchfolio").path
        try #require(FileManager.default.isExecutableFile(atPath: tool), "no tool beside the tests: \(tool)")
        let script = try folder.write("#!/bin/sh\n'\(tool)' \"$@\" || [ $? -eq 1 ]\n", to: "bin/benchfolio")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    }

    /// The folder of built products, in which the tests lie beside the tool.
    private static var products: URL {
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        return tests?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
    }
}
