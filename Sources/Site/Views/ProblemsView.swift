import Markdown

/// Everything that is wrong with the archive.
public struct ProblemsView: PageView {
    /// The template it fills.
    public static let template = TemplateName.problems

    /// What stands around the page.
    public var shell: PageShell
    /// One sentence: how many of what, or that there are none.
    public var summary: String
    /// The `ProblemTable`; absent where there are none.
    public var table: HTML?

    /// Makes a view.
    public init(shell: PageShell, summary: String, table: HTML?) {
        self.shell = shell
        self.summary = summary
        self.table = table
    }

    /// A value from which templates are checked.
    public static let specimen = ProblemsView(shell: .specimen, summary: "1 problem.", table: "")
}

extension ProblemsView {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "shell": .view(shell), "summary": .text(summary), "table": .html(table),
        ]
    }
}
