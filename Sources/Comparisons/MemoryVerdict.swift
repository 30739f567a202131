/// What may be said about the memory a head takes: ratios are head ÷ baseline, above 1 where it takes more.
public struct MemoryVerdict: Sendable, Hashable {
    /// `slower` stands for more memory, `faster` for less.
    public let word: VerdictWord
    /// The mean over the judged benchmarks with its doubt; nil without any.
    public let overall: Estimate?
    /// The verdicts of all benchmarks whose memory both runs hold, in code-point order of their names.
    public let benchmarks: [BenchmarkVerdict]
    /// How many of the judged benchmarks got which word.
    public let counts: VerdictCounts

    /// Makes a verdict.
    public init(word: VerdictWord, overall: Estimate?, benchmarks: [BenchmarkVerdict], counts: VerdictCounts) {
        self.word = word
        self.overall = overall
        self.benchmarks = benchmarks
        self.counts = counts
    }
}
