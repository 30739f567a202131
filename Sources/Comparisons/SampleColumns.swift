import Archive
import Statistics

/// The samples of a run but for their values, column by column: a run that was read before is a handful of copies.
///
/// One reference, since all samples of a run look into it; it never changes.
final class SampleColumns: Sendable {
    let benchmarks: BenchmarkList
    /// How many values and memory readings each sample has.
    let counts: [Int64]
    /// ``figuresPerSample`` of each sample: two summaries of six and two means of two.
    let figures: [Double]

    static let countsPerSample = 2
    static let figuresPerSample = 16

    /// Puts columns together; fails where they do not fit each other.
    init(benchmarks: BenchmarkList, counts: [Int64], figures: [Double]) throws(DamagedRecord) {
        (self.benchmarks, self.counts, self.figures) = (benchmarks, counts, figures)
        let samples = benchmarks.names.count
        guard counts.count == samples * SampleColumns.countsPerSample, figures.count == samples * SampleColumns.figuresPerSample,
            (0..<samples).allSatisfy({ counts[2 * $0] > 0 && counts[2 * $0 + 1] >= 0 })
        else { throw DamagedRecord() }
    }

    /// The same columns with another reference to the same benchmarks.
    init(_ columns: SampleColumns, of benchmarks: BenchmarkList) {
        (self.benchmarks, counts, figures) = (benchmarks, columns.counts, columns.figures)
    }

    /// Summarises samples.
    ///
    /// O(values).
    init(_ samples: [Sample], memoryUnit: MemoryUnit) {
        var (counts, figures): ([Int64], [Double]) = ([], [])
        counts.reserveCapacity(samples.count * SampleColumns.countsPerSample)
        figures.reserveCapacity(samples.count * SampleColumns.figuresPerSample)
        for sample in samples {
            let readings = memoryUnit.bytes(sample.memory)
            let (summary, memory) = (Summary(sample.values) ?? .none, Summary(readings))
            counts.append(Int64(summary.count))
            counts.append(Int64(memory?.count ?? 0))
            summary.append(to: &figures)
            (memory ?? .none).append(to: &figures)
            LogMean(of: sample.values, mean: summary.mean, groupSizes: sample.valuesPerProcess).append(to: &figures)
            (memory.map { LogMean(of: readings, mean: $0.mean, groupSizes: []) } ?? .none).append(to: &figures)
        }
        benchmarks = BenchmarkList(names: samples.map(\.benchmark), tags: samples.map(\.tags), units: samples.map(\.unit))
        (self.counts, self.figures) = (counts, figures)
    }

    func summary(at index: Int) -> Summary {
        Summary(count: Int(counts[2 * index]), figures: figures, from: index * SampleColumns.figuresPerSample)
    }

    func memory(at index: Int) -> Summary? {
        let count = Int(counts[2 * index + 1])
        return count == 0 ? nil : Summary(count: count, figures: figures, from: index * SampleColumns.figuresPerSample + 6)
    }

    func logTime(at index: Int) -> LogMean { LogMean(figures: figures, from: index * SampleColumns.figuresPerSample + 12) }

    func logMemory(at index: Int) -> LogMean? { hasMemory(at: index) ? knownLogMemory(at: index) : nil }

    func hasMemory(at index: Int) -> Bool { counts[2 * index + 1] > 0 }

    /// The logarithm of the mean memory of a sample that has some.
    func knownLogMemory(at index: Int) -> LogMean { LogMean(figures: figures, from: index * SampleColumns.figuresPerSample + 14) }
}

extension SampleColumns: Equatable {
    static func == (left: SampleColumns, right: SampleColumns) -> Bool {
        left === right
            || (left.benchmarks == right.benchmarks && left.counts == right.counts && left.figures == right.figures)
    }
}

extension Summary {
    /// What stands in the columns where there is none.
    fileprivate static var none: Summary {
        Summary(
            count: 0, mean: 0, squaredDeviations: 0, trimmedMean: 0, trimmedMeanOfInverses: 0, middle: Middle(lower: 0, upper: 0))
    }

    fileprivate func append(to figures: inout [Double]) {
        figures.append(mean)
        figures.append(squaredDeviations)
        figures.append(trimmedMean)
        figures.append(trimmedMeanOfInverses)
        figures.append(middle.lower)
        figures.append(middle.upper)
    }

    fileprivate init(count: Int, figures: [Double], from start: Int) {
        self.init(
            count: count, mean: figures[start], squaredDeviations: figures[start + 1], trimmedMean: figures[start + 2],
            trimmedMeanOfInverses: figures[start + 3], middle: Middle(lower: figures[start + 4], upper: figures[start + 5]))
    }
}

extension LogMean {
    /// What stands in the columns where there is none.
    fileprivate static var none: LogMean { LogMean(value: 0, squaredError: 0) }

    fileprivate func append(to figures: inout [Double]) {
        figures.append(value)
        figures.append(squaredError)
    }

    fileprivate init(figures: [Double], from start: Int) {
        self.init(value: figures[start], squaredError: figures[start + 1])
    }
}
