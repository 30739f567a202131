import Archive
import Comparisons
import Markdown
import Reports

/// Makes the reports of a site and their pages.
public struct Publisher: Sendable {
    private let material: Material
    private let routes: Routes
    private let frame: PageFrame
    private let templates: TemplateLibrary
    private let writer: SiteWriter
    private let edition: Edition
    private let archive: ArchiveReader
    private let proseProblems: [Problem]
    private let assets: Assets
    private let samples = KnownSampleTexts()

    /// Makes a publisher of a site.
    ///
    /// - Parameters:
    ///   - material: what the site is made from
    ///   - archive: where it was read, with how many tasks, and what is kept
    ///   - prose: the pages of prose
    ///   - templates: the page shells
    ///   - assets: the files that all pages refer to
    ///   - writer: writes the files
    ///   - edition: what every file depends on
    public init(
        material: Material, archive: ArchiveReader, prose: Prose, templates: TemplateLibrary, assets: Assets,
        writer: SiteWriter, edition: Edition
    ) {
        self.material = material
        routes = Routes(runs: material.runs, pairs: material.pairs)
        frame = PageFrame(site: material.site, prose: prose.pages)
        proseProblems = prose.problems
        self.templates = templates
        self.assets = assets
        self.writer = writer
        self.edition = edition
        self.archive = archive
    }

    /// What is made of each comparison.
    public enum Part: Sendable {
        /// The report in Markdown, and its figures for programs.
        case report
        /// The page, from the Markdown that stands in the site already.
        case page
        /// The report, its figures for programs, and the page from it; none of them where both were made from the same before.
        case both
        /// The figures alone, for the listings.
        case figures
    }

    /// Makes every comparison with its report, its page, or both.
    ///
    /// - Parameter progress: called once for each comparison
    /// - Returns: the comparisons' figures in the order of the pairs, and what could not be made
    public func publishComparisons(_ part: Part, progress: @escaping @Sendable () -> Void = {}) async -> (
        entries: [Catalogue.Entry], problems: [Problem]
    ) {
        let known = KnownComparisons(of: archive, judge: material.judge, excluded: excluded, edition: edition.hash)
        let outcomes = await Concurrency.map(material.pairsByHead, jobs: archive.jobs) {
            pairs -> [Result<Published, Problem>] in
            pairs.map { pair in
                defer { progress() }
                return Result { () throws(Problem) in try publish(pair, part, known) }
            }
        }
        var (entries, problems): ([Catalogue.Entry], [Problem]) = ([], [])
        var (figures, verdicts): ([ContentHash: Figures], [ContentHash: KeptVerdict]) = ([:], [:])
        var seen: Set<Problem> = []  // A template that cannot be used fails every page in the same words.
        for outcome in outcomes.joined() {
            switch outcome {
            case .success(let published):
                entries.append(published.entry)
                figures[published.keys.figures] = published.entry.figures
                verdicts[published.keys.verdict] = published.verdict
            case .failure(let problem): if seen.insert(problem).inserted { problems.append(problem) }
            }
        }
        known.keep(figures, verdicts)
        return (entries, part == .page ? problems.eachKindOnce : problems)
    }

    /// Everything the listings are made from.
    public func catalogue(_ entries: [Catalogue.Entry], problems: [Problem]) -> Catalogue {
        Catalogue(
            runs: material.runs, entries: entries,
            problems: material.problems + proseProblems + templates.problems + assets.problems + problems,
            configuration: material.configuration,
            site: material.site, map: routes.map, prose: frame.prose, noise: material.noise)
    }

    /// The one that makes everything that is no report.
    public func indexPublisher(_ catalogue: Catalogue) -> IndexPublisher {
        IndexPublisher(
            catalogue: catalogue, templates: templates, assets: assets, writer: writer, edition: edition, jobs: archive.jobs)
    }

    private var excluded: Set<ExactText> { material.configuration.excludedBenchmarks }

    /// A comparison as the listings show it, and its verdict, to be kept under its keys.
    private struct Published {
        let entry: Catalogue.Entry
        let keys: KnownComparisons.Keys
        let verdict: KeptVerdict
    }

