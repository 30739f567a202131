import Archive
import Comparisons
import Foundation
import Markdown
import Reports

/// Makes the page of a comparison.
struct ReportPage {
    let routes: Routes
    let frame: PageFrame

    /// The view of a comparison whose report is `markdown`.
    func view(_ comparison: Comparison, markdown: String) -> ReportView {
        let pair = comparison.pair
        let path = routes.map.report(pair)
        let machine = routes.map.machine(pair.head.name.nickname)
        let heading = "\(pair.head.title) vs. \(pair.baselineWords)"
        let figures = Figures(comparison)
        return ReportView(
            shell: frame.shell(
                path, title: heading, description: "\(sentence(figures)) \(heading).", here: "vs. \(pair.baselineWords)",
                above: [(pair.head.name.nickname, machine), (pair.head.build, routes.map.run(pair.head))]),
            heading: heading, verdict: sentence(figures), verdictKind: figures.direction,
            comparison: held(pair, from: path), cautions: cautions(figures), facts: facts(comparison),
            oneSided: oneSided(comparison),
            chart: chart(comparison, heading: heading), report: convert(markdown), environment: environment(pair),
            links: links(pair, from: path), neighbours: neighbours(pair, from: path))
    }

    /// What may be said before a verdict that knows the machine's noise: the overall mean and no more.
    private func sentence(_ figures: Figures) -> String {
        guard let mean = figures.overallMean else { return "No overall figure: no benchmark counts for it." }
        guard mean != 1 else { return "No significant difference overall." }
        guard figures.isOverall else {
            return "\(FigureText.overallMean(mean)) on \(Count.words(figures.overallCount, "benchmark"))."
        }
        return "\(FigureText.overallMean(mean)) overall."
    }

    private func cautions(_ figures: Figures) -> [String] {
        if figures.overallMean != nil, !figures.isOverall {
            return ["Only \(Count.words(figures.overallCount, "benchmark")) in common counted: this is not an overall result."]
        }
        return figures.isSmall ? ["Two runs of the same code often differ by this much: see How to read a report."] : []
    }

    private func held(_ pair: Pair, from path: SitePath) -> HTML {
        let base = pair.base
        let link = Link("\(base.name.version.text) \(base.build)", href: path.href(to: routes.map.run(base))).html
        let head = Link("\(pair.head.name.version.text) \(pair.head.build)", href: path.href(to: routes.map.run(pair.head))).html
        return """
            \(head) of \(pair.head.branch), \(pair.head.commitDay), against \(pair.baselineWords == pair.label ? "" : "the \(pair.baselineWords), ")\
            \(link) of \(base.branch), \(base.commitDay)
            """
    }

    private func facts(_ comparison: Comparison) -> [Fact] {
        let rows = comparison.rows
        let significant = rows.filter(\.isSignificant)
        let faster = significant.count { $0.ratio.isFaster }
        let test = comparison.madePerformanceTest
        let excluded = rows.count(where: \.isExcluded)
        let memory = comparison.memoryChange.map { $0 > 1 ? ", more" : $0 < 1 ? ", less" : "" } ?? ""
        return [
            Fact(
                "Benchmarks",
                "\(rows.count) in common; by the t-test \(faster) faster, \(significant.count - faster) slower, "
                    + "\(rows.count - significant.count) not significant"
                    + (excluded == 0 ? "" : "; \(excluded) not counted overall")),
            Fact("HPT reliability", FigureText.reliability(test)), Fact("HPT at 99 %", FigureText.percentile(test)),
            Fact("Memory change", FigureText.memory(comparison.memoryChange) + memory),
        ]
    }

    private func oneSided(_ comparison: Comparison) -> [ReportView.NameList] {
        let (missing, new) = (comparison.missing, comparison.new)
        return [
            (missing, "\(Count.words(missing.count, "benchmark")) of the baseline missing in the head"),
            (new, "\(Count.words(new.count, "benchmark")) new in the head"),
        ].filter { !$0.0.isEmpty }.map { ReportView.NameList($0.1, names: $0.0) }
    }

    private func chart(_ comparison: Comparison, heading: String) -> HTML? {
        let verdicts = comparison.rows.map {
            BenchmarkVerdict(
                benchmark: $0.benchmark, estimate: .init(logRatio: log($0.ratio.value), deviation: 0),
                word: $0.isExcluded ? nil : !$0.isSignificant ? .unclear : $0.ratio.isFaster ? .faster : .slower, isHint: false)
        }
        return BenchmarkChart(verdicts, name: "Each benchmark's time against its baseline: \(heading)").html
    }

    private func convert(_ markdown: String) -> HTML {
        MarkdownConverter(headingOffset: 2, idPrefix: "report-").convert(utf8: ReportPage.spaced(markdown)).html
    }

    /// The report's form puts no blank line between its last table and what follows; as Markdown that would be one more row.
    private static func spaced(_ markdown: String) -> [UInt8] {
        var bytes = Array(markdown.utf8)
        let (pipe, lineFeed) = (UInt8(ascii: "|"), UInt8(ascii: "\n"))
        guard let lastRow = bytes.indices.dropFirst().last(where: { bytes[$0] == pipe && bytes[$0 - 1] == lineFeed }),
            let end = bytes[lastRow...].firstIndex(of: lineFeed), bytes[end - 1] == pipe,
            bytes[(end + 1)...].starts(with: "Ignored benchmarks (".utf8)
        else { return bytes }
        bytes.insert(lineFeed, at: end)
        return bytes
    }

    private func environment(_ pair: Pair) -> HTML {
        EnvironmentTable(
            caption: "What both runs were measured on", runs: ["Baseline: \(pair.base.build)", "Head: \(pair.head.build)"],
            rows: Environment.rows([pair.base, pair.head])
        ).html
    }

    private func links(_ pair: Pair, from path: SitePath) -> [Link] {
        let map = routes.map
        let reading = frame.prose.map { Link($0.title, href: path.href(to: .content($0.name))) }
        return [
            Link("This report as Markdown", href: path.href(to: map.markdown(pair))),
            Link("The head: \(pair.head.title)", href: path.href(to: map.run(pair.head))),
            Link("The baseline: \(pair.base.title)", href: path.href(to: map.run(pair.base))),
            Link("All results of commit \(pair.head.name.hash)", href: path.href(to: map.commit(pair.head.name.hash))),
            Link("All runs on \(pair.head.name.nickname)", href: path.href(to: map.machine(pair.head.name.nickname))),
        ] + reading
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
