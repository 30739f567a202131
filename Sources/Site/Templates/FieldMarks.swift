import Markdown

/// Marks that stand for the values of fields while a template is filled, and are found again in what comes of it.
///
/// A mark holds the number of its value and an ampersand, by which one sees afterwards whether it was escaped. No template with a control
/// character in it is filled with marks, so nothing else looks like one.
struct FieldMarks {
    /// The control character that begins a mark, and ends it: the one that escaping leaves as it is.
    static let opening: UInt8 = 0x7F

    private var count = 0

    /// The mark of the next value; it ends as the value ends, and is the value itself where that is empty or may join with what follows.
    mutating func next(for value: String) -> String { mark(TextEnding(value)) ?? value }

    /// The same for some HTML.
    mutating func next(for value: HTML) -> HTML { mark(TextEnding(value.utf8)).map { HTML(trustedMarkup: $0) } ?? value }

    private mutating func mark(_ ending: TextEnding) -> String? {
        defer { count += 1 }
        switch ending {
        case .empty, .joining: return nil
        case .inLine: return "\u{7F}\(count)&\u{7F}"
        case .lineFeed: return "\u{7F}\(count)&\u{7F}\n"
        }
    }

    /// Whether a template may be filled with marks.
    static func mayStand(in template: String) -> Bool { !template.utf8.contains(opening) }

    /// Reads the mark at the start of some bytes; nil where there is none.
    static func read(_ bytes: ArraySlice<UInt8>) -> (number: Int, isEscaped: Bool, count: Int)? {
        guard bytes.first == opening, let ampersand = bytes.firstIndex(of: UInt8(ascii: "&")),
            let end = bytes.dropFirst().firstIndex(of: opening), ampersand < end,
            let number = Int(String(decoding: bytes[bytes.startIndex + 1..<ampersand], as: UTF8.self))
        else { return nil }
        switch String(decoding: bytes[ampersand..<end], as: UTF8.self) {
        case "&": return (number, false, end + 1 - bytes.startIndex)
        case "&amp;": return (number, true, end + 1 - bytes.startIndex)
        default: return nil
        }
    }
}
