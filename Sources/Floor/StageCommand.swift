import Archive
import ArgumentParser
import Comparisons
import Site

/// `benchfolio-floor stage NAME ARCHIVE OUTPUT`: a build as far as one of its hot stages, on one thread.
struct StageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stage", abstract: "Builds an archive's site as far as a stage, and stops.",
        discussion: """
            Each stage does the work of those before it and then its own, so a stage's instructions are the difference between two \
            counts. OUTPUT should not be there yet.
            """)

    /// The stages in their order.
    enum Stage: String, ExpressibleByArgument, CaseIterable, Comparable {
        /// Reads nothing but the arguments.
        case start
        /// Reads the runs, summarises them, and finds which comparisons are due.
        case digest
        /// Makes every comparison.
        case compare
        /// Makes every comparison's report and page, and writes them.
        case render
        /// Makes the listings and all other pages, and writes them.
        case list

        static func < (left: Stage, right: Stage) -> Bool { left.position < right.position }

        private var position: Int { Stage.allCases.firstIndex(of: self) ?? 0 }
    }

    @Argument(help: "The stage: start, digest, compare, render or list.")
    var stage: Stage

    @Argument(help: "The archive.", completion: .directory)
    var archive: String

    @Argument(help: "The folder the site is written to.", completion: .directory)
    var output: String

    @Option(help: "The folder of page templates.", completion: .directory)
    var templates = "Templates"

    @Option(help: "The folder of what is kept of runs; without it nothing is.", completion: .directory)
    var cache: String?

    func run() throws {
        let command = self
        try CallersThread.run { try await command.build() }
    }

    private func build() async throws {
        guard stage >= .digest else { return }
        let reader = ArchiveReader(root: archive, jobs: 1, cache: cache.map { Cache(folder: $0) })
        let material = await Material(reading: reader, tree: reader.tree())
        print("digest: \(material.runs.count) runs")
        guard stage >= .compare else { return }
        guard stage >= .render else { return try compare(material) }
        let publisher = try publisher(material, reader)
        let (entries, problems) = await publisher.publishComparisons(.both)
        print("render: \(entries.count) comparisons")
        guard stage >= .list else { return }
        let catalogue = publisher.catalogue(entries, problems: problems)
        try await publisher.indexPublisher(catalogue).publishIndex()
        print("list: \(catalogue.runs.count) runs")
    }

    private func compare(_ material: Material) throws {
        let rows = try material.pairs.reduce(0) { try $0 + material.comparer.comparison(of: $1).rows.count }
        print("compare: \(material.pairs.count) comparisons, \(rows) rows")
    }

    private func publisher(_ material: Material, _ reader: ArchiveReader) throws -> Publisher {
        let edition = Edition(generator: "benchfolio-floor", tool: nil, files: [], assets: [], hashes: reader.hashes)
        return Publisher(
            material: material, archive: reader, prose: .none, templates: try TemplateLibrary(folder: templates),
            assets: .none, writer: SiteWriter(folder: output, skips: false), edition: edition)
    }
}
