import Reports

/// The words for a ratio in a chart: `1.43x faster`.
public enum RatioText {
    /// A ratio of baseline time to head time with two decimals and its direction, `no change` for exactly 1.
    public static func short(_ ratio: Double) -> String {
        if ratio == 1 { return "no change" }
        return ratio > 1
            ? "\(DecimalText.text(ratio, decimals: 2))x faster" : "\(DecimalText.text(1 / ratio, decimals: 2))x slower"
    }

    /// A ratio on an axis, without a direction and without needless zeros: `1.25x`, `2x`.
    static func tick(_ ratio: Double) -> String {
        let hundredths = Int((ratio * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)x" }
        return rest.isMultiple(of: 10) ? "\(whole).\(rest / 10)x" : "\(whole).\(rest < 10 ? "0" : "")\(rest)x"
    }
}
