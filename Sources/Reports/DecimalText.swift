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
        write(value, decimals: decimals, to: &text)
        return String(text)
    }

    /// Adds `value` with `decimals` decimals.
    static func write(_ value: Double, decimals: Int, to text: inout TextBytes) {
        precondition((0..<powers.count).contains(decimals), "from 0 to \(powers.count - 1) decimals")
        guard let number = scaled(value, decimals: decimals) else {
            ExactDecimal.write(value, decimals: decimals, to: &text)
            return
        }
        let (whole, fraction) = number.quotientAndRemainder(dividingBy: UInt64(powers[decimals]))
        text.append(whole)
        guard decimals > 0 else { return }
        text.append(ascii: ".")
        text.append(fraction, digits: decimals)
    }

    private static let powers: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    /// The digits as a whole number, where multiplying by a power of ten cannot have moved the value over the middle between two
    /// results; that is all but always so, and many times as fast as
    /// exact arithmetic.
    private static func scaled(_ value: Double, decimals: Int) -> UInt64? {
        let scaled = value * powers[decimals]
        guard scaled.sign == .plus, scaled < 1e12 else { return nil }
        let whole = scaled.rounded(.down)
        let rest = scaled - whole
        guard abs(rest - 0.5) > 1e-3 else { return nil }
        return UInt64(whole) + (rest > 0.5 ? 1 : 0)
    }
}
