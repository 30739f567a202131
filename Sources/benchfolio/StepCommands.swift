import ArgumentParser
import Site

/// `benchfolio reports`: the Markdown alone.
struct ReportsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports", abstract: "Writes the report of every comparison as Markdown, and its figures as JSON and CSV.",
        discussion: """
            The first of the three steps of build. The reports stand at runs/RUN/vs-LABEL.md in the output folder, their figures beside \
            them.

            Example: benchfolio reports Content --output Site
            """)

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let job = try SiteJob(options)
        let material = try await job.read()
        let publisher = try job.publisher(material)
        let (entries, problems) = await job.publishComparisons(.report, publisher, count: material.pairs.count)
        try job.finish(.reports, comparisons: entries.count, problems: publisher.catalogue(entries, problems: problems).problems)
    }
}

/// `benchfolio pages`: HTML from the Markdown that is there.
struct PagesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pages", abstract: "Converts the reports in the output folder, and the prose pages, to HTML.",
        discussion: """
            The second of the three steps of build: it reads the Markdown that `benchfolio reports` wrote.

            Example: benchfolio pages Content --output Site
            """)

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let job = try SiteJob(options)
        let material = try await job.read()
        let publisher = try job.publisher(material)
        let (entries, problems) = await job.publishComparisons(.page, publisher, count: material.pairs.count)
        let catalogue = publisher.catalogue(entries, problems: problems)
        try job.publishProse(catalogue, publisher)
        try job.finish(comparisons: entries.count, problems: catalogue.problems)
    }
}

/// `benchfolio index`: everything that lists.
struct IndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Builds the home page, listings, run and commit pages, and the indexes, feeds and badges for other programs.",
        discussion: """
            The last of the three steps of build.

            Example: benchfolio index Content --output Site
            """)

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let job = try SiteJob(options)
        let material = try await job.read()
        let publisher = try job.publisher(material)
        let (entries, problems) = await job.publishComparisons(.figures, publisher, count: material.pairs.count)
        let catalogue = publisher.catalogue(entries, problems: problems)
        try await job.publishIndex(catalogue, publisher)
        try job.finish(comparisons: entries.count, problems: catalogue.problems)
    }
}
