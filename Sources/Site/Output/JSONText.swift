import Markdown

/// JSON on one line, written byte by byte: the caller gives the order of keys.
struct JSONText: ~Copyable {
    /// What was written so far, without a copy.
    private(set) var written: GrowingBytes
    /// Whether the next value is the first one of its object or list, or stands behind its key.
    private var isFirst = true
    private var digits = Digits()

    /// Makes room for so many bytes.
    init(capacity: Int = 1024) { written = GrowingBytes(capacity: capacity) }

    /// What was written so far.
    var bytes: [UInt8] { written.list }

    /// Ends the file as files of text end.
    mutating func endFile() { written.append(UInt8(ascii: "\n")) }

    /// An object, or one under a key.
    mutating func object(_ key: StaticString? = nil, _ members: (inout JSONText) -> Void) {
        enclose(key, UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    /// A list, or one under a key.
    mutating func list(_ key: StaticString? = nil, _ items: (inout JSONText) -> Void) {
        enclose(key, UInt8(ascii: "["), UInt8(ascii: "]"), items)
    }

    /// A list of texts under a key.
    mutating func texts(_ key: StaticString? = nil, _ values: [String]) {
        list(key) { list in
            for value in values { list.text(value) }
        }
    }

    /// A text under a key; `null` where there is none.
    mutating func text(_ key: StaticString, _ value: String?) {
        begin(key)
        if let value { quote(value) } else { put("null") }
    }

    /// A text in a list.
    mutating func text(_ value: String) {
        begin(nil)
        quote(value)
    }

    /// A whole number under a key; `null` where there is none.
    mutating func number(_ key: StaticString, _ value: Int?) {
        begin(key)
        if let value { put(value) } else { put("null") }
    }

    /// A number under a key with the fewest digits that read back as the same number; `null` where there is none, or it is none: JSON
    /// has no word for that.
    mutating func number(_ key: StaticString, _ value: Double?) {
        begin(key)
        figure(value)
    }

    /// A whole number in a list.
    mutating func number(_ value: Int) {
        begin(nil)
        put(value)
    }

    /// A number in a list.
    mutating func number(_ value: Double) {
        begin(nil)
        figure(value)
    }

    /// A number in a list or behind its key that is in digits already; `null` where it is none.
    mutating func digits(_ digits: Digits) {
        begin(nil)
        put(digits)
    }

    /// Yes or no under a key.
    @inline(__always)
    mutating func flag(_ key: StaticString, _ value: Bool) {
        begin(key)
        if value { written.append("true") } else { written.append("false") }
    }

    /// Begins an object, or one under a key, whose members are written beside another text.
    mutating func openObject(_ key: StaticString? = nil) { open(key, UInt8(ascii: "{")) }

    /// Ends what ``openObject(_:)`` began.
    mutating func closeObject() { close(UInt8(ascii: "}")) }

    /// Begins a list, or one under a key, whose items are written beside another text.
    mutating func openList(_ key: StaticString? = nil) { open(key, UInt8(ascii: "[")) }

    /// Ends what ``openList(_:)`` began.
    mutating func closeList() { close(UInt8(ascii: "]")) }

    /// A key; its value comes next.
    @inline(__always)
    mutating func key(_ key: StaticString) {
        begin(key)
        isFirst = true
    }

    /// How many bytes were written.
    var count: Int { written.count }

    /// Begins a part that will be put elsewhere: no comma stands before what comes next.
    mutating func beginPart() { isFirst = true }

    /// Members of an object, or items of a list, that were written before.
    mutating func part(_ json: [UInt8], _ range: Range<Int>) {
        begin(nil)
        json.withUnsafeBytes { written.append(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// A word of the source under a key; `null` where there is none.
    @inline(__always)
    mutating func word(_ key: StaticString, _ value: StaticString?) {
        begin(key)
        guard let value else { return written.append("null") }
        written.append(UInt8(ascii: "\""))
        written.append(value)
        written.append(UInt8(ascii: "\""))
    }

    private mutating func figure(_ value: Double?) {
        digits.set(value)
        put(digits)
    }

    private mutating func put(_ digits: borrowing Digits) {
        if digits.isEmpty { written.append("null") } else { digits.withASCII { written.append($0) } }
    }

    private mutating func enclose(
        _ key: StaticString?, _ opening: UInt8, _ closing: UInt8, _ content: (inout JSONText) -> Void
    ) {
        open(key, opening)
        content(&self)
        close(closing)
    }

    @inline(__always)
    private mutating func open(_ key: StaticString?, _ sign: UInt8) {
        begin(key)
        written.append(sign)
        isFirst = true
    }

    private mutating func close(_ sign: UInt8) {
        isFirst = false
        written.append(sign)
    }

    /// What stands before a value: a comma where it is not the first, and its key.
    @inline(__always)
    private mutating func begin(_ key: StaticString?) {
        if !isFirst { written.append(UInt8(ascii: ",")) }
        isFirst = false
        guard let key else { return }
        // A key of the source is a handful of moves.
        let length = key.utf8CodeUnitCount
        written.append(count: length + 3) { place in
            place.storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
            (place + 1).copyMemory(from: key.utf8Start, byteCount: length)
            (place + 1 + length).storeBytes(of: UInt8(ascii: "\""), as: UInt8.self)
            (place + 2 + length).storeBytes(of: UInt8(ascii: ":"), as: UInt8.self)
        }
    }

    private mutating func put(_ number: Int) {
        if number < 0 { written.append(UInt8(ascii: "-")) }
        written.append(decimal: number.magnitude)
    }

    private mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { written.append(UnsafeRawBufferPointer($0)) }
    }

    /// A text in its quotes.
    private mutating func quote(_ text: String) {
        written.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { text in
            // Nearly all texts may stand as they are.
            if JSONText.isPlain(UnsafeRawBufferPointer(text)) {
                written.append(UnsafeRawBufferPointer(text))
            } else {
                escape(text)
            }
        }
        written.append(UInt8(ascii: "\""))
    }

    /// Whether no byte has an escape; looked at eight at a time.
    ///
    /// Source: H. S. Warren, Hacker's Delight, 2nd edition, section 6-1: `x - 0x01…` carries into the highest bit of a byte that is zero.
    private static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
        let (ones, tops) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
        var index = 0
        while index + 8 <= text.count {
            let word = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let (quotes, slashes) = (word ^ ones &* UInt64(UInt8(ascii: "\"")), word ^ ones &* UInt64(UInt8(ascii: "\\")))
            let small = (word &- ones &* 0x20) & ~word
            if (small | (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes) & tops != 0 { return false }
            index += 8
        }
        return text[index...].allSatisfy { escape($0) == nil }
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            if let escape = JSONText.escape(byte) { put(escape) } else { written.append(byte) }
        }
    }

    /// Source: RFC 8259, section 7.
    private static func escape(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        case 0..<0x20: (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)
        default: nil
        }
    }
}
