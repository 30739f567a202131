import Comparisons
import Markdown
import Reports

/// The table of some runs with a column for each baseline.
struct RunTable {
    let catalogue: Catalogue
    /// The page it stands on.
    let path: SitePath
    /// What tells the runs apart on this page; the first leads to the run.
    let columns: [Column]
    /// Whether it is as light as it gets, for hundreds of runs.
    var isPlain = false

    /// What tells runs apart.
    enum Column: Hashable {
        case date, machine, branch, ref, version, commit, build
    }

    /// The runs, a row each, in their order.
    func html(_ runs: [RunDigest], caption: String) -> HTML {
        let baselines = catalogue.columns(of: runs)
        let titles = columns.map(title) + baselines.map { baseline($0, of: runs) }
        return ListingTable(
            caption: caption, columns: titles, rows: runs.map { row($0, against: baselines) }, isPlain: isPlain
        ).html
    }

    /// The column of a baseline.
    ///
    /// In a plain table it names the file of its reports, which is the same for nearly all runs.
    private func baseline(_ column: Pair.Kind, of runs: [RunDigest]) -> ListingTable.Column {
        let first = isPlain ? runs.lazy.compactMap { catalogue.entry(of: $0, in: column) }.first : nil
        let file = first.flatMap { $0.paths.report.text.split(separator: "/").last }
        return ListingTable.Column(column.title, .number, file: file.map(String.init))
    }

    private func title(_ column: Column) -> ListingTable.Column {
        switch column {
        case .date: return ListingTable.Column("Date", .code)
        case .machine: return ListingTable.Column("Machine")
        case .branch: return ListingTable.Column("Fork and ref")
        case .ref: return ListingTable.Column("Ref")
        case .version: return ListingTable.Column("Version", .code)
        case .commit: return ListingTable.Column("Commit", .code)
        case .build: return ListingTable.Column("Build")
        }
    }

    private func row(_ run: RunDigest, against baselines: [Pair.Kind]) -> [ListingTable.Cell] {
        columns.map { cell($0, run) }
            + baselines.map { column in
                guard let entry = catalogue.entry(of: run, in: column) else { return .empty }
                // The column holds both kinds: the default build of the same commit, and that of its merge base.
                let base = entry.pair.base.name.hash
                let isOther = column == .defaultBuild && base != run.name.hash && !isPlain
                return ListingTable.Cell(
                    entry, href: path.href(to: entry.paths.report), baseline: isOther ? "vs.\u{A0}\(base)" : nil)
            }
    }

    private func cell(_ column: Column, _ run: RunDigest) -> ListingTable.Cell {
        let (text, page) = content(column, run)
        let target = column == columns.first ? catalogue.map.run(run) : page
        return ListingTable.Cell(text, href: target.map { path.href(to: $0) })
    }

    private func content(_ column: Column, _ run: RunDigest) -> (text: String, page: SitePath?) {
        let map = catalogue.map
        switch column {
        case .date: return (run.commitDay, nil)
        case .machine: return (run.name.nickname, map.machine(run.name.nickname))
        case .branch: return (run.branch, map.fork(run.name.fork))
        case .ref: return (run.refWords ?? "", nil)
        case .version: return (run.name.version.text, nil)
        case .commit: return (run.name.hash, map.commit(run.name.hash))
        case .build: return (run.flagWords, nil)
        }
    }
}

extension ListingTable.Cell {
    /// The overall verdict of a comparison, which leads to its report.
    ///
    /// - Parameter baseline: what it is held against, where the column does not say it
    init(_ entry: Catalogue.Entry, href: String, baseline: String? = nil) {
        let words = ShortVerdict(entry.verdict)
        let detail = [words.detail, baseline].compactMap(\.self).joined(separator: ", ")
        let star = entry.verdict.cautions.isEmpty ? "" : "*"
        let parts = [detail, star].filter { !$0.isEmpty }
        self.init(
            words.text, href: href, word: entry.verdict.word, detail: parts.isEmpty ? nil : parts.joined(separator: "\u{A0}"))
    }

    /// The same where there is more room: the ends of an interval are ratios, and notes stand behind it.
    static func verdict(_ entry: Catalogue.Entry, href: String, notes: [Int]) -> ListingTable.Cell {
        var cell = ListingTable.Cell(entry, href: href)
        let words = ShortVerdict(entry.verdict)
        cell.detail =
            entry.verdict.word.isClear
            ? [entry.words.interval, words.few].compactMap(\.self).joined(separator: ", ") : words.detail
        cell.notes = notes
        return cell
    }

    /// The overall verdict on memory, without its interval.
    static func memory(_ entry: Catalogue.Entry) -> ListingTable.Cell {
        let words = ShortVerdict(memory: entry.verdict.memory)
        return ListingTable.Cell(words.text, detail: words.detail)
    }
}
