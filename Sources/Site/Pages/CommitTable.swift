import Comparisons
import Markdown
import Reports

/// The table of a commit: a row for each machine, build and baseline, with what the comparison comes down to.
struct CommitTable {
    /// The table.
    let html: HTML
    /// What a reader must know of some rows; nil where there is nothing.
    let notes: HTML?

    /// Makes the table of some runs, in their order; each is held against the merge base first.
    init(_ runs: [RunDigest], catalogue: Catalogue, path: SitePath) {
        var notes = Notes()
        // What is the same in all rows stands above the table.
        let hasBranches = Set(runs.map(\.branch)).count > 1
        let rows = runs.flatMap { run -> [[ListingTable.Cell]] in
            let branch = ListingTable.Cell(run.branch, href: path.href(to: catalogue.map.fork(run.name.fork)))
            let names =
                [
                    ListingTable.Cell(run.name.nickname, href: path.href(to: catalogue.map.run(run))),
                    ListingTable.Cell(run.flagWords),
                ] + (hasBranches ? [branch] : [])
            let entries = catalogue.entries(of: run).mergeBaseFirst
            guard !entries.isEmpty else { return [names + [ListingTable.Cell("not compared")]] }
            return entries.map { entry in
                let cautions = notes.numbers(of: entry.words.cautions)
                return names + [
                    ListingTable.Cell(entry.pair.baselineWords),
                    .verdict(entry, href: path.href(to: entry.paths.report), notes: cautions),
                    ListingTable.Cell(entry.verdict.counts.text ?? ""), .memory(entry), .classic(entry),
                ]
            }
        }
        html =
            ListingTable(
                caption: "Every run of this commit against its baselines",
                columns: [.init("Machine"), .init("Build")] + (hasBranches ? [.init("Fork and ref")] : []) + [
                    .init("Against", .named), .init("Overall", .number), .init("Benchmarks", .number), .init("Memory", .number),
                    .init("Classic mean", .number),
                ], rows: rows
            ).html
        self.notes = notes.html
    }
}

extension ListingTable.Cell {
    /// The figures of the classic report: the overall geometric mean, and the reliability of the performance test.
    fileprivate static func classic(_ entry: Catalogue.Entry) -> ListingTable.Cell {
        ListingTable.Cell(
            FigureText.overallMean(entry.figures.overallMean),
            detail: entry.figures.performanceTest.map { "HPT \(FigureText.reliability($0))" })
    }
}

extension [Catalogue.Entry] {
    /// The merge base first, then the default build, then the versions in their order: what a commit changed, and where it stands.
    var mergeBaseFirst: [Catalogue.Entry] {
        func rank(_ entry: Catalogue.Entry) -> Int {
            switch entry.column {
            case .mergeBase: 0
            case .defaultBuild: 1
            case .version: 2
            }
        }
        return enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }
}
