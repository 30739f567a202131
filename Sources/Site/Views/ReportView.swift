import Comparisons
import Markdown

/// One comparison: the verdict, the chart, the report as it was made from its Markdown, the environment of both runs.
struct ReportView: PageView {
    /// The template it fills.
    static let template = TemplateName.report

    /// What stands around the page.
    var shell: PageShell
    /// Such as `3.14.0a6+ ccaa69a on vultr vs. 3.12.6`.
    var heading: String
    /// The one sentence that a reader came for.
    var verdict: String
    /// `faster`, `slower`, `same` or `unclear`: the colour and the arrow of the verdict.
    var verdictKind: String
    /// Which run is held against which, with links.
    var comparison: HTML
    /// What a reader must know about the numbers, a sentence each.
    var cautions: [String]
    /// The benchmarks that moved, a paragraph for each kind of which there are few; absent where there is none.
    var moved: HTML?
    /// The one sentence on memory.
    var memory: String
    /// Benchmarks that only one of the two runs holds.
    var oneSided: [NameList]
    /// What besides the code differs between the two runs.
    var differences: Differences
    /// The page that says what the words mean; absent where the site has none.
    var method: Link?
    /// The `BenchmarkChart` of times.
    var chart: HTML
    /// The `VerdictTable` of all benchmarks.
    var table: HTML
    /// The changes of memory; absent where nothing changed clearly.
    var memoryChart: MemoryChart?
    /// Why a figure of the report is another than the same figure above it; absent where none is.
    var reportNote: String?
    /// The page that says what the report's figures mean; absent where the site has none.
    var reportMethod: Link?
    /// The report, converted from its Markdown.
    var report: HTML
    /// An `EnvironmentTable` of both runs.
    var environment: HTML
    /// The report's Markdown and its figures for programs, both runs, machine, commit.
    var links: [Link]
    /// The reports of the runs before and after this one on the same machine; absent where it is the only one.
    var neighbours: Neighbours?

    /// What differs between two runs, in a line and at length.
    struct Differences: Sendable, Hashable {
        /// Such as `Operating system, compiler`; absent where nothing is known to differ.
        var summary: String?
        /// A `DifferenceTable`.
        var table: HTML
    }

    /// The largest changes of memory.
    struct MemoryChart: Sendable, Hashable {
        /// How many of them are drawn.
        var summary: String
        /// A `BenchmarkChart`.
        var chart: HTML
    }

    /// A sentence and the names it speaks of.
    struct NameList: Sendable, Hashable {
        /// Such as `21 benchmarks of the baseline are missing in the head`.
        var summary: String
        /// The names with commas between them.
        var names: String
        /// Whether there are so many that the names are folded away.
        var isLong: Bool

        /// Makes a list; more than 6 names are folded away.
        init(_ summary: String, names: [String]) {
            self.summary = summary
            self.names = names.joined(separator: ", ")
            isLong = names.count > 6
        }
    }

    /// Makes a view.
    init(
        shell: PageShell, heading: String, verdict: String, verdictKind: VerdictWord, comparison: HTML, cautions: [String],
        moved: HTML?, memory: String, oneSided: [NameList], differences: Differences, method: Link?, chart: HTML, table: HTML,
        memoryChart: MemoryChart?, reportNote: String?, reportMethod: Link?, report: HTML, environment: HTML, links: [Link],
        neighbours: Neighbours?
    ) {
        self.shell = shell
        self.heading = heading
        self.verdict = verdict
        self.verdictKind = verdictKind.rawValue
        self.comparison = comparison
        self.cautions = cautions
        self.moved = moved
        self.memory = memory
        self.oneSided = oneSided
        self.differences = differences
        self.method = method
        self.chart = chart
        self.table = table
        self.memoryChart = memoryChart
        self.reportNote = reportNote
        self.reportMethod = reportMethod
        self.report = report
        self.environment = environment
        self.links = links
        self.neighbours = neighbours
    }

    /// A value from which templates are checked.
    static let specimen = ReportView(
        shell: .specimen, heading: "a vs. b", verdict: "1.07x faster overall", verdictKind: .faster, comparison: "a vs. b",
        cautions: ["Beware."], moved: "<p>Slower: a 1.07x</p>", memory: "Memory: the same",
        oneSided: [NameList("1 new", names: ["name"])],
        differences: Differences(summary: "Compiler", table: ""), method: .specimen, chart: "", table: "",
        memoryChart: MemoryChart(summary: "One.", chart: ""),
        reportNote: "It prints another figure.", reportMethod: .specimen, report: "", environment: "", links: [.specimen],
        neighbours: .specimen)
}

extension ReportView {
    /// Every property under its own name.
    var fields: Fields {
        [
            "shell": .view(shell), "heading": .text(heading), "verdict": .text(verdict),
            "verdictKind": .text(verdictKind), "comparison": .html(comparison), "cautions": .list(cautions.map { .text($0) }),
            "moved": .html(moved), "memory": .text(memory), "oneSided": .list(oneSided),
            "differences": .view(differences), "method": .view(method),
            "chart": .html(chart), "table": .html(table), "memoryChart": .view(memoryChart),
            "reportNote": .text(reportNote), "reportMethod": .view(reportMethod), "report": .html(report),
            "environment": .html(environment), "links": .list(links), "neighbours": .view(neighbours),
        ]
    }
}

extension ReportView.NameList: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "summary": .text(summary), "names": .text(names), "isLong": .flag(isLong),
        ]
    }
}

extension ReportView.Differences: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "summary": .text(summary), "table": .html(table),
        ]
    }
}

extension ReportView.MemoryChart: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "summary": .text(summary), "chart": .html(chart),
        ]
    }
}
