import Archive
import Markdown

/// What is wrong with the inputs: a row each, with its place, a sentence and what would mend it.
struct ProblemTable: Sendable {
    private let caption: String
    private let problems: [Problem]

    /// Prepares a table; the problems stay in their order.
    init(caption: String, problems: [Problem]) {
        self.caption = caption
        self.problems = problems
    }

    /// The table in a frame that scrolls sideways.
    var html: HTML {
        var out = HTMLWriter(capacity: 500 + problems.count * 300)
        out.openTable(caption: caption, classes: "listing problems")
        out.markup(
            "<thead><tr><th scope=\"col\">Severity</th><th scope=\"col\">Problem</th><th scope=\"col\">Place</th></tr></thead>\n<tbody>\n"
        )
        for problem in problems { write(problem, &out) }
        out.markup("</tbody>\n")
        out.closeTable()
        return out.html
    }

    private func write(_ problem: Problem, _ out: inout HTMLWriter) {
        out.markup("<tr><th scope=\"row\"><span class=\"severity ")
        out.text(problem.severity.rawValue)
        out.markup("\">")
        out.text(problem.severity.rawValue)
        out.markup("</span></th><td><p>")
        out.prose(problem.message)
        out.markup("</p>")
        if let hint = problem.hint {
            out.markup("<p class=\"hint\">")
            out.prose(hint)
            out.markup("</p>")
        }
        out.markup("</td><td class=\"place\"><code>")
        out.text(([problem.file] + [problem.line, problem.column].compactMap { $0 }.map(String.init)).joined(separator: ":"))
        out.markup("</code>")
        if let path = problem.path {
            out.markup("<br><code>")
            out.text(path)
            out.markup("</code>")
        }
        out.markup("</td></tr>\n")
    }
}

extension HTMLWriter {
    /// A sentence in which names stand between backticks, as the terminal shows them too.
    fileprivate mutating func prose(_ sentence: String) {
        let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
        guard !parts.count.isMultiple(of: 2) else {
            text(sentence)
            return
        }
        for (index, part) in parts.enumerated() {
            if index.isMultiple(of: 2) {
                text(String(part))
            } else {
                markup("<code>")
                text(String(part))
                markup("</code>")
            }
        }
    }
}
