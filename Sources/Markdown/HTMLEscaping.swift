/// Writing text as HTML.
///
/// Control characters, which no page may hold, become U+FFFD.
///
/// It works on bytes of UTF-8. All five characters are ASCII, so no byte of another scalar can be taken for one of them, and a
/// combining mark after a quotation mark does not hide it, as it would from a loop over `Character`.
public enum HTMLEscaping {
    /// Adds `text` to `buffer`, escaped.
    ///
    /// What stands between two characters to be escaped, which is nearly always all of it, is copied in one piece.
    static func append(_ text: some StringProtocol, to buffer: inout [UInt8]) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &buffer) }
        if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { append($0, to: &buffer) } }
    }

    private static func append(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]) {
        var start = 0
        for (index, byte) in text.enumerated() {
            guard byte <= UInt8(ascii: ">"), let reference = reference(for: byte) else { continue }
            buffer.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            reference.withUTF8Buffer { buffer.append(contentsOf: $0) }
            start = index + 1
        }
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Bytes as libcmark writes text.
    static func escaped(_ range: Range<Int>, of bytes: [UInt8]) -> [UInt8] {
        var escaped: [UInt8] = []
        append(range, of: bytes, to: &escaped)
        return escaped
    }

    /// Adds bytes to `buffer` as libcmark writes text: an apostrophe stays as it is.
    static func append(_ range: Range<Int>, of bytes: [UInt8], to buffer: inout [UInt8]) {
        var pieceStart = range.lowerBound
        for index in range {
            let byte = bytes[index]
            guard isEscaped(byte), byte != UInt8(ascii: "'"), let reference = reference(for: byte) else { continue }
            buffer.append(contentsOf: bytes[pieceStart..<index])
            reference.withUTF8Buffer { buffer.append(contentsOf: $0) }
            pieceStart = index + 1
        }
        buffer.append(contentsOf: bytes[pieceStart..<range.upperBound])
    }

    /// Whether a byte is one of the five, or a control character that is no white space.
    ///
    /// All of them are below 64, so that one word has a bit for each: every text of a page is asked byte by byte.
    @inlinable
    public static func isEscaped(_ byte: UInt8) -> Bool { byte < 64 && 0x5000_00C4_FFFF_C9FF >> UInt64(byte) & 1 == 1 }

    /// What stands for one of the five characters, or for a control character; nil for any other byte.
    @inlinable
    public static func reference(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0...8, 0x0B, 0x0E...0x1F: "\u{FFFD}"
        default: nil
        }
    }
}
