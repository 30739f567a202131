#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The bytes that mean something to a table or to the lines around it.
extension UInt8 {
    static let pipe = UInt8(ascii: "|")
    static let backslash = UInt8(ascii: "\\")
    static let dash = UInt8(ascii: "-")
    static let colon = UInt8(ascii: ":")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    /// Space, tab, vertical tab or form feed: what the rules for tables take for space.
    var isSpaceInLine: Bool { self == .space || self == .tab || self == 0x0B || self == 0x0C }

    /// An ASCII letter or digit.
    var isWordASCII: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    var isSmallLetter: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }

    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension [UInt8] {
    /// Where the line that holds `position` ends: the place of its line feed, or the end of the text.
    func lineEnd(from position: Int) -> Int { firstPlace(of: .lineFeed, in: position..<count) }

    /// The first place of a byte in a range; the range's end where it does not come.
    func firstPlace(of byte: UInt8, in range: Range<Int>) -> Int {
        withUnsafeBytes { all in
            guard let start = all.baseAddress, let found = memchr(start + range.lowerBound, Int32(byte), range.count) else {
                return range.upperBound
            }
            return UnsafeRawPointer(found) - start
        }
    }

    /// Where a range ends without the space at its end, which padding makes long: eight spaces at once where there are as many.
    func endWithoutSpace(_ range: Range<Int>) -> Int {
        withUnsafeBytes { bytes in
            var end = range.upperBound
            while end - 8 >= range.lowerBound,
                bytes.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self) == 0x2020_2020_2020_2020
            {
                end -= 8
            }
            while end > range.lowerBound, bytes[end - 1].isSpaceInLine { end -= 1 }
            return end
        }
    }

    /// The text as the rest of this module wants it: no byte order mark, every line ended by a line feed alone, and U+FFFD for control
    /// characters, which no page may hold.
    ///
    /// A carriage return ends a line in Markdown too, alone or before a line feed.
    func withPlainLineEnds() -> [UInt8] {
        let hasMark = starts(with: [0xEF, 0xBB, 0xBF])
        guard hasMark || hasControls || firstPlace(of: .carriageReturn, in: indices) < count else { return self }
        var plain: [UInt8] = []
        plain.reserveCapacity(count)
        var previous: UInt8 = 0
        for byte in dropFirst(hasMark ? 3 : 0) {
            if byte == .carriageReturn || (byte == .lineFeed && previous != .carriageReturn) {
                plain.append(.lineFeed)
            } else if byte.isControl {
                plain.append(contentsOf: [0xEF, 0xBF, 0xBD])
            } else if byte != .lineFeed {
                plain.append(byte)
            }
            previous = byte
        }
        return plain
    }

    /// Whether a control character is among the bytes.
    ///
    /// Eight at once: where one of them is below 32, and only there, taking 32 from each borrows into a high bit that was not set.
    /// Source: S. E. Anderson, "Bit Twiddling Hacks": whether a word has a byte less than n.
    private var hasControls: Bool {
        withUnsafeBytes { bytes in
            let (spaces, highBits): (UInt64, UInt64) = (0x2020_2020_2020_2020, 0x8080_8080_8080_8080)
            var index = 0
            while index + 8 <= bytes.count {
                let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                // Nearly always it is a line feed.
                if (eight &- spaces) & ~eight & highBits != 0, bytes[index..<index + 8].contains(where: \.isControl) {
                    return true
                }
                index += 8
            }
            return bytes[index...].contains(where: \.isControl)
        }
    }
}

extension UInt8 {
    /// Whether the byte is a control character of ASCII and no white space.
    var isControl: Bool { self < 0x20 && self != 0x09 && self != 0x0A && self != 0x0C && self != 0x0D }
}
