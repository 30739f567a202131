import Comparisons
import Markdown

/// What a listing lists: the runs of a machine or of a fork, whole or by periods.
struct Listing {
    let heading: String
    let path: SitePath
    /// The runs, the newest first.
    let runs: [RunDigest]
    /// What, besides date, version, commit and build, tells the runs apart.
    let columns: [RunTable.Column]
    let facts: [Fact]
    /// How far runs of the same code differ; only a machine has that.
    var noise: HTML?
    /// Whether it lists runs of several machines, as that of a fork may.
    var isFork = false
    /// How many bytes a run's row takes at most where the table is as light as it gets.
    var rowWeight: (RunDigest) -> Int = { _ in 0 }

    /// More rows than this are too many to look through, even with a filter.
    static let mostRunsOnAPage = 200
    /// Rows of more bytes than this leave no room for charts on a page of at most 150 kB.
    static let heaviestRows = 112_000

    /// The pages of the listing: the first is the whole, or the newest part.
    ///
    /// More runs than a page may hold are spread over a page for each year of their commits. A year that is too long itself is
    /// spread over its quarters, a quarter over its months, and a month over as many pages as it takes.
    var parts: [Part] {
        guard !fit(runs) else { return [Part(path: path, period: nil, runs: runs)] }
        return periods(Period(name: "", page: "", runs: runs), by: Grain.allCases[...]).enumerated().map { index, period in
            Part(path: index == 0 ? path : path.period(period.page), period: period.name, runs: period.runs)
        }
    }

    struct Part {
        let path: SitePath
        let period: String?
        let runs: [RunDigest]

        /// The year that a period lies in.
        var year: String? { period.map { String($0.prefix(4)) } }
    }

    private struct Period {
        let name: String
        let page: String
        let runs: [RunDigest]
    }

    private enum Grain: CaseIterable {
        case year, quarter, month

        func name(_ run: RunDigest) -> String {
            let day = run.commitDay
            return switch self {
            case .year: String(day.prefix(4))
            case .quarter: "\(day.prefix(4)) \(run.commitQuarter)"
            case .month: String(day.prefix(7))
            }
        }
    }

    private func fit(_ runs: [RunDigest]) -> Bool { fit(runs.count, runs.reduce(0) { $0 + rowWeight($1) }) }

    private func fit(_ rows: Int, _ weight: @autoclosure () -> Int) -> Bool {
        rows <= Listing.mostRunsOnAPage && weight() <= Listing.heaviestRows
    }

    /// A period, or its parts, the newest first.
    ///
    /// The newest part keeps the page of the whole, so that no page is lost when a period grows.
    private func periods(_ period: Period, by grains: ArraySlice<Grain>) -> [Period] {
        guard !fit(period.runs) else { return [period] }
        guard let grain = grains.first else { return slices(of: period) }
        let groups = Dictionary(grouping: period.runs, by: grain.name).sorted { $0.key > $1.key }
        return groups.enumerated().flatMap { index, group in
            let page = index == 0 && !period.page.isEmpty ? period.page : group.key
            return periods(Period(name: group.key, page: page, runs: group.value), by: grains.dropFirst())
        }
    }

    /// A month in pages of as many runs as go, counted from its oldest, so that a run seldom moves to another page.
    private func slices(of month: Period) -> [Period] {
        var slices: [(files: Set<String>, weight: Int)] = []
        for run in month.runs.sorted(by: { ($0.commitDay, $0.file) < ($1.commitDay, $1.file) }) {
            let (last, weight) = (slices.count - 1, rowWeight(run))
            if let slice = slices.last, fit(slice.files.count + 1, slice.weight + weight) {
                slices[last].files.insert(run.file)
                slices[last].weight += weight
            } else {
                slices.append(([run.file], weight))
            }
        }
        return slices.enumerated().reversed().map { index, slice in
            let name = "\(month.name) (\(index + 1))"
            return Period(
                name: name, page: index == slices.count - 1 ? month.page : "\(month.name) \(index + 1)",
                runs: month.runs.filter { slice.files.contains($0.file) })
        }
    }
}
