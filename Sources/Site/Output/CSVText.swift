import Markdown

/// Rows of comma-separated values, written byte by byte.
///
/// Source: RFC 4180, with its line ends. A spreadsheet runs what looks like a formula, so a text that begins like one gets an apostrophe
/// before it. Numbers are none of that. A control character, which ends a text early for some readers, becomes `U+FFFD`.
struct CSVText: ~Copyable {
    /// What was written so far, without a copy.
    private(set) var written: GrowingBytes
    private var isFirst = true

    /// Makes room for so many bytes.
    init(capacity: Int = 1024) { written = GrowingBytes(capacity: capacity) }

    /// What was written so far.
    var bytes: [UInt8] { written.list }

    /// A text; an empty field where there is none.
    mutating func text(_ value: String?) {
        begin()
        guard var value else { return }
        value.withUTF8 { quote($0) }
    }

    /// A number; an empty field where it is none.
    mutating func digits(_ digits: Digits) {
        begin()
        digits.withASCII { written.append($0) }
    }

    /// A word of the source; an empty field where there is none.
    mutating func word(_ value: StaticString?) {
        begin()
        if let value { written.append(value) }
    }

    /// Yes or no.
    mutating func flag(_ value: Bool) {
        begin()
        if value { written.append("true") } else { written.append("false") }
    }

    /// How many bytes were written.
    var count: Int { written.count }

    /// Begins fields that will be put elsewhere: no comma stands before what comes next.
    mutating func beginPart() { isFirst = true }

    /// Fields that were written before.
    mutating func part(_ csv: [UInt8], _ range: Range<Int>) {
        begin()
        csv.withUnsafeBytes { written.append(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// Ends the row.
    mutating func endRow() {
        written.append("\r\n")
        isFirst = true
    }

    private mutating func begin() {
        if !isFirst { written.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        // A loop without branches sees for many bytes at once that nearly all texts may stand as they are.
        var (signs, controls) = (0, 0)
        for byte in text {
            signs += byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D ? 1 : 0
            controls += byte < 0x20 || byte == 0x7F ? 1 : 0
        }
        if signs > 0 { written.append(UInt8(ascii: "\"")) }
        if let first = text.first, CSVText.beginsFormula(first) { written.append(UInt8(ascii: "'")) }
        if signs + controls > 0 { escape(text) } else { written.append(UnsafeRawBufferPointer(text)) }
        if signs > 0 { written.append(UInt8(ascii: "\"")) }
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): written.append("\"\"")
            case 0x09, 0x0A, 0x0D: written.append(byte)
            case 0..<0x20, 0x7F: written.append("\u{FFFD}")
            default: written.append(byte)
            }
        }
    }

    /// Source: OWASP, "CSV Injection".
    private static func beginsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
        default: false
        }
    }
}
