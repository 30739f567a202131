import Comparisons

/// The one sentence that a comparison comes down to, the same on every page and in every index.
///
/// Ratios are baseline time ÷ head time where the head is faster and the inverse where it is slower, so that sentence, chart and table
/// agree; the report's own words below 1 are 2 − mean and stay with the report.
public struct VerdictSentence: Sendable {
    private let verdict: Verdict

    /// Makes the sentence of a verdict.
    public init(_ verdict: Verdict) { self.verdict = verdict }

    /// The judgement, what it hangs on, and what is worth another run.
    public var text: String {
        ([judgement] + [verdict.driver.map(VerdictSentence.driver), hints].compactMap(\.self)).joined(separator: " ")
    }

    /// The sentence on a benchmark that decides the overall result alone.
    public static func driver(_ driver: Verdict.Driver) -> String {
        driver.isOpposite
            ? "Without \(driver.benchmark) the overall result would be the opposite."
            : "Without \(driver.benchmark) there would be no overall change."
    }

    /// The interval in the direction of the measured change, the smaller end first: `1.31x to 1.35x`.
    static func interval(_ overall: Estimate) -> String {
        let isFaster = overall.logRatio > 0
        let ends = isFaster ? (overall.lower, overall.upper) : (1 / overall.upper, 1 / overall.lower)
        return "\(ratio(ends.0)) to \(ratio(ends.1))"
    }

    private var counts: VerdictCounts { verdict.counts }
    private var isOnly: Bool { counts.family == 1 }

    private var hints: String? {
        switch counts.hints {
        case 0: return nil
        case 1: return "1 more moved by over 3 times its noise: worth another run."
        default: return "\(counts.hints) more moved by over 3 times their noise: worth another run."
        }
    }

    private var judgement: String {
        guard counts.family > 0 else { return "Nothing to judge: no benchmark in common that is not excluded." }
        guard let overall = verdict.overall else {
            return "\(VerdictSentence.noFigure), \(counts.clear > 0 ? "but" : "and") \(moved)."
        }
        switch verdict.word {
        case .faster, .slower: return clear(overall)
        case .same: return same
        case .unclear: return unclear(overall)
        }
    }

    private static let noFigure = "No overall figure (the two runs hold different numbers of values)"

    /// `1.33x faster overall (1.31x to 1.35x): 75 of 83 benchmarks faster, 2 slower` and a full stop.
    private func clear(_ overall: Estimate) -> String {
        let start = "\(VerdictSentence.measured(overall, isClear: true)) overall (\(VerdictSentence.interval(overall)))"
        if isOnly { return "\(start): \(moved)." }
        return verdict.word == .faster
            ? "\(start): \(counts.faster) of \(counts.family) benchmarks faster, \(counts.slower) slower."
            : "\(start): \(counts.slower) of \(counts.family) benchmarks slower, \(counts.faster) faster."
    }

    private var same: String {
        if isOnly, counts.same == 1 { return "No change: the only benchmark in common is within 5 % for certain." }
        guard counts.clear > 0 || isOnly else {
            return
                "No change: the overall mean is within 2 % for certain and none of \(counts.family) benchmarks clearly changed."
        }
        return "No overall change (within 2 %), but \(moved)."
    }

    private func unclear(_ overall: Estimate) -> String {
        let (measured, noise) = (
            VerdictSentence.measured(overall, isClear: false), VerdictSentence.percent(overall.smallestVisibleChange)
        )
        guard counts.clear == 0 else {
            let plain = measured == "1.00x measured" ? "1.00x" : measured
            return "No clear overall change (\(plain), ± \(noise)), but \(moved)."
        }
        let place = isOnly ? "\(measured) on the only benchmark in common" : measured
        return "No clear change: \(place), but runs of the same code on \(verdict.machine) differ by up to \(noise)."
    }

    /// What became of the benchmarks: `37 of 89 benchmarks moved: 16 faster, 21 slower`.
    private var moved: String {
        if isOnly { return "the only benchmark in common is \(onlyWord)" }
        if counts.clear == 0 { return "none of \(counts.family) benchmarks clearly changed" }
        return "\(counts.clear) of \(counts.family) benchmarks moved: \(counts.faster) faster, \(counts.slower) slower"
    }

    private var onlyWord: String {
        if counts.faster == 1 { return "faster" }
        if counts.slower == 1 { return "slower" }
        return counts.same == 1 ? "within 5 % for certain" : "unclear"
    }

    /// `1.01x faster measured`; no direction where the number does not show one.
    private static func measured(_ overall: Estimate, isClear: Bool) -> String {
        let text = ratio(overall.logRatio > 0 ? overall.ratio : 1 / overall.ratio)
        let direction = overall.logRatio > 0 ? "faster" : "slower"
        if isClear { return "\(text) \(direction)" }
        return text == "1.00x" ? "1.00x measured" : "\(text) \(direction) measured"
    }

    private static func ratio(_ ratio: Double) -> String { "\(DecimalText.text(ratio, decimals: 2))x" }

    private static func percent(_ part: Double) -> String { "\(DecimalText.text(100 * part, decimals: 1)) %" }
}
