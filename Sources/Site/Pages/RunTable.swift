import Comparisons
import Markdown

/// The table of some runs with a column for each baseline.
struct RunTable {
    let catalogue: Catalogue
    /// The page it stands on.
    let path: SitePath
    /// Which columns tell the runs apart on this page.
    let columns: Set<Column>

    /// What tells runs apart, besides date, commit and build.
    enum Column: Hashable {
        case machine
        case branch
    }

    /// The runs, a row each, in their order.
    func html(_ runs: [RunDigest], caption: String) -> HTML {
        let labels = catalogue.labels(of: runs)
        var titles = [ListingTable.Column("Date", .code)]
        if columns.contains(.machine) { titles.append(ListingTable.Column("Machine")) }
        if columns.contains(.branch) { titles.append(ListingTable.Column("Fork and ref")) }
        titles += [ListingTable.Column("Version", .code), ListingTable.Column("Commit", .code), ListingTable.Column("Build")]
        titles += labels.map { ListingTable.Column(Pair.columnTitle(label: $0), .number) }
        return ListingTable(caption: caption, columns: titles, rows: runs.map { row($0, labels: labels) }).html
    }

    private func row(_ run: RunDigest, labels: [String]) -> [ListingTable.Cell] {
        let map = catalogue.map
        var cells = [ListingTable.Cell(run.commitDay, href: path.href(to: map.run(run)))]
        if columns.contains(.machine) {
            cells.append(ListingTable.Cell(run.name.nickname, href: path.href(to: map.machine(run.name.nickname))))
        }
        if columns.contains(.branch) {
            cells.append(ListingTable.Cell(run.branch, href: path.href(to: map.fork(run.name.fork))))
        }
        cells += [
            ListingTable.Cell(run.name.version.text),
            ListingTable.Cell(run.name.hash, href: path.href(to: map.commit(run.name.hash))),
            ListingTable.Cell(run.flagWords),
        ]
        return cells
            + labels.map { label in
                guard let entry = catalogue.entry(of: run, label: label) else { return .empty }
                return ListingTable.Cell(
                    entry.figures.overallWords, href: path.href(to: map.report(entry.pair)), direction: entry.figures.direction)
            }
    }
}
