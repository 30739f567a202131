import Markdown

/// Writes long HTML, such as a table of a thousand rows, byte by byte.
///
/// `HTML`'s interpolation makes a string for each part, which is fine for a sentence. Here only text of the source and `HTML` go in
/// as they stand; any other text is escaped, so an unescaped value cannot be written by mistake.
struct HTMLWriter: ~Copyable {
    private var written: GrowingBytes

    /// Makes room for so many bytes.
    init(capacity: Int = 1024) { written = GrowingBytes(capacity: capacity) }

    /// What was written.
    var bytes: [UInt8] { written.list }

    /// What was written, without a copy.
    consuming func finish() -> GrowingBytes { written }

    /// What was written.
    var html: HTML { HTML(trustedMarkup: bytes) }

    /// Text of the source, as it stands.
    @inline(__always)
    mutating func markup(_ literal: StaticString) { written.append(literal) }

    /// HTML, as it stands.
    mutating func html(_ html: HTML) { trusted(html.utf8) }

    /// Bytes of HTML that this program made, as they stand.
    mutating func trusted(_ markup: some Collection<UInt8>) {
        let isDone: Void? = markup.withContiguousStorageIfAvailable { written.append(UnsafeRawBufferPointer($0)) }
        if isDone == nil { Array(markup).withUnsafeBytes { written.append($0) } }
    }

    /// Plain text, escaped for an element's content and for a quoted attribute.
    mutating func text(_ text: String) { escaped(text.utf8) }

    /// Bytes of plain text in UTF-8, escaped.
    ///
    /// The five characters are single bytes that occur in no longer sequence of UTF-8, so going by bytes is going by Unicode scalars.
    mutating func escaped(_ text: some Collection<UInt8>) {
        let isDone: Void? = text.withContiguousStorageIfAvailable { escape($0) }
        if isDone == nil { Array(text).withUnsafeBufferPointer { escape($0) } }
    }

    /// What stands between two characters to be escaped, which is nearly always all of it, goes in as one piece.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices where HTMLEscaping.isEscaped(text[index]) {
            guard let reference = HTMLEscaping.reference(for: text[index]) else { continue }
            written.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text[start..<index])))
            markup(reference)
            start = index + 1
        }
        written.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text[start...])))
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

extension HTMLWriter {
    /// A whole number.
    mutating func number(_ value: Int) {
        if value < 0 { markup("-") }
        written.append(decimal: value.magnitude)
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
        var (rest, unit, decimals) = (value.magnitude, UInt(decimals == 2 ? 100 : 10), decimals)
        while decimals > 0, rest.isMultiple(of: 10) {
            (rest, unit, decimals) = (rest / 10, unit / 10, decimals - 1)
        }
        if value < 0 { markup("-") }
        written.append(decimal: rest / unit)
        guard decimals > 0 else { return }
        markup(rest % unit < unit / 10 ? ".0" : ".")
        written.append(decimal: rest % unit)
    }
}
