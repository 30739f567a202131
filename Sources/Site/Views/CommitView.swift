import Markdown

/// One commit: every machine, build and baseline that it was measured with.
public struct CommitView: PageView {
    /// The template it fills.
    public static let template = TemplateName.commit

    /// What stands around the page.
    public var shell: PageShell
    /// The short hash.
    public var hash: String
    /// One sentence: how many runs on which machines.
    public var summary: String
    /// What the machines say together of each baseline and build, such as `slower on 2 of 5 machines`, or that there is nothing to say.
    public var agreements: HTML
    /// The commit at the place where its code is kept; absent where the site does not know it.
    public var forge: Link?
    /// Date, fork, ref, full hash.
    public var facts: [Fact]
    /// A `ListingTable`: a row for each machine, build and baseline.
    public var table: HTML
    /// What a reader must know of some rows; absent where there is nothing.
    public var notes: HTML?
    /// What the words of the verdicts mean.
    public var legend: HTML

    /// Makes a view.
    public init(
        shell: PageShell, hash: String, summary: String, agreements: HTML, forge: Link?, facts: [Fact], table: HTML,
        notes: HTML?, legend: HTML
    ) {
        self.shell = shell
        self.hash = hash
        self.summary = summary
        self.agreements = agreements
        self.forge = forge
        self.facts = facts
        self.table = table
        self.notes = notes
        self.legend = legend
    }

    /// A value from which templates are checked.
    public static let specimen = CommitView(
        shell: .specimen, hash: "0123abc", summary: "1 run.", agreements: "", forge: .specimen, facts: [.specimen],
        table: "", notes: "", legend: "")
}

extension CommitView {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "shell": .view(shell), "hash": .text(hash), "summary": .text(summary), "agreements": .html(agreements),
            "forge": .view(forge), "facts": .list(facts), "table": .html(table), "notes": .html(notes), "legend": .html(legend),
        ]
    }
}
