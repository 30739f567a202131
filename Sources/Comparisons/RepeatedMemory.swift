/// Readings of memory that are no measurement: most benchmarks of a run have one and the same peak.
///
/// Different programs do not take the same memory to the byte. In a public archive the two runs that pyperf 2.6.3 made on macOS have one
/// value for 104 of 108 benchmarks, and every other run has one for at most 15.
public struct RepeatedMemory: Sendable, Hashable {
    /// The run that has them.
    public let side: Caution.Side
    /// How many of its benchmarks have the same peak.
    public let count: Int
    /// How many of its benchmarks have a peak.
    public let family: Int

    /// Puts together what was found.
    public init(side: Caution.Side, count: Int, family: Int) {
        self.side = side
        self.count = count
        self.family = family
    }

    /// Looks for them in two runs, in the head first; nil where neither has any.
    ///
    /// O(n).
    init?(head: RunColumn, base: RunColumn) {
        guard let found = RepeatedMemory(.head, head.memory) ?? RepeatedMemory(.base, base.memory) else { return nil }
        self = found
    }

    /// Looks for the value that more than half of a run's benchmarks have; nil where none has so many, or there are too few to tell.
    ///
    /// O(n). Source: R. S. Boyer, J S. Moore, "MJRTY: a fast majority vote algorithm", 1991.
    private init?(_ side: Caution.Side, _ memory: MeasureColumn) {
        let family = memory.benchmarks.count
        guard family >= Verdict.fewestBenchmarks else { return nil }
        var (candidate, lead) = (memory.mean(at: 0).value, 0)
        for index in 0..<family {
            let value = memory.mean(at: index).value
            if lead == 0 { candidate = value }
            lead += value == candidate ? 1 : -1
        }
        let count = (0..<family).count { memory.mean(at: $0).value == candidate }
        guard 2 * count > family else { return nil }
        self.init(side: side, count: count, family: family)
    }
}
