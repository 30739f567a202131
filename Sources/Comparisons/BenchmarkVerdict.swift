import Statistics

/// What may be said about one benchmark of a comparison: whether the code changed it, not whether the two runs differ.
public struct BenchmarkVerdict: Sendable, Hashable {
    /// The benchmark's name.
    public let benchmark: String
    /// The change with its doubt: of times ln(baseline ÷ head), above 0 where the head is faster; of memory ln(head ÷ baseline),
    /// above 0 where the head takes more.
    public let estimate: Estimate
    /// What it amounts to; nil where the configuration leaves the benchmark out of the judgement.
    public let word: VerdictWord?
    /// Whether it moved by three times its noise or more without being clear: worth another run.
    public let isHint: Bool

    /// Makes a verdict.
    public init(benchmark: String, estimate: Estimate, word: VerdictWord?, isHint: Bool) {
        self.benchmark = benchmark
        self.estimate = estimate
        self.word = word
        self.isHint = isHint
    }
}

/// What a change amounts to.
public enum VerdictWord: String, Sendable, Hashable, CaseIterable {
    /// The head takes less: less time, or less memory.
    case faster
    /// The head takes more.
    case slower
    /// A change of practical size is ruled out.
    case same
    /// Neither a change nor its absence can be told from noise.
    case unclear

    /// Whether there is a change.
    public var isClear: Bool { self == .faster || self == .slower }
}
