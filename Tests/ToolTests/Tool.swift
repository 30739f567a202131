import Foundation
import TestSupport
import Testing

/// The tool under test, run as a user runs it: as a process, with its output led into files.
struct Tool {
    /// What one call of the tool gave.
    struct Outcome {
        /// The status the process ended with.
        var status: Int32
        /// What came on stdout.
        var output: String
        /// What came on stderr.
        var errors: String

        /// The last line of stdout, without its end.
        var lastLine: String { output.split(separator: "\n").last.map(String.init) ?? "" }
    }

    /// The project under test, which holds the sample archive.
    static let project = ReadmeNewcomer.project
    /// The sample archive that ships.
    static let sample = project.appendingPathComponent("Content").path

    /// Runs the tool in a folder.
    @discardableResult
    static func run(_ arguments: [String], in folder: URL = project) throws -> Outcome {
        try run(executable, arguments, in: folder)
    }

    /// Runs a line of shell in a folder where `benchfolio` is the tool under test.
    static func shell(_ line: String, in folder: URL) throws -> Outcome {
        let place = executable.deletingLastPathComponent().path
        return try run(URL(fileURLWithPath: "/bin/bash"), ["-c", "PATH=\"\(place):$PATH\"; \(line)"], in: folder)
    }

    /// A folder beside the tests for what many of them share; each run of the tests begins with an empty one.
    static let shared = Result { () throws -> URL in
        let folder = executable.deletingLastPathComponent().appendingPathComponent("tool-tests", isDirectory: true)
        if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// The tests' own cache folder, since a user's is none of theirs.
    private static let cache = Result { try shared.get().appendingPathComponent("cache").path }

    /// The tool lies beside the tests it was built with.
    private static var executable: URL {
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        let products = tests?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
        return products.appendingPathComponent("benchfolio")
    }

    private static func run(_ program: URL, _ arguments: [String], in folder: URL) throws -> Outcome {
        let results = try TemporaryFolder()
        let (output, errors) = (try results.write("", to: "output"), try results.write("", to: "errors"))
        let handles = [
            try FileHandle(forWritingTo: URL(fileURLWithPath: output)),
            try FileHandle(forWritingTo: URL(fileURLWithPath: errors)),
        ]
        let process = Process()
        process.environment = ProcessInfo.processInfo.environment.merging(["XDG_CACHE_HOME": try cache.get()]) { _, own in own }
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handles[0]
        process.standardError = handles[1]
        try process.run()
        process.waitUntilExit()
        for handle in handles { try handle.close() }
        return Outcome(status: process.terminationStatus, output: try results.read("output"), errors: try results.read("errors"))
    }
}
