/// Looks through a TOML text for a table's header whose name begins with a character that no name may begin with.
///
/// TOMLKit's parser ends the whole process at such a header, as at `[é]` or `[=]`, where it should report an error. The walk knows
/// comments, strings and brackets, and takes for a header only what begins a statement. O(text).
struct TOMLHeaders {
    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var depth = 0

    private init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// Line and column of the first such character, both from 1, and the character.
    static func firstUnreadable(in text: String) -> (line: Int, column: Int, character: Unicode.Scalar)? {
        var walk = TOMLHeaders(text)
        guard let place = walk.unreadable() else { return nil }
        let before = walk.scalars[..<place]
        let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
        return (before.filter { $0 == "\n" }.count + 1, place - lineStart + 1, walk.scalars[place])
    }

    private mutating func unreadable() -> Int? {
        var isAtStart = true
        while let scalar = peek() {
            switch scalar {
            case "\n":
                isAtStart = depth == 0
                at += 1
            case " ", "\t", "\r": at += 1
            case "[" where isAtStart:
                if let place = unreadableName() { return place }
                isAtStart = false
                skip { $0 != "\n" }
            case "#": skip { $0 != "\n" }
            case "\"", "'":
                isAtStart = false
                skipString(scalar)
            default:
                isAtStart = false
                if scalar == "[" || scalar == "{" { depth += 1 }
                if scalar == "]" || scalar == "}" { depth = max(0, depth - 1) }
                at += 1
            }
        }
        return nil
    }

    /// Reads past the brackets of a header, and returns the place of the name's first character where it is none.
    private mutating func unreadableName() -> Int? {
        at += 1
        if peek() == "[" { at += 1 }
        skip { $0 == " " || $0 == "\t" }
        guard let first = peek() else { return nil }
        switch first {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "\"", "'", "]": return nil
        default: return at
        }
    }

    private mutating func skipString(_ quote: Unicode.Scalar) {
        let isLong = peek(1) == quote && peek(2) == quote
        at += isLong ? 3 : 1
        while let scalar = peek() {
            if scalar == "\\" && quote == "\"" {
                at += 2
            } else if isLong ? scalar == quote && peek(1) == quote && peek(2) == quote : scalar == quote {
                at += isLong ? 3 : 1
                return
            } else if scalar == "\n", !isLong {
                return
            } else {
                at += 1
            }
        }
    }

    private mutating func skip(while matches: (Unicode.Scalar) -> Bool) {
        while let scalar = peek(), matches(scalar) { at += 1 }
    }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        at + offset < scalars.count ? scalars[at + offset] : nil
    }
}
