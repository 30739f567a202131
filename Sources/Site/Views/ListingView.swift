import Markdown

/// All runs of a machine or of a fork, or those of one period where there are many.
struct ListingView: PageView {
    /// The template it fills.
    static let template = TemplateName.listing

    /// What stands around the page.
    var shell: PageShell
    /// The machine's or the fork's name.
    var heading: String
    /// One sentence: how many runs, from when to when, of what.
    var summary: String
    /// What is known of it.
    var facts: [Fact]
    /// The years of a listing of several pages; absent where one page holds all.
    var years: Years?
    /// What the charts show, as a heading; absent where there is no chart.
    var chartHeading: String?
    /// What else there is to know of the charts; absent where there is nothing.
    var chartNote: String?
    /// A `RunChart` for each kind of build.
    var charts: [HTML]
    /// A `MachineNoiseTable`; absent on the page of a fork, and on all but the first page of a machine.
    var noise: HTML?
    /// A `ListingTable` of the runs.
    var table: HTML
    /// What the words of the verdicts mean.
    var legend: HTML
    /// The feed and the badge of the whole listing; absent on all but its first page.
    var following: Following?

    /// A value from which templates are checked.
    static let specimen = ListingView(
        shell: .specimen, heading: "machine", summary: "1 run.", facts: [.specimen], years: .specimen, chartHeading: "Overall",
        chartNote: "Pale: others",
        charts: [""], noise: "", table: "", legend: "", following: .specimen)
}

extension ListingView {
    /// Every property under its own name.
    var fields: Fields {
        [
            "shell": .view(shell), "heading": .text(heading), "summary": .text(summary), "facts": .list(facts),
            "years": .view(years), "chartHeading": .text(chartHeading), "chartNote": .text(chartNote),
            "charts": .list(charts.map { .html($0) }),
            "noise": .html(noise), "table": .html(table), "legend": .html(legend),
            "following": .view(following),
        ]
    }
}
