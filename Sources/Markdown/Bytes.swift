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

    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension [UInt8] {
    /// Where the line that holds `position` ends: the place of its line feed, or the end of the text.
    func lineEnd(from position: Int) -> Int {
        var index = position
        while index < count, self[index] != .lineFeed { index += 1 }
        return index
    }

    /// The text as the rest of this module wants it: no byte order mark, and every line ended by a line feed alone.
    ///
    /// A carriage return ends a line in Markdown too, alone or before a line feed.
    func withPlainLineEnds() -> [UInt8] {
        let hasMark = starts(with: [0xEF, 0xBB, 0xBF])
        guard hasMark || contains(.carriageReturn) else { return self }
        var plain: [UInt8] = []
        plain.reserveCapacity(count)
        var previous: UInt8 = 0
        for byte in dropFirst(hasMark ? 3 : 0) {
            if byte == .carriageReturn || (byte == .lineFeed && previous != .carriageReturn) {
                plain.append(.lineFeed)
            } else if byte != .lineFeed {
                plain.append(byte)
            }
            previous = byte
        }
        return plain
    }
}
