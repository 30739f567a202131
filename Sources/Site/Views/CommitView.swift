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
    /// What the machines agree on, such as `slower on 2 of 5 machines`; absent where nothing can be said.
    public var agreement: String?
    /// The commit at the place where its code is kept; absent where the site does not know it.
    public var forge: Link?
    /// Date, fork, ref, full hash.
    public var facts: [Fact]
    /// A `ListingTable`: a row for each machine and build, a column for each baseline.
    public var table: HTML

    /// Makes a view.
    public init(
        shell: PageShell, hash: String, summary: String, agreement: String?, forge: Link?, facts: [Fact], table: HTML
    ) {
        self.shell = shell
        self.hash = hash
        self.summary = summary
        self.agreement = agreement
        self.forge = forge
        self.facts = facts
        self.table = table
    }

    /// A value from which templates are checked.
    public static let specimen = CommitView(
        shell: .specimen, hash: "0123abc", summary: "1 run.", agreement: "faster", forge: .specimen, facts: [.specimen], table: ""
    )
}

extension CommitView {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "shell": .view(shell), "hash": .text(hash), "summary": .text(summary), "agreement": .text(agreement),
            "forge": .view(forge), "facts": .list(facts), "table": .html(table),
        ]
    }
}
