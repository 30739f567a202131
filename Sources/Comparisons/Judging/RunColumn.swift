import Archive
import Statistics

/// The benchmarks of an archive, each with a small number: its place among all names in code-point order.
struct BenchmarkNames: Sendable {
    let all: [String]
    private let places: [BenchmarkList.Identity: Int32]

    /// O(n log n) in the names, O(benchmarks) in the lists of the runs, most of which have the same one.
    init(_ runs: [RunDigest]) {
        var seen: Set<BenchmarkList.Identity> = []
        var lists: Set<ObjectIdentifier> = []
        for list in runs.lazy.map(\.samples.columns.benchmarks) where lists.insert(ObjectIdentifier(list)).inserted {
            seen.formUnion(list.identities)
        }
        let sorted = seen.sorted { left, right in
            left.name == right.name ? left.unit.name < right.unit.name : left.name.text.precedes(right.name.text)
        }
        all = sorted.map(\.name.text)
        places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, Int32($0)) })
    }

    subscript(benchmark: BenchmarkList.Identity) -> Int? { places[benchmark].map(Int.init) }
}

/// One measure of one run: its samples in the order of the benchmarks' numbers.
struct MeasureColumn: Sendable {
    /// The benchmarks' numbers, ascending, and where the sample of each stands in the run; runs of one suite share them.
    let benchmarks: [Int32]
    fileprivate let places: [Int32]
    fileprivate let samples: SampleColumns
    fileprivate let isMemory: Bool

    /// The logarithm of a benchmark's mean, by its place in the column.
    func mean(at index: Int) -> LogMean {
        let place = Int(places[index])
        return isMemory ? samples.knownLogMemory(at: place) : samples.logTime(at: place)
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

/// A run as it is judged: its samples in the order of the benchmarks' numbers.
struct RunColumn: Sendable {
    let time: MeasureColumn
    /// The memory that was read, whatever it means.
    let memory: MeasureColumn

    /// The summary of a benchmark's times, by its place in ``time``.
    func summary(at index: Int) -> Summary { time.samples.summary(at: Int(time.places[index])) }

    /// The columns of runs, in their order.
    ///
    /// O(benchmarks of all runs), O(k log k) for each list of benchmarks.
    static func columns(of runs: [RunDigest], names: BenchmarkNames) -> [RunColumn] {
        var orders: [ObjectIdentifier: Order] = [:]
        return runs.map { run in
            let list = run.samples.columns.benchmarks
            let order = orders[ObjectIdentifier(list)] ?? Order(list, names)
            orders[ObjectIdentifier(list)] = order
            return RunColumn(run.samples.columns, order)
        }
    }

    /// The benchmarks of a list by their numbers, and where each stands in the list.
    private struct Order {
        let benchmarks: [Int32]
        let places: [Int32]

        init(_ list: BenchmarkList, _ names: BenchmarkNames) {
            let pairs = list.identities.enumerated().compactMap { place, benchmark in
                names[benchmark].map { (Int32($0), Int32(place)) }
            }
            .sorted { $0 < $1 }
            (benchmarks, places) = (pairs.map(\.0), pairs.map(\.1))
        }
    }

    private init(_ samples: SampleColumns, _ order: Order) {
        time = MeasureColumn(benchmarks: order.benchmarks, places: order.places, samples: samples, isMemory: false)
        let read = order.places.indices.filter { samples.hasMemory(at: Int(order.places[$0])) }
        let isWhole = read.count == order.places.count
        memory = MeasureColumn(
            benchmarks: isWhole ? order.benchmarks : read.map { order.benchmarks[$0] },
            places: isWhole ? order.places : read.map { order.places[$0] }, samples: samples, isMemory: true)
    }
}
