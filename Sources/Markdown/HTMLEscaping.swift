/// Writing text as HTML.
///
/// It works on bytes of UTF-8. All five characters are ASCII, so no byte of another scalar can be taken for one of them, and a
/// combining mark after a quotation mark does not hide it, as it would from a loop over `Character`.
enum HTMLEscaping {
    /// Adds `text` to `buffer`, escaped.
    ///
    /// Text that needs no escaping is copied in one piece.
    static func append(_ text: some StringProtocol, to buffer: inout String) {
        let bytes = text.utf8
        var pieceStart = bytes.startIndex
        var index = bytes.startIndex
        while index != bytes.endIndex {
            let next = bytes.index(after: index)
            if let reference = reference(for: bytes[index]) {
                buffer += text[pieceStart..<index]
                buffer += reference
                pieceStart = next
            }
            index = next
        }
        if pieceStart == bytes.startIndex {
            buffer += text
        } else {
            buffer += text[pieceStart..<bytes.endIndex]
        }
    }

    /// Adds bytes to `buffer` as libcmark writes text: an apostrophe stays as it is.
    static func append(_ range: Range<Int>, of bytes: [UInt8], to buffer: inout [UInt8]) {
        var pieceStart = range.lowerBound
        for index in range {
            let byte = bytes[index]
            guard byte <= UInt8(ascii: ">"), byte != UInt8(ascii: "'"), let reference = reference(for: byte) else { continue }
            buffer.append(contentsOf: bytes[pieceStart..<index])
            buffer.append(contentsOf: reference.utf8)
            pieceStart = index + 1
        }
        buffer.append(contentsOf: bytes[pieceStart..<range.upperBound])
    }

    private static func reference(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
