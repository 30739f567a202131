extension UInt8 {
    /// Whether this is an ASCII digit.
    @inlinable public var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Whether this is an ASCII letter, great or small.
    var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    /// Whether this is an ASCII digit or one of the letters a to f, great or small.
    @inlinable public var isHexadecimalDigit: Bool {
        isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}

extension String {
    /// Whether the text is of hexadecimal digits alone, as hashes are; an empty one is.
    public var isHexadecimal: Bool { !utf8.contains { !$0.isHexadecimalDigit } }
}
