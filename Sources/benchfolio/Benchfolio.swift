import Archive
import ArgumentParser

/// The tool: it parses arguments, words what happened, and leaves the work to the targets.
@main
struct Benchfolio: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "benchfolio",
        abstract: "Turns an archive of benchmark runs into a web site.",
        discussion: """
            An archive is a folder that holds bench_runner.toml and results/, a tree of pyperf JSON files. These are only ever read.

            What is larger than a limit is left out and named. The table [limits] of the archive's site.toml sets them: \(limits).

            Example: benchfolio build Content --output Site
            """,
        version: version,
        subcommands: [
            BuildCommand.self, ReportsCommand.self, PagesCommand.self, IndexCommand.self, LinkCommand.self, CompareCommand.self,
            CheckCommand.self, GenerateCommand.self,
        ])

    /// Each limit with its standard.
    private static var limits: String {
        Limits.Key.allCases.map { "\($0.rawValue) (\($0.standard))" }.joined(separator: ", ")
    }

    /// Runs the command that the arguments name.
    static func main() async {
        StandardStreams.takeMissing()
        Heap.takeLargePieces()
        Interruption.watch()
        await main(nil)
    }

    /// Ends the tool after its last words, with the status they call for, and leaves all memory to the system.
    static func end(_ lastWords: () throws -> Void) -> Never {
        do { try lastWords() } catch { exit(withError: error) }
        exit()
    }
}
