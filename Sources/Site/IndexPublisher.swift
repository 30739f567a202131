import Archive
import Comparisons

/// Makes everything that is no report: listings, run and commit pages, prose, assets, the index for programs.
public struct IndexPublisher: Sendable {
    private let catalogue: Catalogue
    private let frame: PageFrame
    private let templates: TemplateLibrary
    private let writer: SiteWriter
    private let jobs: Int

    /// Makes a publisher of a catalogue.
    public init(catalogue: Catalogue, templates: TemplateLibrary, writer: SiteWriter, jobs: Int) {
        self.catalogue = catalogue
        frame = PageFrame(site: catalogue.site, prose: catalogue.prose)
        self.templates = templates
        self.writer = writer
        self.jobs = jobs
    }

    /// Writes the prose pages and the page for addresses that lead nowhere.
    public func publishProse() throws(Problem) {
        let pages = SmallPages(catalogue: catalogue, frame: frame)
        for page in catalogue.prose { try publish(pages.prose(page), at: [.content(page.name)]) }
        try publish(pages.notFound, at: [.notFound])
        try writer.write([], to: .noJekyll)
    }

    /// Writes the files that all pages refer to, as they stand in the folder of templates.
    public func publishAssets(from folder: String) throws(Problem) {
        for name in FileContents.names(in: folder, ending: "") {
            guard let bytes = FileContents.bytes(at: "\(folder)/\(name)") else { continue }
            try writer.write(bytes, to: .asset(name))
        }
    }

    /// Writes the home page, listings, run and commit pages, the problems, and the two indexes.
    ///
    /// O(runs + comparisons).
    ///
    /// - Parameter generator: the tool's name and version, for `data/site.json`
    public func publishIndex(generator: String) async throws(Problem) {
        try await publishAll(catalogue.runs) { run throws(Problem) in
            try publish(RunPage(catalogue: catalogue, frame: frame).view(run), at: [catalogue.map.run(run)])
        }
        try await publishAll(catalogue.runsByCommit.sorted { $0.key < $1.key }.map(CommitRuns.init)) { commit throws(Problem) in
            let view = CommitPage(catalogue: catalogue, frame: frame).view(commit.hash, runs: commit.runs)
            try publish(view, at: CommitPage.paths(commit.hash, runs: commit.runs, map: catalogue.map))
        }
        let listings = Listings(catalogue: catalogue)
        for listing in listings.machines { try publishMachine(listing) }
        for listing in listings.forks { try publishFork(listing) }
        try publish(HomePage(catalogue: catalogue, frame: frame).view, at: [.home])
        try publish(SmallPages(catalogue: catalogue, frame: frame).problems, at: [.problems])
        do {
            try writer.write(Page(path: .index, text: SiteIndex(catalogue, generator: generator).json()))
            try writer.write(Page(path: .searchIndex, text: SearchIndex(catalogue: catalogue).script()))
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(.error, file: SitePath.index.text, "The index cannot be written: \(error).")
        }
    }

    private struct CommitRuns: Sendable {
        let hash: String
        let runs: [RunDigest]

        init(_ element: (key: String, value: [RunDigest])) {
            hash = element.key
            runs = element.value
        }
    }

    private func publishAll<Item: Sendable>(
        _ items: [Item], _ publish: @escaping @Sendable (Item) throws(Problem) -> Void
    ) async throws(Problem) {
        let failures = await Concurrency.map(items, jobs: jobs) { item -> Problem? in
            do throws(Problem) {
                try publish(item)
                return nil
            } catch {
                return error
            }
        }
        if let failure = failures.lazy.compactMap(\.self).first { throw failure }
    }

    private func publishMachine(_ listing: Listing) throws(Problem) {
        for part in listing.parts {
            let page = ListingPage(catalogue: catalogue, frame: frame, listing: listing, part: part)
            let charts = page.charts
            let view = MachineView(
                shell: page.shell, heading: page.heading, summary: page.summary, facts: listing.facts,
                years: page.years, chartHeading: charts.isEmpty ? nil : "Overall mean of each run", charts: charts,
                table: page.table)
            try publish(view, at: [part.path])
        }
    }

    private func publishFork(_ listing: Listing) throws(Problem) {
        for part in listing.parts {
            let page = ListingPage(catalogue: catalogue, frame: frame, listing: listing, part: part)
            let charts = page.charts
            let view = ForkView(
                shell: page.shell, heading: page.heading, summary: page.summary, facts: listing.facts,
                years: page.years, chartHeading: charts.isEmpty ? nil : "Overall mean of each run", charts: charts,
                table: page.table)
            try publish(view, at: [part.path])
        }
    }

    private func publish(_ view: some PageView, at paths: [SitePath]) throws(Problem) {
        let text = try templates.render(view)
        for path in paths { try writer.write(Page(path: path, text: text)) }
    }
}
