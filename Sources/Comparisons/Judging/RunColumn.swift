import Archive
import Statistics

/// The benchmarks of an archive, each with a small number: its place among all names in code-point order.
struct BenchmarkNames: Sendable {
    let all: [String]
    private let places: [String: Int32]

    /// O(n log n) in the names, O(benchmarks) in the lists of the runs, most of which have the same one.
    init(_ runs: [RunDigest]) {
        var seen: Set<String> = []
        var lists: Set<ObjectIdentifier> = []
        for list in runs.lazy.map(\.samples.columns.benchmarks) where lists.insert(ObjectIdentifier(list)).inserted {
            seen.formUnion(list.names)
        }
        let sorted = seen.sorted { $0.precedes($1) }
        all = sorted
        places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, Int32($0)) })
    }

    subscript(name: String) -> Int? { places[name].map(Int.init) }
}

/// One measure of one run: the logarithms of its benchmarks' means, in the order of the benchmarks' numbers.
struct MeasureColumn: Sendable {
    private(set) var benchmarks: [Int32] = []
    private(set) var means: [LogMean] = []

    fileprivate mutating func append(_ benchmark: Int32, _ mean: LogMean) {
        benchmarks.append(benchmark)
        means.append(mean)
    }

    fileprivate mutating func reserve(_ count: Int) {
        benchmarks.reserveCapacity(count)
        means.reserveCapacity(count)
    }

    /// The benchmarks that both columns hold, in the order of their numbers, with their positions in each.
    ///
    /// O(benchmarks).
    static func forEachCommon(
        _ head: MeasureColumn, _ base: MeasureColumn, _ body: (_ benchmark: Int, _ head: Int, _ base: Int) -> Void
    ) {
        var (left, right) = (0, 0)
        while left < head.benchmarks.count, right < base.benchmarks.count {
            let (one, two) = (head.benchmarks[left], base.benchmarks[right])
            if one == two { body(Int(one), left, right) }
            if one <= two { left += 1 }
            if two <= one { right += 1 }
        }
    }
}

/// A run as it is judged: nothing but numbers, in the order of the benchmarks' numbers.
struct RunColumn: Sendable {
    let time: MeasureColumn
    /// The memory that was read, whatever it means.
    let memory: MeasureColumn
    /// The summaries of the times, beside ``time``.
    let summaries: [Summary]

    /// The columns of runs, in their order.
    ///
    /// O(benchmarks of all runs), O(k log k) for each list of benchmarks.
    static func columns(of runs: [RunDigest], names: BenchmarkNames) -> [RunColumn] {
        var orders: [ObjectIdentifier: [Place]] = [:]
        return runs.map { run in
            let list = run.samples.columns.benchmarks
            let order = orders[ObjectIdentifier(list)] ?? RunColumn.order(of: list, names)
            orders[ObjectIdentifier(list)] = order
            return RunColumn(run, order)
        }
    }

    /// A benchmark's number, and where its sample stands in the run.
    private typealias Place = (benchmark: Int, position: Int)

    private static func order(of list: BenchmarkList, _ names: BenchmarkNames) -> [Place] {
        let places = list.names.enumerated().compactMap { position, name in
            names[name].map { (benchmark: $0, position: position) }
        }
        return places.sorted { $0 < $1 }
    }

    private init(_ run: RunDigest, _ order: [Place]) {
        var (time, memory) = (MeasureColumn(), MeasureColumn())
        var summaries: [Summary] = []
        time.reserve(order.count)
        memory.reserve(order.count)
        summaries.reserveCapacity(order.count)
        for (number, position) in order {
            let (sample, benchmark) = (run.samples[position], Int32(number))
            time.append(benchmark, sample.logTime)
            if let mean = sample.logMemory { memory.append(benchmark, mean) }
            summaries.append(sample.summary)
        }
        (self.time, self.memory, self.summaries) = (time, memory, summaries)
    }
}
