import Comparisons

/// The reports that have a row for each benchmark of an archive, the newest for each.
struct BenchmarkReports {
    /// A report with the benchmarks that a reader finds there.
    struct Found {
        let pair: Pair
        /// The benchmarks of which no newer report has a row, in code-point order.
        let benchmarks: [String]
    }

    /// The reports, the newest first.
    let all: [Found]

    /// Looks through the runs of the main line, the newest first, and then through all others.
    ///
    /// O(comparisons + benchmarks), as long as the runs of an archive are of a few suites: two runs whose benchmarks were held against
    /// each other before are passed over.
    init(_ catalogue: Catalogue) {
        var (all, known): ([Found], Set<String>) = ([], [])
        var seen: [(head: [String], base: [String])] = []
        for run in BenchmarkReports.mainLineFirst(catalogue.runs) {
            for column in catalogue.columns(of: [run]) {
                guard let pair = catalogue.entry(of: run, in: column)?.pair else { continue }
                let (head, base) = (pair.head.samples.benchmarks, pair.base.samples.benchmarks)
                if seen.contains(where: { $0.head == head && $0.base == base }) { continue }
                seen.append((head, base))
                let new = Set(head).intersection(base).subtracting(known)
                if new.isEmpty { continue }
                known.formUnion(new)
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
