import Comparisons

/// A verdict in the few words that a field of a table has room for: what it comes down to, and how sure that is.
public struct ShortVerdict: Sendable, Hashable {
    /// What it comes down to: `1.07x faster`, `no change`, `unclear`; it has a direction only where the verdict has one.
    public let text: String
    /// How sure that is: the interval, or what is ruled out; nil where there is nothing to judge.
    public let detail: String?
    /// On how few benchmarks it rests, `3 benchmarks`; nil where they are enough for an overall result, or there is none.
    public let few: String?

    /// What it comes down to, for a title or a badge that has no room for the interval: `1.07x faster`, `no change on 3 benchmarks`.
    public var phrase: String { few.map { "\(text) on \($0)" } ?? text }

    /// The phrase as the beginning of a title: `No change`.
    public var heading: String { phrase.prefix(1).uppercased() + phrase.dropFirst() }

    /// Both in one line: `1.07x faster (1.05–1.09)`.
    public var line: String { detail.map { "\(text) (\($0))" } ?? text }

    /// The overall verdict on time.
    ///
    /// Where it is clear, ratios are in its own direction, as in its sentence; where it is not, below 1 is slower.
    public init(_ verdict: Verdict) {
        guard verdict.counts.family > 0 else { self.init("nothing to judge"); return }
        guard let overall = verdict.overall else { self.init("no overall figure"); return }
        let few =
            (1..<Verdict.fewestBenchmarks).contains(verdict.overallCount)
            ? "\(verdict.overallCount) \(verdict.overallCount == 1 ? "benchmark" : "benchmarks")" : nil
        let ending = few.map { ", \($0)" } ?? ""
        switch verdict.word {
        case .faster:
            self.init(
                "\(Self.ratio(overall.ratio)) faster", "\(Self.range(overall.lower, overall.upper, Self.decimals))\(ending)", few)
        case .slower:
            self.init(
                "\(Self.ratio(1 / overall.ratio)) slower",
                "\(Self.range(1 / overall.upper, 1 / overall.lower, Self.decimals))\(ending)", few)
        case .same: self.init("no change", "within 2 %\(ending)", few)
        case .unclear:
            self.init(
                "unclear", "\(Self.ratio(overall.ratio)), ±\(Self.percent(overall.smallestVisibleChange)) %\(ending)", few)
        }
    }

    /// The overall verdict on memory; also where it was not measured.
    public init(memory: MemoryVerdict?) {
        guard let memory else { self.init("not measured"); return }
        guard let overall = memory.overall else { self.init("nothing to judge"); return }
        let moved = memory.counts.clear == 0 ? "" : ", \(memory.counts.clear) of \(memory.counts.family) moved"
        switch memory.word {
        case .slower:
            self.init(
                "\(Self.percent(overall.ratio - 1)) % more", "\(Self.range(overall.lower - 1, overall.upper - 1, Self.percent)) %"
            )
        case .faster:
            self.init(
                "\(Self.percent(1 - overall.ratio)) % less", "\(Self.range(1 - overall.upper, 1 - overall.lower, Self.percent)) %"
            )
        case .same: self.init("no change", "within 1 %\(moved)")
        case .unclear:
            self.init("unclear", "\(Self.signed(overall.ratio - 1)) %, ±\(Self.percent(overall.smallestVisibleChange)) %\(moved)")
        }
    }

    private init(_ text: String, _ detail: String? = nil, _ few: String? = nil) {
        self.text = text
        self.detail = detail
        self.few = few
    }

    private static func range(_ lower: Double, _ upper: Double, _ text: (Double) -> String) -> String {
        "\(text(lower))–\(text(upper))"
    }

    private static func decimals(_ ratio: Double) -> String { DecimalText.text(ratio, decimals: 2) }

    private static func ratio(_ ratio: Double) -> String { "\(decimals(ratio))x" }

    private static func percent(_ part: Double) -> String { DecimalText.text(100 * part, decimals: 1) }

    /// `+0.3`, `−0.3`, and `0.0` without a sign.
    private static func signed(_ part: Double) -> String {
        let text = percent(abs(part))
        return text == "0.0" ? text : "\(part < 0 ? "−" : "+")\(text)"
    }
}

extension VerdictCounts {
    /// What became of the benchmarks: `45 faster, 20 slower of 81`; nil where there are none to judge.
    public var text: String? { family > 0 ? "\(faster) faster, \(slower) slower of \(family)" : nil }
}
