import Comparisons
import Markdown

/// The figures of a comparison in the words of a report.
public enum FigureText {
    /// `1.07x faster`, `1.52x slower`, `no change` for exactly equal times.
    public static func ratio(_ ratio: Ratio) -> String {
        var text = TextBytes()
        write(ratio, to: &text)
        return String(text)
    }

    /// Adds the words of ``ratio(_:)``.
    static func write(_ ratio: Ratio, to text: inout TextBytes) {
        if ratio.isOne {
            text.append("no change")
            return
        }
        DecimalText.write(ratio.isFaster ? 1 / ratio.slowdown : ratio.slowdown, decimals: 2, to: &text)
        text.append(ratio.isFaster ? "x faster" : "x slower")
    }

    /// `1.070x faster`, `1.500x slower`, `not sig` for exactly 1, `unknown` where there is none.
    ///
    /// Below 1 the field prints 2 − mean and not 1 ÷ mean: a mean of 0.5 is `1.500x slower`.
    public static func overallMean(_ mean: Double?) -> String {
        guard let mean else { return unknown }
        if mean == 1 { return "not sig" }
        return mean > 1 ? "\(DecimalText.text(mean, decimals: 3))x faster" : "\(DecimalText.text(2 - mean, decimals: 3))x slower"
    }

    /// `99.99%`.
    public static func reliability(_ test: PerformanceTest?) -> String {
        test.map { "\(DecimalText.text(100 * $0.reliability, decimals: 2))%" } ?? unknown
    }

    /// `1.01x faster` at 99 % confidence; `None` beyond 10, the word of old archives.
    public static func percentile(_ test: PerformanceTest?) -> String {
        guard let test else { return unknown }
        guard let factor = test.at99 else { return "None" }
        switch test.direction {
        case .faster: return "\(DecimalText.text(factor, decimals: 2))x faster"
        case .slower: return "\(DecimalText.text(factor, decimals: 2))x slower"
        }
    }

    /// `1.13x`: head memory over baseline memory.
    public static func memory(_ change: Double?) -> String {
        change.map { "\(DecimalText.text($0, decimals: 2))x" } ?? unknown
    }

    /// What stands for a figure that could not be computed.
    public static let unknown = "unknown"
}
