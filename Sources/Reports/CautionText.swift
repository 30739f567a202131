import Comparisons

/// A caution in words.
public enum CautionText {
    /// The cautions of a verdict, each as a sentence or two.
    public static func texts(_ verdict: Verdict) -> [String] { verdict.cautions.map(text) }

    private static func text(_ caution: Caution) -> String {
        switch caution {
        case .unsteadyRun(let side, let share, let machine):
            "Unsteady run: \(percent(share)) of the benchmarks of the \(side.rawValue) varied 3 times more than usual on \(machine)."
        case .assumedNoise:
            "No history of this machine yet: a noise of 1 % per benchmark is assumed."
        case .noisyBuilds(let change, let machine):
            "Builds like this differ by up to \(percent(change)) from one to the next on \(machine): only large changes mean something."
        case .fewBenchmarks(let count):
            "Only \(count) \(count == 1 ? "benchmark" : "benchmarks") in common: this is not an overall result."
        case .platformChanged(let base, let head):
            "The operating system changed between the two runs: \(base) → \(head). That alone has moved results by 2 %."
        case .driver(let driver): VerdictSentence.driver(driver)
        }
    }

    private static func percent(_ part: Double) -> String { "\(DecimalText.text(100 * part, decimals: 0)) %" }
}
