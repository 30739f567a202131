import Archive
import Markdown

/// Means as pyperf prints them: about three significant digits and a unit.
enum ValueText {
    static func text(_ mean: Double, unit: Sample.Unit) -> String {
        var text = TextBytes()
        write(mean, unit: unit, to: &text)
        return String(text)
    }

    static func write(_ mean: Double, unit: Sample.Unit, to text: inout TextBytes) {
        switch unit {
        case .second: writeSeconds(mean, to: &text)
        case .byte: writeBytes(mean, to: &text)
        case .integer: text += integer(mean)
        }
    }

    /// `264 ms`, `26.4 ms`, `2.64 sec`: the unit is chosen by the unrounded value, so `1000 ns` does occur.
    private static func writeSeconds(_ value: Double, to text: inout TextBytes) {
        switch value {
        case 1e0...: write(value, 1, whole: 1e2, tenths: 1e1, " sec", to: &text)
        case 1e-3...: write(value, 1e3, whole: 1e-1, tenths: 1e-2, " ms", to: &text)
        case 1e-6...: write(value, 1e6, whole: 1e-4, tenths: 1e-5, " us", to: &text)
        default: write(value, 1e9, whole: 1e-7, tenths: 1e-8, " ns", to: &text)
        }
    }

    /// A number in a unit, which is one second over `factor`: from `whole` seconds on without decimals, from `tenths` on with one.
    private static func write(
        _ value: Double, _ factor: Double, whole: Double, tenths: Double, _ unit: StaticString, to text: inout TextBytes
    ) {
        DecimalText.write(value * factor, decimals: value >= whole ? 0 : value >= tenths ? 1 : 2, to: &text)
        text.append(unit)
    }

    private static func writeBytes(_ value: Double, to text: inout TextBytes) {
        let (number, decimals, unit): (Double, Int, StaticString) =
            switch value {
            case ..<(10 * 1024): (value, 0, value == 1 ? " byte" : " bytes")
            case ...(10 * 1024 * 1024): (value / 1024, 1, " KiB")
            default: (value / (1024 * 1024), 1, " MiB")
            }
        DecimalText.write(number, decimals: decimals, to: &text)
        text.append(unit)
    }

    /// All digits; from 10,000 on a number whose digits behind the first are zeros is cut to its power of ten, and from 8,193 on a
    /// power of two is written as one.
    private static func integer(_ value: Double) -> String {
        guard let whole = Int(exactly: value) else { return "\(value)" }
        let digits = String(whole)
        if whole >= 10_000, digits.dropFirst().allSatisfy({ $0 == "0" }) { return "10^\(digits.count - 1)" }
        if whole > 8_192, whole & (whole - 1) == 0 { return "2^\(whole.trailingZeroBitCount)" }
        return digits
    }
}
