import Comparisons

/// The one sentence on the memory of a comparison.
public enum MemorySentence {
    /// The sentence of a verdict; also where memory was not measured.
    public static func text(_ verdict: Verdict) -> String {
        if let repeated = verdict.repeatedMemory {
            let most = "\(repeated.count) of \(repeated.family) benchmarks of the \(repeated.side.rawValue)"
            return "Memory: not measured, since the file has one and the same value for \(most)."
        }
        return text(verdict.memory)
    }

    private static func text(_ memory: MemoryVerdict?) -> String {
        guard let memory else { return "Memory: not measured on this machine." }
        guard let overall = memory.overall else { return "Memory: nothing to judge." }
        switch memory.word {
        case .slower, .faster: return "Memory: \(change(overall)), \(benchmarks(memory))."
        case .same:
            return memory.counts.clear == 0
                ? "Memory: no change over 1 %." : "Memory: no overall change over 1 %, but \(moved(memory))."
        case .unclear:
            let noise = DecimalText.text(100 * overall.smallestVisibleChange, decimals: 1)
            let start =
                "Memory: no clear\(memory.counts.clear == 0 ? "" : " overall") change (\(measured(overall)), ± \(noise) %)"
            return memory.counts.clear == 0 ? "\(start)." : "\(start), but \(moved(memory))."
        }
    }

    /// `8.1 % more (7.7 to 8.6 %)`: the smaller end first.
    private static func change(_ overall: Estimate) -> String {
        let ends = overall.logRatio > 0 ? (overall.lower - 1, overall.upper - 1) : (1 - overall.upper, 1 - overall.lower)
        return "\(measured(overall)) (\(percent(ends.0)) to \(percent(ends.1)) %)"
    }

    /// `8.1 % more`; no direction where the number does not show one.
    private static func measured(_ overall: Estimate) -> String {
        let text = percent(overall.logRatio > 0 ? overall.ratio - 1 : 1 - overall.ratio)
        return text == "0.0" ? "0.0 %" : "\(text) % \(overall.logRatio > 0 ? "more" : "less")"
    }

    /// The benchmarks that changed as the whole did.
    private static func benchmarks(_ memory: MemoryVerdict) -> String {
        let count = memory.word == .slower ? memory.counts.slower : memory.counts.faster
        if memory.counts.family == 1 { return "the only benchmark in common" }
        return "\(count) of \(memory.counts.family) benchmarks"
    }

    private static func moved(_ memory: MemoryVerdict) -> String {
        let counts = memory.counts
        if counts.family == 1 { return "the only benchmark in common takes \(counts.slower == 1 ? "more" : "less")" }
        return "\(counts.clear) of \(counts.family) benchmarks moved: \(counts.slower) more, \(counts.faster) less"
    }

    private static func percent(_ part: Double) -> String { DecimalText.text(100 * part, decimals: 1) }
}
