import Archive

/// Finds the tags of a template, with their places, which the template engine does not tell.
struct TemplateScanner {
    private let source: TemplateSource
    private var rest: Substring
    private var line = 1
    private var column = 1
    private var tags: [TemplateTag] = []
    private var problems: [Problem] = []

    /// The tags of a template in their order, and what is wrong with the writing of some; no tag where there are too many.
    static func scan(_ source: TemplateSource) -> (tags: [TemplateTag], problems: [Problem]) {
        var scanner = TemplateScanner(source)
        for _ in 0..<TemplateTree.largest where scanner.readTag() {}
        let (line, column) = (scanner.line, scanner.column)
        guard scanner.readTag() else { return (scanner.tags, scanner.problems) }
        return (
            [],
            [
                Problem(
                    .error, file: source.file, line: line, column: column,
                    "The template has more than \(TemplateTree.largest) tags, and no more are read.",
                    hint: "Part it in several that one includes with {{>name}}.")
            ]
        )
    }

    private init(_ source: TemplateSource) {
        self.source = source
        rest = source.text[...]
    }

    private mutating func readTag() -> Bool {
        skip()
        while !rest.hasPrefix("{{") {
            guard !rest.isEmpty else { return false }
            advance(1)
            skip()
        }
        let (line, column) = (line, column)
        let closing = rest.hasPrefix("{{{") ? "}}}" : "}}"
        advance(closing.count)
        let isComment = rest.first == "!"
        let body = readBody(until: closing, mayHoldLines: isComment)
        guard let body else {
            report(line, column, "A tag is opened here and never closed.", hint: "Close it with \(closing).")
            return true
        }
        if !isComment { add(body, isTriple: closing.count == 3, line: line, column: column) }
        return true
    }

    /// The text up to the closing braces, or nothing where the line or a comment's file ends first.
    private mutating func readBody(until closing: String, mayHoldLines: Bool) -> String? {
        var body = ""
        while let character = rest.first {
            if rest.hasPrefix(closing) {
                advance(closing.count)
                return body
            }
            if (character.isNewline && !mayHoldLines) || rest.hasPrefix("{{") { return nil }
            body.append(character)
            advance(1)
        }
        return nil
    }

    private mutating func add(_ body: String, isTriple: Bool, line: Int, column: Int) {
        let (kind, name) = isTriple ? (.html, body.utf8[...]) : Self.kind(of: body.utf8)
        let tag = TemplateTag(kind: kind, name: String(Substring(Self.trimmed(name))), line: line, column: column)
        guard Self.isName(tag.name.utf8, of: kind) else {
            let spelling = isTriple ? "{{{\(body)}}}" : "{{\(body)}}"
            report(
                line, column, "\(spelling) is no tag that these templates know.",
                hint: "A tag holds one name, with dots between its parts, after an optional # ^ / > < $ & or !.")
            return
        }
        tags.append(tag)
    }

    private static func kind(of body: String.UTF8View) -> (TemplateTag.Kind, Substring.UTF8View) {
        let rest = body.dropFirst()
        return switch body.first {
        case UInt8(ascii: "#"): (.section, rest)
        case UInt8(ascii: "^"): (.inverted, rest)
        case UInt8(ascii: "/"): (.end, rest)
        case UInt8(ascii: ">"): (.partial, rest)
        case UInt8(ascii: "<"): (.parent, rest)
        case UInt8(ascii: "$"): (.block, rest)
        case UInt8(ascii: "&"): (.html, rest)
        default: (.text, body[...])
        }
    }

    /// A name without the spaces around it.
    private static func trimmed(_ name: Substring.UTF8View) -> Substring.UTF8View {
        var name = name
        while let byte = name.first, isSpace(byte) { name.removeFirst() }
        while let byte = name.last, isSpace(byte) { name.removeLast() }
        return name
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func isName(_ name: String.UTF8View, of kind: TemplateTag.Kind) -> Bool {
        guard let first = name.first else { return false }
        if first == UInt8(ascii: ".") { return name.count == 1 && (kind == .text || kind == .html) }
        return name.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }

    private mutating func report(_ line: Int, _ column: Int, _ message: String, hint: String) {
        problems.append(Problem(.error, file: source.file, line: line, column: column, message, hint: hint))
    }

    /// Skips ASCII up to the next brace, byte by byte: most of a template is plain markup.
    private mutating func skip() {
        let bytes = rest.utf8
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            guard byte != UInt8(ascii: "{"), byte == UInt8(ascii: "\n") || (0x20..<0x7F).contains(byte) else { break }
            bytes.formIndex(after: &index)
            // What follows may belong to the same character.
            guard index < bytes.endIndex, bytes[index] < 0x80 else { return }
            rest = rest[index...]
            if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 1) } else { column += 1 }
        }
    }

    private mutating func advance(_ count: Int) {
        for _ in 0..<count {
            guard let character = rest.popFirst() else { return }
            if character.isNewline {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
    }
}
