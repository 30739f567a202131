import Markdown

/// Writes long HTML, such as a table of a thousand rows, byte by byte.
///
/// `HTML`'s interpolation makes a string for each part, which is fine for a sentence. Here only text of the source and `HTML` go in
/// as they stand; any other text is escaped, so an unescaped value cannot be written by mistake.
struct HTMLWriter {
    private var bytes: [UInt8] = []

    /// Makes room for so many bytes.
    init(capacity: Int = 1024) {
        bytes.reserveCapacity(capacity)
    }

    /// What was written.
    var html: HTML { HTML(trustedMarkup: String(decoding: bytes, as: UTF8.self)) }

    /// Text of the source, as it stands.
    mutating func markup(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// HTML, as it stands.
    mutating func html(_ html: HTML) {
        bytes.append(contentsOf: html.text.utf8)
    }

    /// Plain text, escaped for an element's content and for a quoted attribute.
    ///
    /// The five characters are single bytes that occur in no longer sequence of UTF-8, so going by bytes is going by Unicode scalars.
    mutating func text(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): markup("&amp;")
            case UInt8(ascii: "<"): markup("&lt;")
            case UInt8(ascii: ">"): markup("&gt;")
            case UInt8(ascii: "\""): markup("&quot;")
            case UInt8(ascii: "'"): markup("&#39;")
            default: bytes.append(byte)
            }
        }
    }

    /// A whole number.
    mutating func number(_ value: Int) {
        bytes.append(contentsOf: String(value).utf8)
    }

    /// A number with at most one decimal: `12.5`, `40`.
    mutating func tenths(_ value: Double) {
        decimal(Int((value * 10).rounded()), decimals: 1)
    }

    /// A number with at most two decimals: `12.25`, `12.5`, `40`.
    mutating func hundredths(_ value: Double) {
        decimal(Int((value * 100).rounded()), decimals: 2)
    }

    private mutating func decimal(_ value: Int, decimals: Int) {
        var (value, decimals) = (value, decimals)
        while decimals > 0, value.isMultiple(of: 10) {
            value /= 10
            decimals -= 1
        }
        var digits = String(abs(value))
        if decimals > 0 {
            digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
        }
        bytes.append(contentsOf: (value < 0 ? "-" + digits : digits).utf8)
    }

    /// An attribute with its quotes and the space before it.
    mutating func attribute(_ name: StaticString, _ value: String) {
        markup(" ")
        markup(name)
        markup("=\"")
        text(value)
        markup("\"")
    }
}
