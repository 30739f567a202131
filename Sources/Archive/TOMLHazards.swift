/// Looks through a TOML text for what ends TOMLKit's parser and with it the whole process, where it should report an error.
///
/// These are a header whose name begins with a character that no name may begin with, as `[é]` or `[=]`; a name of very many parts, and
/// very deep brackets, since it calls itself once for each; and a NUL, at which it takes the text or the string to end. The walk knows comments,
/// strings and brackets. O(text).
struct TOMLHazards {
    /// One place that the parser must not see.
    struct Hazard: Error {
        /// Line and column, both from 1, the column in Unicode scalars.
        let place: (line: Int, column: Int)
        /// What is wrong, without a full stop.
        let message: String
        /// How to mend it.
        let hint: String
    }

    /// How many parts a name may have, and how deep brackets may stand.
    private static let deepest = 16

    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var depth = 0
    private var dots = 0

    private init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The first such place.
    static func first(in text: String) -> Hazard? {
        var walk = TOMLHazards(text)
        do throws(Hazard) {
            try walk.walk()
            return nil
        } catch {
            return error
        }
    }

    private mutating func walk() throws(Hazard) {
        if let place = scalars.firstIndex(of: "\0") {
            throw hazard(at: place, "a NUL byte stands here", hint: "Save the file as plain text.")
        }
        var isAtStart = true
        while let scalar = peek() {
            switch scalar {
            case "\n":
                isAtStart = depth == 0
                dots = 0
                at += 1
            case " ", "\t", "\r": at += 1
            case "[" where isAtStart:
                try header()
                isAtStart = false
            case "#": skip { $0 != "\n" }
            case "\"", "'":
                isAtStart = false
                try skipString(scalar)
            default:
                isAtStart = false
                try step(scalar)
            }
        }
    }

    /// Goes past a character outside of strings and comments.
    private mutating func step(_ scalar: Unicode.Scalar) throws(Hazard) {
        switch scalar {
        case ".":
            dots += 1
            guard dots < TOMLHazards.deepest else {
                throw hazard(
                    at: at, "a name has more than \(TOMLHazards.deepest) parts", hint: "No name that is read has more than 3.")
            }
        case "[", "{":
            (depth, dots) = (depth + 1, 0)
            guard depth <= TOMLHazards.deepest else {
                throw hazard(
                    at: at, "more than \(TOMLHazards.deepest) brackets stand inside each other",
                    hint: "Nothing that is read needs more than 2.")
            }
        case "]", "}": (depth, dots) = (max(0, depth - 1), 0)
        case ",", "=": dots = 0
        default: break
        }
        at += 1
    }

    /// Goes past a header, to the end of its line.
    private mutating func header() throws(Hazard) {
        at += 1
        if peek() == "[" { at += 1 }
        skip { $0 == " " || $0 == "\t" }
        if let first = peek(), !TOMLHazards.mayBegin(first) {
            throw hazard(
                at: at, "a table's name cannot begin with `\(first)`",
                hint: "Put the name in double quotes, or see https://toml.io for the form.")
        }
        while let scalar = peek(), scalar != "\n" {
            switch scalar {
            case "#": return skip { $0 != "\n" }
            case "\"", "'": try skipString(scalar)
            case ".": try step(scalar)
            default: at += 1
            }
        }
    }

    private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "\"", "'", "]": true
        default: false
        }
    }

    private func hazard(at offset: Int, _ message: String, hint: String) -> Hazard {
        let before = scalars[..<offset]
        let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
        return Hazard(place: (before.count { $0 == "\n" } + 1, offset - lineStart + 1), message: message, hint: hint)
    }

    private mutating func skipString(_ quote: Unicode.Scalar) throws(Hazard) {
        let isLong = peek(1) == quote && peek(2) == quote
        at += isLong ? 3 : 1
        while let scalar = peek() {
            if scalar == "\\" && quote == "\"" {
                if isEscapedNUL { throw hazard(at: at, "a NUL byte is written here", hint: "Take it out.") }
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

    /// Whether the backslash here begins `\u0000` or `\U00000000`.
    private var isEscapedNUL: Bool {
        let digits =
            switch peek(1) {
            case "u": 4
            case "U": 8
            default: 0
            }
        return digits > 0 && (0..<digits).allSatisfy { peek(2 + $0) == "0" }
    }

    private mutating func skip(while matches: (Unicode.Scalar) -> Bool) {
        while let scalar = peek(), matches(scalar) { at += 1 }
    }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        at + offset < scalars.count ? scalars[at + offset] : nil
    }
}
