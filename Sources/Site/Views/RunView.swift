import Markdown

/// One run: where, when, of what, on what; its comparisons; what is wrong with its file.
struct RunView: PageView {
    /// The template it fills.
    static let template = TemplateName.run

    /// What stands around the page.
    var shell: PageShell
    /// Such as `3.14.0a6+ ccaa69a on vultr`.
    var heading: String
    /// One sentence: when and of what.
    var summary: String
    /// A `ListingTable` of the comparisons, a row for each baseline; absent where there are none.
    var comparisons: HTML?
    /// What a reader must know of some comparisons; absent where there is nothing.
    var notes: HTML?
    /// What the words of the verdicts mean; absent where there are no comparisons.
    var legend: HTML?
    /// Why there are no comparisons; absent where there are some.
    var whyNoComparisons: String?
    /// Fork, ref, commit, date, flags, file.
    var facts: [Fact]
    /// The machine: an `EnvironmentTable` of this run alone.
    var environment: HTML
    /// A `ProblemTable` of this run's file; absent where nothing is wrong.
    var problems: HTML?
    /// The runs before and after this one on the same machine; absent where it is the only one.
    var neighbours: Neighbours?

    /// A value from which templates are checked.
    static let specimen = RunView(
        shell: .specimen, heading: "run", summary: "When.", comparisons: "", notes: "", legend: "", whyNoComparisons: "Because.",
        facts: [.specimen],
        environment: "", problems: "", neighbours: .specimen)
}

extension RunView {
    /// Every property under its own name.
    var fields: Fields {
        [
            "shell": .view(shell), "heading": .text(heading), "summary": .text(summary),
            "comparisons": .html(comparisons), "notes": .html(notes), "legend": .html(legend),
            "whyNoComparisons": .text(whyNoComparisons), "facts": .list(facts),
            "environment": .html(environment), "problems": .html(problems), "neighbours": .view(neighbours),
        ]
    }
}
