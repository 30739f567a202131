import Markdown

/// One run: where, when, of what, on what; its comparisons; what is wrong with its file.
public struct RunView: PageView {
    /// The template it fills.
    public static let template = TemplateName.run

    /// What stands around the page.
    public var shell: PageShell
    /// Such as `3.14.0a6+ ccaa69a on vultr`.
    public var heading: String
    /// One sentence: when and of what.
    public var summary: String
    /// A `ListingTable` of the comparisons, a row for each baseline; absent where there are none.
    public var comparisons: HTML?
    /// What a reader must know of some comparisons; absent where there is nothing.
    public var notes: HTML?
    /// What the words of the verdicts mean; absent where there are no comparisons.
    public var legend: HTML?
    /// Why there are no comparisons; absent where there are some.
    public var whyNoComparisons: String?
    /// Fork, ref, commit, date, flags, file.
    public var facts: [Fact]
    /// The machine: an `EnvironmentTable` of this run alone.
    public var environment: HTML
    /// A `ProblemTable` of this run's file; absent where nothing is wrong.
    public var problems: HTML?
    /// The runs before and after this one on the same machine; absent where it is the only one.
    public var neighbours: Neighbours?

    /// Makes a view.
    public init(
        shell: PageShell, heading: String, summary: String, comparisons: HTML?, notes: HTML?, legend: HTML?,
        whyNoComparisons: String?, facts: [Fact],
        environment: HTML, problems: HTML?, neighbours: Neighbours?
    ) {
        self.shell = shell
        self.heading = heading
        self.summary = summary
        self.comparisons = comparisons
        self.notes = notes
        self.legend = legend
        self.whyNoComparisons = whyNoComparisons
        self.facts = facts
        self.environment = environment
        self.problems = problems
        self.neighbours = neighbours
    }

    /// A value from which templates are checked.
    public static let specimen = RunView(
        shell: .specimen, heading: "run", summary: "When.", comparisons: "", notes: "", legend: "", whyNoComparisons: "Because.",
        facts: [.specimen],
        environment: "", problems: "", neighbours: .specimen)
}

extension RunView {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "shell": .view(shell), "heading": .text(heading), "summary": .text(summary),
            "comparisons": .html(comparisons), "notes": .html(notes), "legend": .html(legend),
            "whyNoComparisons": .text(whyNoComparisons), "facts": .list(facts),
            "environment": .html(environment), "problems": .html(problems), "neighbours": .view(neighbours),
        ]
    }
}
