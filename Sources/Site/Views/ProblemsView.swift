import Markdown

/// Everything that is wrong with the archive.
struct ProblemsView: PageView {
    /// The template it fills.
    static let template = TemplateName.problems

    /// What stands around the page.
    var shell: PageShell
    /// One sentence: how many of what, or that there are none.
    var summary: String
    /// The `ProblemTable`; absent where there are none.
    var table: HTML?

    /// A value from which templates are checked.
    static let specimen = ProblemsView(shell: .specimen, summary: "1 problem.", table: "")
}

extension ProblemsView {
    /// Every property under its own name.
    var fields: Fields {
        [
            "shell": .view(shell), "summary": .text(summary), "table": .html(table),
        ]
    }
}
