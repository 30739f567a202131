/// Looks whether a text follows the form of TOML 1.0, before TOMLKit reads it.
///
/// TOMLKit's parser asserts where it should report: a text such as `x = [}`, `[é]` or `x = 1979-05-27T?` ends the whole process, and so do
/// very deep brackets, since it calls itself once for each. What passes here it can read, but for what the form does not decide, such as
/// keys that stand twice. `make fuzz` holds the two against each other. Source: https://toml.io/en/v1.0.0. O(text).
struct TOMLForm {
    /// The first place where a text leaves the form.
    struct Fault: Error {
        /// Line and column, both from 1, the column in Unicode scalars.
        let place: (line: Int, column: Int)
        /// What is wrong, without a full stop.
        let message: String
        /// How to mend it.
        let hint: String
    }

    /// How many parts a name may have, and how deep brackets may stand.
    private static let deepest = 16
    private static let form = "See https://toml.io for the form."

    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var depth = 0

    /// A byte order mark is no part of the text.
    private init(_ text: String) {
        let scalars = text.unicodeScalars
        self.scalars = Array(scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars[...])
    }

    /// The first fault of a text; nil where it follows the form.
    static func firstFault(in text: String) -> Fault? {
        var walk = TOMLForm(text)
        do throws(Fault) {
            try walk.document()
            return nil
        } catch {
            return error
        }
    }

    private mutating func document() throws(Fault) {
        if let place = scalars.firstIndex(of: "\0") {
            throw fault(at: place, "a NUL byte stands here", hint: "Save the file as plain text.")
        }
        while true {
            skipSpace()
            guard let scalar = peek() else { return }
            if scalar == "[" {
                try header()
            } else if scalar != "#", !isAtLineEnd {
                try pair()
            }
            skipSpace()
            skipComment()
            guard peek() == nil || isAtLineEnd else { throw fault("nothing may follow here on this line") }
            skipLineEnd()
        }
    }

    /// `[a.b]` or `[[a.b]]`.
    private mutating func header() throws(Fault) {
        at += 1
        let isList = peek() == "["
        if isList { at += 1 }
        skipSpace()
        guard let first = peek() else { throw fault("a table's name is due here") }
        guard TOMLName.isBare(first) || first == "\"" || first == "'" else {
            throw fault(
                "a table's name cannot begin with `\(first)`",
                hint: "Put the name in double quotes, or see https://toml.io for the form.")
        }
        try name()
        skipSpace()
        try expect("]")
        if isList { try expect("]") }
    }

    /// `a.b = value`.
    private mutating func pair() throws(Fault) {
        try name()
        skipSpace()
        try expect("=")
        skipSpace()
        try value()
    }

    /// Keys with points between them.
    private mutating func name() throws(Fault) {
        for part in 1... {
            try key()
            skipSpace()
            guard peek() == "." else { return }
            guard part < TOMLForm.deepest else {
                throw fault("a name has more than \(TOMLForm.deepest) parts", hint: "No name that is read has more than 3.")
            }
            at += 1
            skipSpace()
        }
    }

    private mutating func key() throws(Fault) {
        guard let first = peek() else { throw fault("a key is due here") }
        if first == "\"" || first == "'" { return try string(first, maySpanLines: false) }
        guard TOMLName.isBare(first) else { throw fault("a key is due here") }
        skip(while: TOMLName.isBare)
    }

    private mutating func value() throws(Fault) {
        switch peek() {
        case "\"": try string("\"", maySpanLines: true)
        case "'": try string("'", maySpanLines: true)
        case "[": try inside { form throws(Fault) in try form.list() }
        case "{": try inside { form throws(Fault) in try form.table() }
        default: try scalar()
        }
    }

    private mutating func inside(_ read: (inout TOMLForm) throws(Fault) -> Void) throws(Fault) {
        depth += 1
        guard depth <= TOMLForm.deepest else {
            throw fault(
                "more than \(TOMLForm.deepest) brackets stand inside each other", hint: "Nothing that is read needs more than 2.")
        }
        at += 1
        try read(&self)
        depth -= 1
    }

