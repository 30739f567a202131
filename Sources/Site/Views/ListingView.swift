import Markdown

/// All runs of a machine or of a fork, or those of one period where there are many.
public struct ListingView: PageView {
    /// The template it fills.
    public static let template = TemplateName.listing

    /// What stands around the page.
    public var shell: PageShell
    /// The machine's or the fork's name.
    public var heading: String
    /// One sentence: how many runs, from when to when, of what.
    public var summary: String
    /// What is known of it.
    public var facts: [Fact]
    /// The years of a listing of several pages; absent where one page holds all.
    public var years: Years?
    /// What the charts show, as a heading; absent where there is no chart.
    public var chartHeading: String?
    /// A `RunChart` for each kind of build.
    public var charts: [HTML]
    /// A `MachineNoiseTable`; absent on the page of a fork, and on all but the first page of a machine.
    public var noise: HTML?
    /// A `ListingTable` of the runs.
    public var table: HTML
    /// What the words of the verdicts mean.
    public var legend: HTML
    /// The feed and the badge of the whole listing; absent on all but its first page.
    public var following: Following?

    /// Makes a view.
    public init(
        shell: PageShell, heading: String, summary: String, facts: [Fact], years: Years?, chartHeading: String?,
        charts: [HTML], noise: HTML?, table: HTML, legend: HTML,
        following: Following? = nil
    ) {
        self.shell = shell
        self.heading = heading
        self.summary = summary
        self.facts = facts
        self.years = years
        self.chartHeading = chartHeading
        self.charts = charts
        self.noise = noise
        self.table = table
        self.legend = legend
        self.following = following
    }

    /// A value from which templates are checked.
    public static let specimen = ListingView(
        shell: .specimen, heading: "machine", summary: "1 run.", facts: [.specimen], years: .specimen, chartHeading: "Overall",
        charts: [""], noise: "", table: "", legend: "", following: .specimen)
}

extension ListingView {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "shell": .view(shell), "heading": .text(heading), "summary": .text(summary), "facts": .list(facts),
            "years": .view(years), "chartHeading": .text(chartHeading), "charts": .list(charts.map { .html($0) }),
            "noise": .html(noise), "table": .html(table), "legend": .html(legend),
            "following": .view(following),
        ]
    }
}
