import Markdown

/// XML, written byte by byte: only text of the source goes in as it stands.
///
/// XML is written as HTML is, but for the characters that no document of it may hold, not even escaped.
struct XMLText: ~Copyable {
    private var writer: HTMLWriter

    /// Begins a document, with room for so many bytes.
    init(capacity: Int = 1024) {
        writer = HTMLWriter(capacity: capacity)
        writer.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    }

    /// What was written.
    var bytes: [UInt8] { writer.bytes }

    /// Text of the source, as it stands.
    mutating func markup(_ literal: StaticString) { writer.markup(literal) }

    /// Plain text, escaped for an element's content and for a quoted attribute.
    mutating func text(_ text: String) { writer.text(XMLText.allowed(text)) }

    /// An element that holds a text alone, on a line of its own.
    mutating func element(_ name: StaticString, _ text: String) {
        markup("<")
        markup(name)
        markup(">")
        self.text(text)
        markup("</")
        markup(name)
        markup(">\n")
    }

    /// An attribute with its quotes and the space before it.
    mutating func attribute(_ name: StaticString, _ value: String) { writer.attribute(name, XMLText.allowed(value)) }

    /// A text in which U+FFFD stands for each character that XML cannot hold.
    ///
    /// Source: Extensible Markup Language 1.0, production 2. A carriage return, which a reader would take for a line feed, counts as such
    /// a character. O(length).
    static func allowed(_ text: String) -> String {
        // Those characters are control characters, and two that begin with this byte: nearly no text need be looked at twice.
        if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 != 0xEF) || $0 == 0x09 || $0 == 0x0A }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}") }
        return String(scalars)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x20..<0xFFFE, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