    /// The rest of a list; a comma may stand behind its last value.
    private mutating func list() throws(Fault) {
        while true {
            skipLines()
            if take("]") { return }
            guard peek().map(TOMLForm.endsScalar) == false else { throw fault("a value or `]` is due here") }
            try value()
            skipLines()
            if take("]") { return }
            guard take(",") else { throw fault("`,` or `]` is due here") }
        }
    }

    /// The rest of an inline table, which stands on one line.
    private mutating func table() throws(Fault) {
        skipSpace()
        if take("}") { return }
        while true {
            skipSpace()
            try pair()
            skipSpace()
            if take("}") { return }
            guard take(",") else { throw fault("`,` or `}` is due here") }
        }
    }

    private mutating func string(_ quote: Unicode.Scalar, maySpanLines: Bool) throws(Fault) {
        let start = at
        let isLong = maySpanLines && peek(1) == quote && peek(2) == quote
        at += isLong ? 3 : 1
        while let scalar = peek(), isLong || scalar != "\n" {
            if scalar == "\\" && quote == "\"" {
                if isEscapedNUL { throw fault("a NUL byte is written here", hint: "Take it out.") }
                at += 2
            } else if isLong ? scalar == quote && peek(1) == quote && peek(2) == quote : scalar == quote {
                at += isLong ? 3 : 1
                // A long text may end with two quotes of its own.
                if isLong { for _ in 0..<2 where peek() == quote { at += 1 } }
                return
            } else {
                at += 1
            }
        }
        throw fault(at: start, "the text that begins here has no end", hint: "End it with the quotes that it begins with.")
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

    /// A number, a date, a time or a truth value.
    private mutating func scalar() throws(Fault) {
        let start = at
        skip { !TOMLForm.endsScalar($0) }
        // A date and its time may have a space between them.
        if at - start == 10, peek() == " ", scalars[start..<at].contains("-"), let next = peek(1), ("0"..."9").contains(next) {
            at += 1
            skip { !TOMLForm.endsScalar($0) }
        }
        let text = scalars[start..<at]
        guard !text.isEmpty else { throw fault("a value is due here") }
        guard TOMLScalar.isValid(text) else {
            var shown = String.UnicodeScalarView()
            shown.append(contentsOf: text.prefix(40))
            throw fault(
                at: start, "`\(String(shown))\(text.count > 40 ? "…" : "")` is no value",
                hint: "Put a text in double quotes, or see https://toml.io for the form.")
        }
    }

    private static func endsScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\n", "\r", ",", "]", "}", "#": true
        default: false
        }
    }
}

extension TOMLForm {
    private func fault(at place: Int? = nil, _ message: String, hint: String = form) -> Fault {
        let place = place ?? at
        let before = scalars[..<place]
        let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
        return Fault(place: (before.count { $0 == "\n" } + 1, place - lineStart + 1), message: message, hint: hint)
    }

    private mutating func expect(_ scalar: Unicode.Scalar) throws(Fault) {
        guard take(scalar) else { throw fault("`\(scalar)` is due here") }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() { skip { $0 == " " || $0 == "\t" } }

    private mutating func skipComment() { if peek() == "#" { skip { $0 != "\n" } } }

    private mutating func skipLines() {
        while true {
            skipSpace()
            skipComment()
            guard isAtLineEnd else { return }
            skipLineEnd()
        }
    }

    private var isAtLineEnd: Bool { peek() == "\n" || (peek() == "\r" && peek(1) == "\n") }

    private mutating func skipLineEnd() {
        if peek() == "\r" { at += 1 }
        if peek() == "\n" { at += 1 }
    }

    private mutating func skip(while matches: (Unicode.Scalar) -> Bool) {
        while let scalar = peek(), matches(scalar) { at += 1 }
    }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        at + offset < scalars.count ? scalars[at + offset] : nil
    }
}