    /// The verdict as it is kept; with all that is shown of it where it had to be reached.
    private func verdict(of pair: Pair, _ known: KeptVerdict?) -> (kept: KeptVerdict, shown: ShownVerdict?) {
        if let known { return (known, nil) }
        let whole = material.judge.verdict(of: pair)
        let shown = ShownVerdict(whole, VerdictWords(whole))
        return (KeptVerdict(shown), shown)
    }

    private func publish(_ pair: Pair, _ part: Part, _ known: KnownComparisons) throws(Problem) -> Published {
        // Where nothing can be written any more, nothing need be made.
        if let failure = writer.failure { throw failure }
        let keys = known.keys(of: pair)
        let (kept, shown) = verdict(of: pair, known.verdict(keys))
        let (key, paths) = (key(of: pair, kept), routes.map.paths(of: pair))
        func published(_ figures: Figures) -> Published {
            Published(
                entry: Catalogue.Entry(pair: pair, paths: paths, figures: figures, verdict: kept.overview, words: kept.words),
                keys: keys,
                verdict: kept)
        }
        let isMade: Bool
        switch part {
        case .both: isMade = writer.areCurrent(paths.all, key: key)
        case .figures:
            // The page of the report will be left out, so nothing may lead to it.
            try templates.check(.report)
            isMade = true
        case .report, .page: isMade = false
        }
        if isMade, let figures = known.figures(keys) { return published(figures) }
        let comparison = try material.comparer.comparison(of: pair)
        if !isMade {
            let shown = shown ?? ShownVerdict(material.judge.verdict(of: pair), kept.words)
            try publish(comparison, shown, part, key: key)
        }
        return published(Figures(comparison))
    }

    private func publish(
        _ comparison: Comparison, _ shown: ShownVerdict, _ part: Part, key: ContentHash
    ) throws(Problem) {
        let paths = routes.map.paths(of: comparison.pair)
        var (markdown, pageKey) = (Report.markdown(comparison), key)
        if part == .page {
            guard let written = writer.text(at: paths.markdown) else {
                throw Problem(
                    .error, file: paths.markdown.text, "The report of this comparison is not there.",
                    hint: "Run `benchfolio reports` with the same output folder first.")
            }
            if !String(markdown).isSame(as: written) {
                // A page of another report is not what the key stands for: no build may take it for made.
                pageKey = PageKey(key, "page of \(ContentHash(of: written).text)").hash
                markdown = TextBytes()
                markdown += written
            }
        } else {
            try writer.write(markdown.utf8, to: paths.markdown, key: key)
            let files = ComparisonFiles(comparison, shown, in: routes.map, samples)
            try writer.write(files.texts.json.written, to: paths.json, key: key)
            try writer.write(files.texts.csv.written, to: paths.csv, key: key)
        }
        guard part != .report else { return }
        let view = ReportPage(routes: routes, frame: frame).view(comparison, shown, markdown: markdown)
        try writer.write(try templates.bytes(of: view), to: paths.report, key: pageKey)
    }

    /// Both runs, what is shown of the verdict, where all pages it links to stand, and the neighbours it names.
    private func key(of pair: Pair, _ verdict: KeptVerdict) -> ContentHash {
        var key = PageKey(edition.hash, "report")
        key.add(pair, in: routes.map)
        ShownVerdict(verdict.overview, verdict.words).addSummary(to: &key)
        if let overall = verdict.overview.overall { key.add([overall.logRatio, overall.deviation]) }
        key.add(verdict.benchmarks)
        let neighbours = routes.neighbours(of: pair)
        key.add(neighbours.previous, in: routes.map)
        key.add(neighbours.next, in: routes.map)
        return key.hash
    }
}

extension [Problem] {
    /// The first problem of each kind, with how many other files have it: as a rule all reports are there, or none.
    fileprivate var eachKindOnce: [Problem] {
        let kinds = Dictionary(grouping: self) { [$0.message, $0.hint ?? ""] }
        return kinds.values.compactMap { alike in alike.first?.and(alike.count - 1) }.sorted()
    }
}

extension Problem {
    /// The problem, with the word that as many other files have the same.
    fileprivate func and(_ others: Int) -> Problem {
        if others == 0 { return self }
        return Problem(
            severity, file: file, line: line, column: column, path: path,
            "\(message) It is the same with \(Count.words(others, "other file")).", hint: hint)
    }
}
