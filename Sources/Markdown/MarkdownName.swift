/// Writing names into a line of Markdown; a report holds hundreds of them.
extension TextBytes {
    /// Adds a name as ``MarkdownText/name(_:)`` gives it.
    ///
    /// All that could mean something is ASCII, so going by bytes is going by Unicode scalars. O(bytes).
    public mutating func append(name: String) {
        let isDone: Void? = name.utf8.withContiguousStorageIfAvailable { append(name: $0) }
        if isDone == nil { Array(name.utf8).withUnsafeBufferPointer { append(name: $0) } }
    }

    private mutating func append(name bytes: UnsafeBufferPointer<UInt8>) {
        // Where what is not written yet starts, and the byte that is looked at.
        var (start, index) = (0, 0)
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "_"):
                let end = bytes[index...].firstIndex { $0 != UInt8(ascii: "_") } ?? bytes.count
                if !TextBytes.isBehindWord(index, of: bytes) {
                    append(bytes[start..<index])
                    for _ in index..<end { append("\\_") }
                    start = end
                }
                index = end
                continue
            case 0..<0x20:
                append(bytes[start..<index])
                append(byte.isControl ? "\u{FFFD}" : " ")
                start = index + 1
            case .backslash, UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
                UInt8(ascii: "&"), .pipe:
                append(bytes[start..<index])
                append(ascii: "\\")
                start = index
            case UInt8(ascii: "#") where index == 0 || bytes[index - 1] == .space:
                append(bytes[start..<index])
                append(ascii: "\\")
                start = index
            default: break
            }
            index += 1
        }
        append(bytes[start...])
    }

    /// Whether a letter or digit stands before underscores, which then begin no emphasis; and what none has begun none can end.
    private static func isBehindWord(_ start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard start > 0 else { return false }
        if bytes[start - 1] < 0x80 { return bytes[start - 1].isWordASCII }
        let sign = String(decoding: bytes[max(0, start - 4)..<start], as: UTF8.self).unicodeScalars.last
        return sign.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
    }
}
