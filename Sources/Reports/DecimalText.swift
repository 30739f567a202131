import Markdown

/// Numbers with a fixed number of decimals, as an exact `printf` writes them.
///
/// Rounded to nearest from the exact binary value, and half to even on an exact tie. No C library has a say in it, so every machine writes
/// the same.
public enum DecimalText {
    /// `value` with `decimals` decimals; negative and huge numbers too.
    ///
    /// O(digits).
    public static func text(_ value: Double, decimals: Int) -> String {
        var text = TextBytes()
        text.reserve(24)
        write(value, decimals: decimals, to: &text)
        return String(text)
    }

    /// Adds `value` with `decimals` decimals.
    static func write(_ value: Double, decimals: Int, to text: inout TextBytes) {
        guard let number = scaled(value, decimals: decimals) else {
            ExactDecimal.write(value, decimals: decimals, to: &text)
            return
        }
        if value.sign == .minus { text.append(ascii: "-") }
        let (whole, fraction) = number.magnitude.quotientAndRemainder(dividingBy: UInt(powers[decimals]))
        text.append(UInt64(whole))
        guard decimals > 0 else { return }
        text.append(ascii: ".")
        text.append(UInt64(fraction), digits: decimals)
    }

    /// `value` times a power of ten as a whole number; nil where it is no number, or has more than 15 digits.
    ///
    /// O(1).
    public static func scaled(_ value: Double, decimals: Int) -> Int? {
        precondition((0..<powers.count).contains(decimals), "from 0 to \(powers.count - 1) decimals")
        let scaled = value.magnitude * powers[decimals]
        guard scaled < 1e15 else { return nil }
        let whole = scaled.rounded(.down)
        let rest = scaled - whole
        // Multiplying gives the double nearest to the exact product, and the middle between two results is a double: what lies to one
        // side of the middle does not come out on the other, only upon it.
        guard rest != 0.5 else { return ExactDecimal.scaled(value, decimals: decimals) }
        let number = Int(whole) + (rest > 0.5 ? 1 : 0)
        return value.sign == .minus ? -number : number
    }

    private static let powers: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
}
