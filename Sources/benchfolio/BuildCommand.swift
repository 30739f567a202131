import ArgumentParser
import Site

/// `benchfolio build`: the whole site.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Builds the whole site.",
        discussion: """
            Reads ARCHIVE/results and ARCHIVE/bench_runner.toml, compares every run with its baselines, and writes reports, pages and \
            listings. What was made from the same before is not made again, and files whose bytes would not change are left alone. \
            Files of an earlier build that the site no longer has are removed.

            Example: benchfolio build Content --output Site
            """)

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let job = try SiteJob(options)
        if try await job.isUnchanged() { return }
        let material = try await job.read()
        let publisher = try job.publisher(material)
        let (entries, problems) = await job.publishComparisons(.both, publisher, count: material.pairs.count)
        let catalogue = publisher.catalogue(entries, problems: problems)
        try job.publishProse(catalogue, publisher)
        try await job.publishIndex(catalogue, publisher)
        let notes = try await job.seal(catalogue, isWhole: entries.count == material.pairs.count)
        // What was made of thousands of runs is not taken apart piece by piece only to end.
        withExtendedLifetime((material, publisher, catalogue)) {
            Benchfolio.end { try job.finish(comparisons: entries.count, problems: catalogue.problems + notes) }
        }
    }
}
