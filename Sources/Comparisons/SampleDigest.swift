import Archive
import Statistics

/// A sample with what comparisons ask of it; a place in the columns of its run, so that it costs nothing until it is asked.
public struct SampleDigest: Sendable {
    private let columns: SampleColumns
    /// Where it stands among the samples of its run, from 0 on.
    public let index: Int

    init(_ columns: SampleColumns, at index: Int) {
        self.columns = columns
        self.index = index
    }

    /// The benchmark's name.
    public var benchmark: String { columns.benchmarks.names[index] }
    /// The benchmark's tags.
    public var tags: [String] { columns.benchmarks.tags[index] }
    /// What the values count.
    public var unit: Sample.Unit { columns.benchmarks.units[index] }
    /// The values' mean, which is that of their summary.
    public var mean: Double { columns.figures[index * SampleColumns.figuresPerSample] }
    /// The values' summary.
    public var summary: Summary { columns.summary(at: index) }
    /// The memory readings' summary, in bytes; nil where nothing was read.
    public var memory: Summary? { columns.memory(at: index) }
    /// The logarithm of the mean time, with the doubt that the processes leave about it.
    public var logTime: LogMean { columns.logTime(at: index) }
    /// The logarithm of the mean memory, with the doubt that its readings leave about it; nil where nothing was read.
    public var logMemory: LogMean? { columns.logMemory(at: index) }
}

/// The samples of a run in file order.
public struct RunSamples: RandomAccessCollection, Sendable, Hashable {
    let columns: SampleColumns

    init(columns: SampleColumns) { self.columns = columns }

    /// Summarises samples.
    init(_ samples: [Sample], memoryUnit: MemoryUnit) { columns = SampleColumns(samples, memoryUnit: memoryUnit) }

    /// The benchmarks' names in file order; runs of one suite share them, so that comparing two lists is mostly one step.
    public var benchmarks: [String] { columns.benchmarks.names }

    /// What is the same for runs that share their list of benchmarks, as those of an archive do that have the same names, units and tags.
    public var listID: ObjectIdentifier { ObjectIdentifier(columns.benchmarks) }

    /// The names of the benchmarks that both have in the same unit, in the order of the other's: those that are compared.
    ///
    /// O(n).
    public func common(with base: RunSamples) -> [String] {
        Matching(base: base.columns.benchmarks, head: columns.benchmarks).common.map { base.columns.benchmarks.names[$0.base] }
    }

    /// 0.
    public var startIndex: Int { 0 }
    /// The number of samples.
    public var endIndex: Int { columns.benchmarks.names.count }
    /// The sample at a place from 0 on.
    public subscript(index: Int) -> SampleDigest { SampleDigest(columns, at: index) }

    /// Whether both say the same of the same benchmarks.
    public static func == (left: RunSamples, right: RunSamples) -> Bool { left.columns == right.columns }

    /// Hashes the number of samples.
    public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
