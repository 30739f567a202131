import Reports

/// The words for a ratio in a chart.
enum RatioText {
    /// A ratio on an axis, without a direction and without needless zeros: `1.25x`, `2x`.
    static func tick(_ ratio: Double) -> String {
        let hundredths = Int((ratio * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)x" }
        return rest.isMultiple(of: 10) ? "\(whole).\(rest / 10)x" : "\(whole).\(rest < 10 ? "0" : "")\(rest)x"
    }
}
