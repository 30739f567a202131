import Archive
import ArgumentParser
import Foundation
import Site

/// `benchfolio check`: what is wrong with an archive.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Reads everything, makes no page, lists the problems.",
        discussion: """
            Ends with 1 where there are errors, with --strict also where there are warnings, and with 2 where there is no run. Templates are \
            not looked at.

            Example: benchfolio check Content
            """)

    @Argument(help: "The archive's folder, which holds results/ and bench_runner.toml.", completion: .directory)
    var archive = "Content"

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let archive: ArchiveReader
        do throws(Problem) {
            archive = try reading.reader(of: try Place.archive(self.archive), keeps: false)
        } catch {
            Console.show([error])
            throw ExitCode(2)
        }
        let material = await Material(reading: archive, tree: archive.tree())
        let prose = Prose(ProseFiles(root: archive.root, provided: Place.prose), limits: material.site.limits)
        let problems = material.problems + prose.problems
        let (runs, pairs) = (Console.count(material.runs.count, "run"), Console.count(material.pairs.count, "comparison"))
        let lines = problems.sorted().map(\.description) + ["\(runs), \(pairs) due, \(Console.count(problems))"]
        try Console.write(lines.joined(separator: "\n") + "\n")
        guard !material.runs.isEmpty else {
            Console.writeNoRun()
            throw ExitCode(2)
        }
        try Console.end(problems, strict: reading.strict)
    }
}
