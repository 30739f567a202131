import Markdown

/// What is known of the machine and the build behind one run, or behind two runs side by side.
struct EnvironmentTable: Sendable {
    /// One line: a name and its value in each run; nothing where a run does not say.
    struct Row: Sendable, Hashable {
        /// What the line is about.
        var name: String
        /// What each run says of it, in the order of the columns.
        var values: [String?]
        /// Whether the runs of every comparison may say different things here, such as the commit.
        var mayDiffer: Bool

        /// Makes a row.
        init(_ name: String, _ values: [String?], mayDiffer: Bool = false) {
            self.name = name
            self.values = values
            self.mayDiffer = mayDiffer
        }

        /// Whether the runs say different things that a reader must know of.
        var differs: Bool { !mayDiffer && values.dropFirst().contains { $0 != values[0] } }
    }

    private let caption: String
    private let runs: [String]
    private let rows: [Row]
    private let marksDifferences: Bool

    /// Prepares a table.
    ///
    /// - Parameters:
    ///   - runs: the heading of each run's column, such as `Baseline: 3.12.6`.
    ///   - rows: the lines in their order.
    ///   - marksDifferences: whether a line that differs between the runs is marked with a word.
    init(caption: String, runs: [String], rows: [Row], marksDifferences: Bool = true) {
        self.caption = caption
        self.runs = runs
        self.rows = rows
        self.marksDifferences = marksDifferences
    }

    /// The table in a frame that scrolls sideways.
    var html: HTML {
        var out = HTMLWriter(capacity: 500 + rows.count * 200)
        out.openTable(caption: caption, classes: "environment")
        out.markup("<thead><tr><th scope=\"col\">Property</th>")
        for run in runs {
            out.markup("<th scope=\"col\">")
            out.text(run)
            out.markup("</th>")
        }
        out.markup("</tr></thead>\n<tbody>\n")
        for row in rows { write(row, &out) }
        out.markup("</tbody>\n")
        out.closeTable()
        return out.html
    }

    private func write(_ row: Row, _ out: inout HTMLWriter) {
        let isMarked = marksDifferences && row.differs
        out.markup(isMarked ? "<tr class=\"differs\"><th scope=\"row\">" : "<tr><th scope=\"row\">")
        out.text(row.name)
        if isMarked { out.markup(" <span class=\"mark\">differs</span>") }
        out.markup("</th>")
        for value in row.values {
            out.markup("<td>")
            if let value {
                out.text(value)
            } else {
                out.markup("<span class=\"absent\">not recorded</span>")
            }
            out.markup("</td>")
        }
        out.markup("</tr>\n")
    }
}
