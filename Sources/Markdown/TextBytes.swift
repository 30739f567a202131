/// Text while it is written: UTF-8 in one buffer, so that many small pieces cost no more than their bytes.
public struct TextBytes: Sendable, Hashable {
    /// What was written so far.
    public private(set) var utf8: [UInt8] = []

    /// No text yet.
    public init() {}

    /// How many bytes were written.
    public var count: Int { utf8.count }

    /// Makes room for `count` more bytes.
    public mutating func reserve(_ count: Int) {
        if utf8.capacity < utf8.count + count { utf8.reserveCapacity(max(utf8.count + count, 2 * utf8.capacity)) }
    }

    /// Adds a text.
    public mutating func append(_ text: String) {
        let isCopied: Void? = text.utf8.withContiguousStorageIfAvailable { utf8.append(contentsOf: $0) }
        if isCopied == nil { utf8.append(contentsOf: text.utf8) }
    }

    /// Adds a piece of a text.
    mutating func append(_ piece: Slice<UnsafeBufferPointer<UInt8>>) {
        utf8.append(contentsOf: UnsafeBufferPointer(rebasing: piece))
    }

    /// Adds a text of the source.
    public mutating func append(_ literal: StaticString) { literal.withUTF8Buffer { utf8.append(contentsOf: $0) } }

    /// Adds a sign of ASCII.
    public mutating func append(ascii sign: Unicode.Scalar) { utf8.append(UInt8(ascii: sign)) }

    /// Adds a sign of ASCII so many times.
    public mutating func append(repeating sign: Unicode.Scalar, count: Int) {
        utf8.append(contentsOf: repeatElement(UInt8(ascii: sign), count: count))
    }

    /// Adds a whole number, with zeros before it up to so many digits.
    public mutating func append(_ number: UInt64, digits: Int = 1) {
        if number >= 10 || digits > 1 { append(number / 10, digits: digits - 1) }
        utf8.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    /// The same text with another one put into it; `place` is the first byte of a character.
    public func inserting(_ text: String, at place: Int) -> TextBytes {
        var whole = self
        whole.utf8.insert(contentsOf: text.utf8, at: place)
        return whole
    }

    /// Adds a text.
    public static func += (text: inout TextBytes, other: String) { text.append(other) }

    /// Puts other bytes in the place of all from `start` on.
    mutating func replace(from start: Int, by bytes: [UInt8]) { utf8.replaceSubrange(start..., with: bytes) }

    /// Adds so many spaces, and writes others over them: `body` gets the place of the first one and all bytes.
    mutating func appendSpaces(_ count: Int, writtenOver body: (Int, UnsafeMutableBufferPointer<UInt8>) -> Void) {
        let start = utf8.count
        append(repeating: " ", count: count)
        utf8.withUnsafeMutableBufferPointer { body(start, $0) }
    }
}

extension String {
    /// The text that was written.
    public init(_ text: TextBytes) { self = String(decoding: text.utf8, as: UTF8.self) }
}
