import Archive
import ArgumentParser

/// The arguments of every command that makes a part of a site.
struct SiteOptions: ParsableArguments {
    @Argument(help: "The archive's folder, which holds results/ and bench_runner.toml.", completion: .directory)
    var archive = "Content"

    @Option(name: .shortAndLong, help: "The folder the site is written to.", completion: .directory)
    var output: String

    @Option(help: "The folder of page templates (default: the ones that came with the tool).", completion: .directory)
    var templates: String?

    @OptionGroup var reading: ReadingOptions
}

/// The arguments of every command that reads an archive.
struct ReadingOptions: ParsableArguments {
    @Option(help: "How many files are worked on at once (default: one for each processor).")
    var jobs: Int?

    @Flag(help: "Let warnings count as errors in the exit status.")
    var strict = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    }
}
