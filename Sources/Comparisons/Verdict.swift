import Statistics

/// A ratio known with a doubt.
public typealias Estimate = Statistics.Estimate

/// What may be said about the code of a head against that of its baseline, and how sure that is.
///
/// The doubt is the machine's own, learnt from its history.
public struct Verdict: Sendable, Hashable {
    /// The judgement of the overall mean of times.
    public let word: VerdictWord
    /// The overall geometric mean with its doubt, above 1 where the head is faster; nil where no benchmark counts for it.
    public let overall: Estimate?
    /// How many benchmarks count for the overall mean.
    public let overallCount: Int
    /// The verdicts of all common benchmarks, in code-point order of their names, the excluded ones among them.
    public let benchmarks: [BenchmarkVerdict]
    /// How many of the judged benchmarks got which word.
    public let counts: VerdictCounts
    /// What a reader must know about the figures.
    public let cautions: [Caution]
    /// The same for memory; nil where it was not measured on both sides, or the readings of one are no measurement.
    public let memory: MemoryVerdict?
    /// Why memory was not measured although both runs have readings; nil where that is not so.
    public let repeatedMemory: RepeatedMemory?
    /// The nickname of the machine.
    public let machine: String

    /// Fewer benchmarks than this make no overall result.
    public static let fewestBenchmarks = 20

    /// The one benchmark without which there would be no overall change, or the opposite one; one of the cautions.
    public var driver: Driver? {
        for case .driver(let driver) in cautions { return driver }
        return nil
    }

    /// Whether enough benchmarks count for the overall mean to call it one.
    public var isOverall: Bool { overall != nil && overallCount >= Verdict.fewestBenchmarks }

    /// A benchmark that decides the overall verdict alone.
    public struct Driver: Sendable, Hashable {
        /// The benchmark's name.
        public let benchmark: String
        /// Whether the overall mean without it has the opposite sign, rather than being lost in the noise.
        public let isOpposite: Bool

        /// Makes a driver.
        public init(benchmark: String, isOpposite: Bool) {
            self.benchmark = benchmark
            self.isOpposite = isOpposite
        }
    }

    /// Makes a verdict.
    public init(
        word: VerdictWord, overall: Estimate?, overallCount: Int, benchmarks: [BenchmarkVerdict], counts: VerdictCounts,
        cautions: [Caution], memory: MemoryVerdict?, repeatedMemory: RepeatedMemory? = nil, machine: String
    ) {
        self.word = word
        self.overall = overall
        self.overallCount = overallCount
        self.benchmarks = benchmarks
        self.counts = counts
        self.cautions = cautions
        self.memory = memory
        self.repeatedMemory = repeatedMemory
        self.machine = machine
    }
}

extension Verdict {
    /// The same verdict without what it says of single benchmarks: all that listings ask, of thousands of comparisons at once.
    public var overview: Verdict {
        Verdict(
            word: word, overall: overall, overallCount: overallCount, benchmarks: [], counts: counts,
            cautions: cautions,
            memory: memory.map { MemoryVerdict(word: $0.word, overall: $0.overall, benchmarks: [], counts: $0.counts) },
            repeatedMemory: repeatedMemory, machine: machine)
    }
}
