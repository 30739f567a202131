import Archive
import Comparisons

/// The reports that have a row for each benchmark of an archive, on each machine the newest.
struct BenchmarkReports {
    /// A report with the benchmarks that a reader finds there.
    struct Found {
        let pair: Pair
        /// The benchmarks of which no newer report of its machine has a row, in code-point order.
        let benchmarks: [String]
    }

    /// What is known of a machine so far: its benchmarks, and which lists of them were held against each other.
    private struct Known {
        var benchmarks: Set<ExactText> = []
        var seen: Set<[ObjectIdentifier]> = []
    }

    /// The reports, the newest first.
    let all: [Found]

    /// Looks through the runs of the main line, the newest first, and then through all others; of a run's reports that against its merge base
    /// goes first.
    ///
    /// O(comparisons + machines · benchmarks), as long as the runs of an archive are of a few suites: two runs whose benchmarks were
    /// held against each other before on their machine are passed over.
    init(_ catalogue: Catalogue) {
        var (all, machines): ([Found], [String: Known]) = ([], [:])
        for run in BenchmarkReports.mainLineFirst(catalogue.runs) {
            var machine = machines[run.name.nickname] ?? Known()
            defer { machines[run.name.nickname] = machine }
            for column in catalogue.columns(of: [run]).newsFirst {
                guard let pair = catalogue.entry(of: run, in: column)?.pair else { continue }
                let (head, base) = (pair.head.samples, pair.base.samples)
                guard machine.seen.insert([head.listID, base.listID]).inserted else { continue }
                let new = head.common(with: base).filter { machine.benchmarks.insert(ExactText($0)).inserted }
                if new.isEmpty { continue }
                all.append(Found(pair: pair, benchmarks: new.sorted { $0.precedes($1) }))
            }
        }
        self.all = all
    }

    private static func mainLineFirst(_ runs: [RunDigest]) -> [RunDigest] {
        func isMainLine(_ run: RunDigest) -> Bool { run.name.isUpstream && run.name.flags.isDefault }
        return runs.filter(isMainLine) + runs.filter { !isMainLine($0) }
    }
}
