import Archive
import ArgumentParser
import Foundation
import Generator

/// `benchfolio generate`: made-up archives.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Writes a made-up archive: the sample that ships, or one of up to a million runs.",
        discussion: """
            The same arguments give the same bytes. Without --runs it is the sample archive; with --runs each run has the size of a real \
            one, about 1.4 MB.

            Example: benchfolio generate --output /tmp/archive --runs 100
            """)

    @Option(name: .shortAndLong, help: "The folder the archive is written to.", completion: .directory)
    var output: String

    @Option(help: "How many runs (default: the sample archive).")
    var runs: Int?

    @Option(help: "The seed of the made-up measurements.")
    var seed: UInt64 = 2025

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output must name a folder.") }
        if let runs, !(1...GeneratedArchive.mostRuns).contains(runs) {
            throw ValidationError("--runs must be from 1 to \(GeneratedArchive.mostRuns).")
        }
    }

    func run() throws {
        let archive = runs.map { GeneratedArchive.scaled(runs: $0, seed: seed) } ?? GeneratedArchive.sample(seed: seed)
        var bytes = 0
        let folder = URL(fileURLWithPath: output, isDirectory: true)
        try keepOutOfResults()
        try keepOthers(archive)
        for file in archive.files {
            let place = folder.appendingPathComponent(file.path)
            let content = file.bytes()
            do {
                try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(content).write(to: place)
            } catch {
                Console.show([
                    Problem(
                        .error, file: place.path, "The file cannot be written.", hint: "Is there room, and may you write here?")
                ])
                throw ExitCode(2)
            }
            bytes += content.count
        }
        Console.close("\(archive.files.count) files, \(bytes / 1_000_000) MB")
    }

    /// Ends the tool with 2 where the folder lies in an archive's results, which would take the made-up ones for their own.
    private func keepOutOfResults() throws {
        var place = URL(fileURLWithPath: output).standardizedFileURL.deletingLastPathComponent()
        while true {
            let results = place.appendingPathComponent("results").path
            if ReadOnlyFolder(results).contains(output) {
                Console.show([
                    Problem(
                        .error, file: output, "The made-up archive would be written into an archive's results.",
                        hint: "Name another folder: --output FOLDER.")
                ])
                throw ExitCode(2)
            }
            guard place.path != "/" else { return }
            place.deleteLastPathComponent()
        }
    }

    /// Ends the tool with 2 where there is something in the folder that would be overwritten or come to stand beside made-up results.
    private func keepOthers(_ archive: GeneratedArchive) throws {
        let made = Set(archive.files.map(\.path))
        let others = ArchiveReader(root: output, jobs: 1).tree().files.map(\.path).filter { !made.contains($0) }
        let changed = archive.files.lazy.filter { file in
            let place = "\(output)/\(file.path)"
            return FileOutput.kind(of: place) != .nothing && FileContents.bytes(at: place) != file.bytes()
        }
        guard let path = others.first ?? changed.first?.path else { return }
        Console.show([
            Problem(
                .error, file: "\(output)/\(path)",
                "This file is no part of the made-up archive, which is written into a folder of its own.",
                hint: "Name another folder: --output FOLDER.")
        ])
        throw ExitCode(2)
    }
}
