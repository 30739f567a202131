import Archive
import Comparisons
import Markdown
import Reports

/// Makes the page of a comparison.
struct ReportPage {
    let routes: Routes
    let frame: PageFrame

    /// The view of a comparison whose report is `markdown`.
    func view(_ comparison: Comparison, _ shown: ShownVerdict, markdown: TextBytes) -> ReportView {
        let pair = comparison.pair
        let path = routes.map.report(pair)
        let machine = routes.map.machine(pair.head.name.nickname)
        let heading = "\(pair.head.title) vs. \(pair.baselineWords)"
        let verdict = shown.verdict
        let environment = Environment.rows([pair.base, pair.head])
        return ReportView(
            shell: frame.shell(
                path, title: "\(ShortVerdict(verdict).heading): \(heading)", description: "\(shown.words.sentence) \(heading).",
                kind: .article, here: "vs. \(pair.baselineWords)",
                above: [(pair.head.name.nickname, machine), (pair.head.build, routes.map.run(pair.head))]),
            heading: heading, verdict: shown.words.sentence, verdictKind: verdict.word,
            comparison: held(pair, from: path), cautions: shown.words.otherCautions(of: verdict),
            moved: MovedBenchmarks.html(shown.times), memory: shown.words.memory, oneSided: oneSided(comparison),
            differences: differences(pair, environment),
            method: frame.link(toProse: "method", "What the words mean", from: path),
            chart: BenchmarkChart(shown.times, name: "Each benchmark's time against its baseline: \(heading)").html,
            table: VerdictTable(caption: "All benchmarks of both runs", times: shown.times, memories: shown.memories).html,
            memoryChart: memoryChart(verdict.memory, heading: heading), reportNote: meanNote(comparison.overallMean),
            reportMethod: frame.link(toProse: "classic-report", "What its figures mean", from: path), report: convert(markdown),
            environment: table(pair, environment), links: links(pair, from: path), neighbours: neighbours(pair, from: path))
    }

    private func differences(_ pair: Pair, _ environment: [EnvironmentTable.Row]) -> ReportView.Differences {
        let table = DifferenceTable(
            runs: ReportPage.columns(pair), environment: environment, base: pair.base.metadata, head: pair.head.metadata)
        return ReportView.Differences(summary: table.summary, table: table.html)
    }

    /// Why the classic report's mean is another than the verdict's: below 1 it is printed as 2 − mean.
    private func meanNote(_ mean: Double?) -> String? {
        guard let mean, mean > 0, mean < 1 else { return nil }
        let slower = DecimalText.text(1 / mean, decimals: 2)
        guard slower != DecimalText.text(2 - mean, decimals: 2) else { return nil }
        return "Its overall mean of \(FigureText.overallMean(mean)) is the same as \(slower)x slower: below 1 it prints 2 − mean."
    }

    /// The largest of memory's clear changes; absent where there is none.
    private func memoryChart(_ memory: MemoryVerdict?, heading: String) -> ReportView.MemoryChart? {
        guard let memory else { return nil }
        let clear = memory.benchmarks.filter { $0.word?.isClear == true }
        guard !clear.isEmpty else { return nil }
        let largest = clear.sorted { abs($0.estimate.logRatio) > abs($1.estimate.logRatio) }.prefix(ReportPage.mostMemoryBars)
        let chart = BenchmarkChart(
            Array(largest), of: .memory, name: "Each benchmark's memory against its baseline: \(heading)")
        return ReportView.MemoryChart(
            summary: largest.count < clear.count
                ? "The \(largest.count) largest of \(clear.count) clear changes; the table above has all."
                : clear.count == 1 ? "The one clear change." : "The \(clear.count) clear changes.",
            chart: chart.html)
    }

    /// More bars say no more: a build that takes more memory takes it nearly everywhere.
    private static let mostMemoryBars = 20

    private func held(_ pair: Pair, from path: SitePath) -> HTML {
        let base = pair.base
        let link = Link("\(base.name.version.text) \(base.build)", href: path.href(to: routes.map.run(base))).html
        let head = Link("\(pair.head.name.version.text) \(pair.head.build)", href: path.href(to: routes.map.run(pair.head))).html
        let commit = Link("All results of this commit", href: path.href(to: routes.map.commit(pair.head.name.hash))).html
        return """
            \(head) of \(pair.head.branch), \(HTML.day(pair.head.commitDay)), against \(pair.baselineWords == pair.label ? "" : "the \(pair.baselineWords), ")\
            \(link) of \(base.branch), \(HTML.day(base.commitDay)). \(commit)
            """
    }

    private func oneSided(_ comparison: Comparison) -> [ReportView.NameList] {
        let names = OneSidedNames(comparison)
        return [
            (names.missing, "\(Count.words(names.missing.count, "benchmark")) of the baseline missing in the head"),
            (names.new, "\(Count.words(names.new.count, "benchmark")) new in the head"),
            (names.inOtherUnit, "\(Count.words(names.inOtherUnit.count, "benchmark")) not compared: in another unit in the head"),
        ].filter { !$0.0.isEmpty }.map { ReportView.NameList($0.1, names: $0.0) }
    }

    private func convert(_ markdown: TextBytes) -> HTML {
        MarkdownConverter(headingOffset: 2, idPrefix: "report-", alignsCells: false, showsMarkup: true).convert(
            ReportPage.spaced(markdown)
        ).html
    }

    /// The report's form puts no blank line between its last table and what follows; as Markdown that would be one more row.
    private static func spaced(_ markdown: TextBytes) -> TextBytes {
        let bytes = markdown.utf8
        let (pipe, lineFeed) = (UInt8(ascii: "|"), UInt8(ascii: "\n"))
        guard let lastRow = bytes.indices.dropFirst().last(where: { bytes[$0] == pipe && bytes[$0 - 1] == lineFeed }),
            let end = bytes[lastRow...].firstIndex(of: lineFeed), bytes[end - 1] == pipe,
            bytes[(end + 1)...].starts(with: Report.beginningOfIgnored.utf8)
        else { return markdown }
        return markdown.inserting("\n", at: end)
    }

    private func table(_ pair: Pair, _ environment: [EnvironmentTable.Row]) -> HTML {
        EnvironmentTable(
            caption: "What both runs were measured on", runs: ReportPage.columns(pair), rows: environment
        ).html
    }

    private static func columns(_ pair: Pair) -> [String] { ["Baseline: \(pair.base.build)", "Head: \(pair.head.build)"] }

    private func links(_ pair: Pair, from path: SitePath) -> [Link] {
        let (map, paths) = (routes.map, routes.map.paths(of: pair))
        return [
            Link("This report as Markdown", href: path.href(to: paths.markdown)),
            Link("as JSON", href: path.href(to: paths.json)), Link("as CSV", href: path.href(to: paths.csv)),
            Link("The head: \(pair.head.title)", href: path.href(to: map.run(pair.head))),
            Link("The baseline: \(pair.base.title)", href: path.href(to: map.run(pair.base))),
            Link("All runs on \(pair.head.name.nickname)", href: path.href(to: map.machine(pair.head.name.nickname))),
        ]
    }

    private func neighbours(_ pair: Pair, from path: SitePath) -> Neighbours? {
        let neighbours = routes.neighbours(of: pair)
        func link(_ pair: Pair?) -> Link? {
            pair.map {
                Link(
                    "\($0.head.name.version.text) \($0.head.build), \($0.head.commitDay)",
                    href: path.href(to: routes.map.report($0)))
            }
        }
        return Neighbours(previous: link(neighbours.previous), next: link(neighbours.next))
    }
}
