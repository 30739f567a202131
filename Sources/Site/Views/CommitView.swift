import Markdown

/// One commit: every machine, build and baseline that it was measured with.
struct CommitView: PageView {
    /// The template it fills.
    static let template = TemplateName.commit

    /// What stands around the page.
    var shell: PageShell
    /// The short hash.
    var hash: String
    /// One sentence: how many runs on which machines.
    var summary: String
    /// What the machines say of each baseline and build, such as `slower on 2 of 5 machines`, or that there is nothing to say; before it,
    /// where that is so, that what the commit changed is not known.
    var agreements: HTML
    /// The commit at the place where its code is kept; absent where the site does not know it.
    var forge: Link?
    /// Date, fork, ref, full hash.
    var facts: [Fact]
    /// A `ListingTable`: a row for each machine, build and baseline.
    var table: HTML
    /// What a reader must know of some rows; absent where there is nothing.
    var notes: HTML?
    /// What the words of the verdicts mean.
    var legend: HTML

    /// A value from which templates are checked.
    static let specimen = CommitView(
        shell: .specimen, hash: "0123abc", summary: "1 run.", agreements: "", forge: .specimen, facts: [.specimen],
        table: "", notes: "", legend: "")
}

extension CommitView {
    /// Every property under its own name.
    var fields: Fields {
        [
            "shell": .view(shell), "hash": .text(hash), "summary": .text(summary), "agreements": .html(agreements),
            "forge": .view(forge), "facts": .list(facts), "table": .html(table), "notes": .html(notes), "legend": .html(legend),
        ]
    }
}
