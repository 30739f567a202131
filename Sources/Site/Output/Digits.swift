import Reports

/// The digits of a number, made once for all texts it goes into; none where it is no number.
///
/// The same memory serves one number after another.
package struct Digits: TextOutputStream {
    /// No number has more digits, with its sign, its point and its exponent.
    private var memory = SIMD32<UInt8>()
    /// Where the digits stand.
    private var place = 0..<0

    package init() {}

    /// Whether it was no number.
    package var isEmpty: Bool { place.isEmpty }

    /// The digits with their sign and point, such as `-0.032`.
    package func withASCII(_ body: (UnsafeRawBufferPointer) -> Void) {
        withUnsafeBytes(of: memory) { body(UnsafeRawBufferPointer(rebasing: $0[place])) }
    }

    /// Takes a number with the fewest digits that read back as the same number.
    package mutating func set(_ value: Double?) {
        place = 0..<0
        guard let value, value.isFinite else { return }
        value.write(to: &self)
        let end = place.upperBound
        if end > 2, memory[end - 1] == UInt8(ascii: "0"), memory[end - 2] == UInt8(ascii: ".") { place = 0..<(end - 2) }
    }

    /// Takes a number with at most six decimals; one of which they would show little, with all its digits.
    package mutating func set(rounded value: Double?) {
        guard let value, (1e-3..<1e9).contains(value.magnitude), let parts = DecimalText.scaled(value, decimals: 6) else {
            return set(value)
        }
        set(parts, decimals: 6)
    }

    /// Takes a number of thousandths.
    package mutating func set(thousandths parts: Int?) {
        if let parts { set(parts, decimals: 3) } else { place = 0..<0 }
    }

    /// Takes a whole number, of which so many digits may stand behind the point; zeros at its end do not.
    package mutating func set(_ parts: Int, decimals: Int = 0) {
        var (rest, decimals) = (parts.magnitude, decimals)
        while decimals > 0, rest.isMultiple(of: 10) {
            rest /= 10
            decimals -= 1
        }
        var start = memory.scalarCount
        withUnsafeMutableBytes(of: &memory) { memory in
            func put(_ sign: UInt8) {
                start -= 1
                memory[start] = sign
            }
            repeat {
                let (tens, digit) = rest.quotientAndRemainder(dividingBy: 10)
                put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
                rest = tens
                decimals -= 1
                if decimals == 0 { put(UInt8(ascii: ".")) }
            } while rest > 0 || decimals >= 0
            if parts < 0 { put(UInt8(ascii: "-")) }
        }
        place = start..<memory.scalarCount
    }

    /// Takes what a number writes of itself.
    package mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { _writeASCII($0) }
    }

    /// Takes the same without a text in between, which is most of the work; where the library does not offer it, the other is called.
    package mutating func _writeASCII(_ digits: UnsafeBufferPointer<UInt8>) {
        let start = place.upperBound
        withUnsafeMutableBytes(of: &memory) { $0[start..<(start + digits.count)].copyBytes(from: digits) }
        place = 0..<(start + digits.count)
    }
}
