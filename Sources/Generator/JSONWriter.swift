/// Writes JSON into a buffer of bytes, in one pass; the caller gives the order of keys.
///
/// Objects and arrays down to a chosen depth stand on lines of their own, indented by two spaces; deeper ones stay on one line.
struct JSONWriter {
    /// What was written so far.
    private(set) var bytes: [UInt8] = []
    private let openDepth: Int
    private var depth = 0
    private var isFirst = true

    /// An empty text whose containers are spread over lines down to `openDepth`.
    init(openDepth: Int, capacity: Int) {
        self.openDepth = openDepth
        bytes.reserveCapacity(capacity)
    }

    /// An object; inside an object it needs its key.
    mutating func object(_ key: StaticString? = nil, _ content: (inout JSONWriter) -> Void) {
        container(key, open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), content)
    }

    /// An array; inside an object it needs its key.
    mutating func array(_ key: StaticString? = nil, _ content: (inout JSONWriter) -> Void) {
        container(key, open: UInt8(ascii: "["), close: UInt8(ascii: "]"), content)
    }

    /// A text; quotes, backslashes and control characters are escaped.
    mutating func text(_ key: StaticString? = nil, _ value: String) {
        start(key)
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
                bytes.append(contentsOf: String(byte, radix: 16).utf8)
            default:
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A whole number.
    mutating func integer(_ key: StaticString? = nil, _ value: Int) {
        start(key)
        bytes.append(contentsOf: String(value).utf8)
    }

    /// A finite number with the fewest digits that read back as the same number.
    mutating func number(_ key: StaticString? = nil, _ value: Double) {
        start(key)
        bytes.append(contentsOf: value.description.utf8)
    }

    private mutating func container(
        _ key: StaticString?, open: UInt8, close: UInt8, _ content: (inout JSONWriter) -> Void
    ) {
        start(key)
        bytes.append(open)
        depth += 1
        isFirst = true
        content(&self)
        depth -= 1
        if depth < openDepth && !isFirst { newLine() }
        isFirst = false
        bytes.append(close)
        if depth == 0 { bytes.append(UInt8(ascii: "\n")) }
    }

    /// What stands before a value: a comma, a line break or a space, and the key.
    private mutating func start(_ key: StaticString?) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 && depth <= openDepth { newLine() }
        isFirst = false
        guard let key else { return }
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        if depth <= openDepth { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func newLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }
}
