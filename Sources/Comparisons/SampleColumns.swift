import Archive
import Statistics

/// The samples of a run, column by column: a run that was read before is a handful of copies.
///
/// Most comparisons ask for summaries only. The values stand in one list behind each other, and each sample's are cut out of it when
/// they are asked for. One reference, since all samples of a run look into it; it never changes.
final class SampleColumns: Sendable {
    let benchmarks: BenchmarkList
    /// How many values, memory readings and pairs in ``lengths`` each sample has.
    let counts: [Int64]
    /// ``figuresPerSample`` of each sample: two summaries of six and two means of two.
    let figures: [Double]
    /// The values of all samples.
    let values: [Double]
    /// How many values each process gave, as ``RunLengths`` has it, of all samples.
    let lengths: [Int64]
    /// Where the values and the pairs of each sample start.
    private let starts: [(value: Int, pair: Int)]

    static let countsPerSample = 3
    static let figuresPerSample = 16

    /// Puts columns together; fails where they do not fit each other.
    init(
        benchmarks: BenchmarkList, counts: [Int64], figures: [Double], values: [Double], lengths: [Int64]
    ) throws(DamagedRecord) {
        (self.benchmarks, self.counts, self.figures, self.values, self.lengths) = (benchmarks, counts, figures, values, lengths)
        let samples = benchmarks.names.count
        guard counts.count == samples * SampleColumns.countsPerSample, figures.count == samples * SampleColumns.figuresPerSample
        else { throw DamagedRecord() }
        var starts: [(value: Int, pair: Int)] = []
        starts.reserveCapacity(samples)
        var (value, pair) = (0, 0)
        for index in 0..<samples {
            let (own, pairs) = (counts[3 * index], counts[3 * index + 2])
            guard own > 0, own <= values.count - value, counts[3 * index + 1] >= 0, pairs >= 0, pairs <= lengths.count / 2 - pair,
                RunLengths.areSound(lengths[(2 * pair)..<(2 * (pair + Int(pairs)))])
            else { throw DamagedRecord() }
            starts.append((value, pair))
            (value, pair) = (value + Int(own), pair + Int(pairs))
        }
        guard value == values.count, 2 * pair == lengths.count else { throw DamagedRecord() }
        self.starts = starts
    }

    /// Summarises samples.
    ///
    /// O(values).
    init(_ samples: [Sample], memoryUnit: MemoryUnit) {
        var (names, tags, units): ([String], [[String]], [Sample.Unit]) = ([], [], [])
        var (counts, lengths): ([Int64], [Int64]) = ([], [])
        var (figures, values): ([Double], [Double]) = ([], [])
        var starts: [(value: Int, pair: Int)] = []
        counts.reserveCapacity(samples.count * SampleColumns.countsPerSample)
        figures.reserveCapacity(samples.count * SampleColumns.figuresPerSample)
        values.reserveCapacity(samples.reduce(0) { $0 + $1.values.count })
        for sample in samples {
            guard let summary = Summary(sample.values) else { continue }
            starts.append((values.count, lengths.count / 2))
            names.append(sample.benchmark)
            tags.append(sample.tags)
            units.append(sample.unit)
            values.append(contentsOf: sample.values)
            RunLengths.append(sample.valuesPerProcess, to: &lengths)
            let readings = memoryUnit.bytes(sample.memory)
            let memory = Summary(readings)
            counts.append(Int64(summary.count))
            counts.append(Int64(memory?.count ?? 0))
            counts.append(Int64(lengths.count / 2 - (starts.last?.pair ?? 0)))
            summary.append(to: &figures)
            (memory ?? .none).append(to: &figures)
            LogMean(of: sample.values, mean: summary.mean, groupSizes: sample.valuesPerProcess).append(to: &figures)
            (memory.map { LogMean(of: readings, mean: $0.mean, groupSizes: []) } ?? .none).append(to: &figures)
        }
        benchmarks = BenchmarkList(names: names, tags: tags, units: units)
        (self.counts, self.figures, self.values, self.lengths, self.starts) = (counts, figures, values, lengths, starts)
    }

    func values(at index: Int) -> [Double] {
        let start = starts[index].value
        return Array(values[start..<(start + Int(counts[3 * index]))])
    }

    func valuesPerProcess(at index: Int) -> [Int] {
        let start = starts[index].pair
        return RunLengths.numbers(lengths[(2 * start)..<(2 * (start + Int(counts[3 * index + 2])))])
    }

    func summary(at index: Int) -> Summary {
        Summary(count: Int(counts[3 * index]), figures: figures, from: index * SampleColumns.figuresPerSample)
    }

    func memory(at index: Int) -> Summary? {
        let count = Int(counts[3 * index + 1])
        return count == 0 ? nil : Summary(count: count, figures: figures, from: index * SampleColumns.figuresPerSample + 6)
    }

    func logTime(at index: Int) -> LogMean { LogMean(figures: figures, from: index * SampleColumns.figuresPerSample + 12) }

    func logMemory(at index: Int) -> LogMean? {
        counts[3 * index + 1] == 0 ? nil : LogMean(figures: figures, from: index * SampleColumns.figuresPerSample + 14)
    }
}

extension SampleColumns: Equatable {
    static func == (left: SampleColumns, right: SampleColumns) -> Bool {
        left === right
            || (left.benchmarks == right.benchmarks && left.counts == right.counts && left.figures == right.figures
                && left.values == right.values && left.lengths == right.lengths)
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
