import ArgumentParser
import Site

/// `benchfolio build`: the whole site.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Builds the whole site.",
        discussion: """
            Reads ARCHIVE/results and ARCHIVE/bench_runner.toml, compares every run with its baselines, and writes reports, pages and \
            listings. Files whose bytes would not change are left alone.

            Example: benchfolio build Content --output Site
            """)

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let job = try SiteJob(options)
        let material = try await job.read()
        let publisher = job.publisher(material)
        let (entries, problems) = await job.publishComparisons(.both, publisher, count: material.pairs.count)
        let catalogue = publisher.catalogue(entries, problems: problems + job.templates.problems)
        try job.publishProse(catalogue)
        try await job.publishIndex(catalogue)
        try job.finish(comparisons: entries.count, problems: material.problems + problems)
    }
}
