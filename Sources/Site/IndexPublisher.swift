import Archive
import Comparisons

/// Makes everything that is no report: listings, run and commit pages, prose, assets, the index for programs.
public struct IndexPublisher: Sendable {
    private let catalogue: Catalogue
    private let frame: PageFrame
    private let templates: TemplateLibrary
    private let assets: Assets
    private let writer: SiteWriter
    private let edition: Edition
    private let jobs: Int

    init(
        catalogue: Catalogue, templates: TemplateLibrary, assets: Assets, writer: SiteWriter, edition: Edition, jobs: Int
    ) {
        self.catalogue = catalogue
        frame = PageFrame(site: catalogue.site, prose: catalogue.prose)
        self.templates = templates
        self.assets = assets
        self.writer = writer
        self.edition = edition
        self.jobs = jobs
    }

    /// Writes the prose pages, and the files all pages refer to.
    public func publishProse() throws(Problem) {
        let pages = SmallPages(catalogue: catalogue, frame: frame)
        for page in catalogue.prose { try publish(at: [.content(page.name)]) { pages.prose(page) } }
        try writer.write([], to: .noJekyll, key: edition.hash)
        for asset in assets.contents { try writer.write(asset.bytes, to: .asset(asset.name), key: edition.hash) }
    }

    /// Writes the home page, listings, run and commit pages, the problems, the page for addresses that lead nowhere, and the indexes.
    ///
    /// O(runs + comparisons).
    public func publishIndex() async throws(Problem) {
        let keys = RunKeys(catalogue)
        try await publishAll(catalogue.runs) { run throws(Problem) in
            try publish(at: [catalogue.map.run(run)], key: keys.page(of: run, edition)) {
                RunPage(catalogue: catalogue, frame: frame).view(run)
            }
        }
        try await publishAll(commits) { commit throws(Problem) in
            try publish(at: commit.paths, key: keys.list(of: commit.runs, edition, "commit", commit.paths.map(\.text))) {
                CommitPage(catalogue: catalogue, frame: frame).view(commit.hash, runs: commit.runs)
            }
        }
        let listings = Listings(catalogue: catalogue)
        try FollowPublisher(catalogue: catalogue, writer: writer, edition: edition, keys: keys).publish(listings)
        for listing in listings.machines + listings.forks { try publish(listing, keys) }
        try publish(at: [.home]) { HomePage(catalogue: catalogue, frame: frame).view }
        try publish(at: [.notFound]) { NotFoundPage(catalogue: catalogue, frame: frame).view }
        try publish(at: [.problems]) { SmallPages(catalogue: catalogue, frame: frame).problems }
        try publishPrograms()
    }

    private func publishPrograms() throws(Problem) {
        let commits = CommitIndex(catalogue, generator: edition.generator)
        try writer.write(SiteIndex(catalogue, generator: edition.generator).json(), to: .index, key: edition.hash)
        try writer.write(ComparisonSchema.text, to: .comparisonSchema, key: edition.hash)
        try writer.write(SearchIndex(catalogue: catalogue).script(), to: .searchIndex, key: edition.hash)
        try writer.write(commits.json, to: .commitIndex, key: edition.hash)
        try writer.write(commits.script, to: .commitScript, key: edition.hash)
    }

    private struct CommitRuns: Sendable {
        let hash: String
        let runs: [RunDigest]
        let paths: [SitePath]
    }

    /// The commits with the addresses of their pages; an address that several lay claim to is the first one's alone.
    private var commits: [CommitRuns] {
        let groups = catalogue.runsByCommit.sorted { $0.key < $1.key }
        var taken = Set(groups.map { catalogue.map.commit($0.key).text.lowercased() })
        return groups.map { hash, runs in
            let paths = CommitPage.paths(hash, runs: runs, map: catalogue.map)
            let aliases = paths.dropFirst().filter { taken.insert($0.text.lowercased()).inserted }
            return CommitRuns(hash: hash, runs: runs, paths: paths.prefix(1) + aliases)
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

    private func publish(_ listing: Listing, _ keys: RunKeys) throws(Problem) {
        let parts = listing.parts
        let words =
            [listing.heading] + parts.flatMap { [$0.path.text, $0.period ?? ""] }
            + listing.facts.map { "\($0.name) \($0.value.text)" }
        for part in parts {
            let page = ListingPage(catalogue: catalogue, frame: frame, listing: listing, parts: parts, part: part)
            let key = keys.list(of: part.runs, edition, "listing", words + [page.noise?.text ?? "", page.following?.words ?? ""])
            try publish(at: [part.path], key: key) { ListingView(page) }
        }
    }

    /// Makes a page unless it was made from the same before; without a key it is made anew, and written where its bytes differ.
    private func publish(at paths: [SitePath], key: ContentHash? = nil, _ view: () -> some PageView) throws(Problem) {
        if let key, writer.areCurrent(paths, key: key) { return }
        let page = try templates.bytes(of: view())
        for path in paths { try writer.write(page, to: path, key: key ?? edition.hash) }
    }
}

extension ListingView {
    fileprivate init(_ page: ListingPage) {
        let body = page.body
        self.init(
            shell: page.shell, heading: page.heading, summary: page.summary, facts: page.listing.facts, years: page.years,
            chartHeading: body.charts.isEmpty ? nil : "Overall mean of each run", chartNote: body.chartNote, charts: body.charts,
            noise: page.noise,
            table: body.table, legend: Legend.html(page.frame, from: page.part.path, hasStars: true), following: page.following)
    }
}
