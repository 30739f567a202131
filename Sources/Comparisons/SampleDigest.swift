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
    /// The values in file order.
    ///
    /// O(values).
    public var values: [Double] { columns.values(at: index) }
    /// How many of the values each process gave, in file order.
    ///
    /// O(processes).
    public var valuesPerProcess: [Int] { columns.valuesPerProcess(at: index) }
    /// The values' summary.
    public var summary: Summary { columns.summary(at: index) }
    /// The memory readings' summary, in bytes; nil where nothing was read.
    public var memory: Summary? { columns.memory(at: index) }
    /// The logarithm of the mean time, with the doubt that the processes leave about it.
    public var logTime: LogMean { columns.logTime(at: index) }
    /// The logarithm of the mean memory, with the doubt that its readings leave about it; nil where nothing was read.
    public var logMemory: LogMean? { columns.logMemory(at: index) }
}

extension SampleDigest: Hashable {
    /// Whether both hold the same values of the same benchmark.
    public static func == (left: SampleDigest, right: SampleDigest) -> Bool {
        left.benchmark == right.benchmark && left.tags == right.tags && left.unit == right.unit && left.summary == right.summary
            && left.memory == right.memory && left.logTime == right.logTime && left.logMemory == right.logMemory
            && left.values == right.values && left.valuesPerProcess == right.valuesPerProcess
    }

    /// Hashes the benchmark's name and the values' mean.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(benchmark)
        hasher.combine(summary.mean)
    }
}

/// The samples of a run in file order.
public struct RunSamples: RandomAccessCollection, Sendable, Hashable {
    let columns: SampleColumns

    init(columns: SampleColumns) { self.columns = columns }

    /// Summarises samples.
    init(_ samples: [Sample], memoryUnit: MemoryUnit) { columns = SampleColumns(samples, memoryUnit: memoryUnit) }

    /// The benchmarks' names in file order; runs of one suite share them, so that comparing two lists is mostly one step.
    public var benchmarks: [String] { columns.benchmarks.names }
    /// Where the sample of each benchmark stands.
    var positions: [String: Int] { columns.benchmarks.positions }

    /// 0.
    public var startIndex: Int { 0 }
    /// The number of samples.
    public var endIndex: Int { columns.benchmarks.names.count }
    /// The sample at a place from 0 on.
    public subscript(index: Int) -> SampleDigest { SampleDigest(columns, at: index) }

    /// Whether both hold the same values of the same benchmarks.
    public static func == (left: RunSamples, right: RunSamples) -> Bool { left.columns == right.columns }

    /// Hashes the number of samples.
    public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
