import TestSupport

/// Makes small documents of what goes wrong with tables: pipes, backslashes, backticks, quotes, lists, indentation, underlines, code.
struct NastyDocuments {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private static let containers = [
        ("", ""), ("", ""), ("", ""), ("> ", "> "), ("- ", "  "), ("1. ", "   "), ("> - ", ">   "), ("- > ", "  > "),
        ("*   ", "    "),
        (" -\t", "\t"), (">", ">"), ("- - ", "    "), ("* 7) ", "     "), ("-\t> ", "\t> "),
    ]
    private static let breaks = ["", "", "    ", "   ", "> ", "- ", "2. ", "\t", " "]
    private static let lines = [
        "", "", "text", "# heading", "```", "---", "===", "-", "<b>", "<div>", "</b> |", "***", "2. two", "1. one", "- item",
        "> quote", "|",
        "||", "|-", ":-", "-:", "[q]: /url | a", "+", "[a | b](c", "<!-- | -->", "|===", "a\\", "7)", "\\", "| |", "~~~",
    ]
    private static let pieces = [
        "|", "|", "|", "|", " | ", " | ", "a", "b c", "\\|", "\\\\|", "\\", "`", "``", "*", "**", "_", "a_b", "\"", "'", "<b>",
        "<", ">", "&amp;", "&",
        "[q]", "[x](y)", "[", "]", "!", "#", " #", "é", "\u{300}", "  ", ":", "-", "=", "1", "\t", "~", "<http://a.b>",
        "[j](javascript:x)", "&#10;",
    ]

    /// The next document.
    mutating func next() -> String {
        var document = ""
        for _ in 0..<Int.random(in: 1...2, using: &generator) {
            let container = pick(Self.containers)
            var prefix = container.0
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                for line in block() {
                    document += chance(0.1) ? pick(Self.breaks) : prefix
                    document += line + "\n"
                    prefix = container.1
                }
            }
            if chance(0.5) { document += "\n" }
        }
        if chance(0.3) { document += "\n[q]: /url 'title'\n" }
        return chance(0.1) ? String(document.dropLast()) : document
    }

    /// A few lines: a table more often than not.
    private mutating func block() -> [String] {
        guard chance(0.6) else { return [chance(0.6) ? pick(Self.lines) : mixture()] }
        let columns = Int.random(in: 1...3, using: &generator)
        let heading = chance(0.8) ? row(columns) : mixture()
        let delimiters = (0..<(chance(0.9) ? columns : columns + 1)).map { _ in
            pick(["-", "--", ":-", "-:", ":-:", " --- ", " :--"])
        }
        var lines = [heading, chance(0.7) ? "|" + delimiters.joined(separator: "|") + "|" : delimiters.joined(separator: "|")]
        for _ in 0..<(chance(0.04) ? 0 : Int.random(in: 1...3, using: &generator)) {
            lines.append(chance(0.6) ? row(Int.random(in: 1...4, using: &generator)) : chance(0.5) ? mixture() : pick(Self.lines))
        }
        return chance(0.2) ? ["above " + mixture()] + lines : lines
    }

    private mutating func row(_ columns: Int) -> String {
        let cells = (0..<columns).map { _ in
            chance(0.5) ? pick(["x", "", "y z", "`c`", "*e*", "a\\|b"]) : mixture().replacing("|", with: "\\|")
        }
        return chance(0.7) ? "| " + cells.joined(separator: " | ") + " |" : cells.joined(separator: "|")
    }

    private mutating func mixture() -> String {
        (0..<Int.random(in: 1...6, using: &generator)).map { _ in pick(Self.pieces) }.joined()
    }

    private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &generator)]
    }
}
