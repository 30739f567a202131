import Archive
import Comparisons
import Markdown
import Reports

/// Makes the files of a site, one kind after another.
public struct Publisher: Sendable {
    private let material: Material
    private let routes: Routes
    private let frame: PageFrame
    private let templates: TemplateLibrary
    private let writer: SiteWriter
    private let jobs: Int

    /// Makes a publisher of a site.
    ///
    /// - Parameters:
    ///   - material: what the site is made from
    ///   - prose: the pages of prose, in the order of the navigation
    ///   - templates: the page shells
    ///   - writer: writes the files
    ///   - jobs: how many comparisons are made at once
    public init(material: Material, prose: [ProsePage], templates: TemplateLibrary, writer: SiteWriter, jobs: Int) {
        self.material = material
        routes = Routes(runs: material.runs, pairs: material.pairs)
        frame = PageFrame(site: material.site, prose: prose)
        self.templates = templates
        self.writer = writer
        self.jobs = jobs
    }

    /// What is made of each comparison in one go.
    public enum Part: Sendable {
        /// The report in Markdown.
        case report
        /// The page, from the Markdown that stands in the site already.
        case page
        /// The report, and the page from it.
        case both
    }

    /// Makes every comparison with its report, its page, or both.
    ///
    /// - Returns: the comparisons' figures in the order of the pairs, and what could not be made
    public func publishComparisons(_ part: Part, progress: @escaping @Sendable () -> Void = {}) async -> (
        entries: [Catalogue.Entry], problems: [Problem]
    ) {
        let comparer = Comparer(excludedBenchmarks: material.configuration.excludedBenchmarks)
        let outcomes = await Concurrency.map(material.pairs, jobs: jobs) { pair -> Result<Catalogue.Entry, Problem> in
            defer { progress() }
            return Result { () throws(Problem) in
                let comparison = try comparer.comparison(of: pair)
                try publish(comparison, part)
                return Catalogue.Entry(pair: pair, figures: Figures(comparison))
            }
        }
        var (entries, problems): ([Catalogue.Entry], [Problem]) = ([], [])
        for outcome in outcomes {
            switch outcome {
            case .success(let entry): entries.append(entry)
            case .failure(let problem): problems.append(problem)
            }
        }
        return (entries, problems)
    }

    /// Makes only the comparisons' figures, for an index of what was published before.
    public func figures() async -> [Catalogue.Entry] {
        let comparer = Comparer(excludedBenchmarks: material.configuration.excludedBenchmarks)
        return await Concurrency.map(material.pairs, jobs: jobs) { pair -> Catalogue.Entry? in
            do throws(Problem) {
                return Catalogue.Entry(pair: pair, figures: Figures(try comparer.comparison(of: pair)))
            } catch {
                return nil  // Material lists it among its problems.
            }
        }.compactMap(\.self)
    }

    /// Everything the listings are made from.
    public func catalogue(_ entries: [Catalogue.Entry], problems: [Problem]) -> Catalogue {
        Catalogue(
            runs: material.runs, entries: entries, problems: material.problems + problems, configuration: material.configuration,
            site: material.site, map: routes.map, prose: frame.prose)
    }

    private func publish(_ comparison: Comparison, _ part: Part) throws(Problem) {
        let pair = comparison.pair
        let markdown: String
        switch part {
        case .report, .both:
            markdown = Report.markdown(comparison)
            try writer.write(Page(path: routes.map.markdown(pair), text: markdown))
        case .page:
            guard let written = writer.text(at: routes.map.markdown(pair)) else {
                throw Problem(
                    .error, file: routes.map.markdown(pair).text, "The report of this comparison is not there.",
                    hint: "Run `benchfolio reports` with the same output folder first.")
            }
            markdown = written
        }
        guard part != .report else { return }
        let view = ReportPage(routes: routes, frame: frame).view(comparison, markdown: markdown)
        try writer.write(Page(path: routes.map.report(pair), text: try templates.render(view)))
    }
}
