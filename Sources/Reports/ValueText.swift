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
        let step = steps.first { value >= $0.from } ?? steps[steps.count - 1]
        DecimalText.write(value * step.factor, decimals: step.decimals, to: &text)
        text += step.unit
    }

    private struct Step {
        let from: Double
        let factor: Double
        let decimals: Int
        let unit: String
    }

    private static let steps = [
        Step(from: 1e2, factor: 1, decimals: 0, unit: " sec"), Step(from: 1e1, factor: 1, decimals: 1, unit: " sec"),
        Step(from: 1e0, factor: 1, decimals: 2, unit: " sec"), Step(from: 1e-1, factor: 1e3, decimals: 0, unit: " ms"),
        Step(from: 1e-2, factor: 1e3, decimals: 1, unit: " ms"), Step(from: 1e-3, factor: 1e3, decimals: 2, unit: " ms"),
        Step(from: 1e-4, factor: 1e6, decimals: 0, unit: " us"), Step(from: 1e-5, factor: 1e6, decimals: 1, unit: " us"),
        Step(from: 1e-6, factor: 1e6, decimals: 2, unit: " us"), Step(from: 1e-7, factor: 1e9, decimals: 0, unit: " ns"),
        Step(from: 1e-8, factor: 1e9, decimals: 1, unit: " ns"), Step(from: 0, factor: 1e9, decimals: 2, unit: " ns"),
    ]

    private static func writeBytes(_ value: Double, to text: inout TextBytes) {
        let (number, decimals, unit) =
            switch value {
            case ..<(10 * 1024): (value, 0, value == 1 ? " byte" : " bytes")
            case ...(10 * 1024 * 1024): (value / 1024, 1, " KiB")
            default: (value / (1024 * 1024), 1, " MiB")
            }
        DecimalText.write(number, decimals: decimals, to: &text)
        text += unit
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
