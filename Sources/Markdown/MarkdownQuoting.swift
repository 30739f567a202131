/// Writing the words of others so that not even a forge, which reads more into a text than Markdown does, makes anything of them.
extension MarkdownText {
    /// Text as a code span: nothing in it is markup, a link, a mention or a number of an issue.
    ///
    /// Line ends and other control characters are written as spaces; an empty text becomes one space, since no code span is empty.
    public static func code(_ text: String) -> String {
        var line = ""
        var (run, longest) = (0, 0)
        for scalar in text.unicodeScalars {
            line.unicodeScalars.append(isControl(scalar) ? " " : scalar)
            run = scalar == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        if line.isEmpty { line = " " }
        let (first, last) = (line.unicodeScalars.first, line.unicodeScalars.last)
        let isBlank = line.unicodeScalars.allSatisfy { $0 == " " }
        // The spaces inside the fences belong to them where both are there, unless there is nothing else.
        let needsSpaces = first == "`" || last == "`" || (first == " " && last == " " && !isBlank)
        let fence = String(repeating: "`", count: longest + 1)
        return needsSpaces ? "\(fence) \(line) \(fence)" : "\(fence)\(line)\(fence)"
    }

    /// Text for the middle of a line that a forge leaves alone: as ``escaped(_:)``, and no `@name` is mentioned, no `#1` or `GH-1` and
    /// no address becomes a link.
    ///
    /// An empty comment parts the sign from what follows it; a reader does not see it.
    public static func inert(_ text: String) -> String {
        // Behind a space nothing is taken for the start of a line, so that `1.07x` needs no backslash.
        let scalars = Array(escaped(" \(text)").unicodeScalars.dropFirst())
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            result.unicodeScalars.append(isControl(scalar) ? " " : scalar)
            if isLive(scalar, before: index + 1 < scalars.count ? scalars[index + 1] : " ") { result += "<!-- -->" }
        }
        return result
    }

    private static func isLive(_ scalar: Unicode.Scalar, before next: Unicode.Scalar) -> Bool {
        switch scalar {
        case "@", "#": true
        case ":": next == "/"
        case "w", "W": next == "."
        case "H", "h": next == "-"
        default: false
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || scalar.value == 0x7F }
}
