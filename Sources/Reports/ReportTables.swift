import Archive
import Comparisons
import Markdown

/// The tables of a report: one for each tag, and one of all benchmarks.
struct ReportTables {
    private let comparison: Comparison
    private let columns: [MarkdownTable.Column]
    /// The rows in the order of the baseline's file.
    private let lines: [Line]
    /// The rows, the most improved benchmark first; equal ones in the order of the baseline's file.
    private let sorted: [Line]

    /// A row with its two cells, which stand in the tables of its tags and in the table of all.
    private struct Line {
        let row: Comparison.Row
        let base: String
        let head: String

        init(_ row: Comparison.Row) {
            self.row = row
            base = row.isSignificant ? ValueText.text(row.baseMean, unit: row.unit) : ""
            head = row.isSignificant ? "\(ValueText.text(row.headMean, unit: row.unit)): \(FigureText.ratio(row.ratio))" : ""
        }
    }

    init(_ comparison: Comparison) {
        self.comparison = comparison
        let (base, head) = (comparison.pair.base, comparison.pair.head)
        let names = base.stem == head.stem ? [base.file, head.file] : [base.stem, head.stem]
        columns = [MarkdownTable.Column("Benchmark")] + names.map { MarkdownTable.Column($0, .center) }
        let lines = comparison.rows.map(Line.init)
        self.lines = lines
        sorted = comparison.orderByRatio.map { lines[$0] }
    }

    func write(to text: inout String) {
        let tags = comparison.tags
        for (index, tag) in tags.enumerated() {
            // The established tool sorts only once it has written its first section, and readers hold reports against each other.
            let section = (index == 0 ? lines : sorted).filter { $0.row.tags.contains(tag) }
            writeTitle("Benchmarks with tag '\(tag)':", to: &text)
            writeSection(section, to: &text)
            text += "\n"
        }
        if !tags.isEmpty { writeTitle("All benchmarks:", to: &text) }
        writeSection(sorted, to: &text)
        writeIgnored(comparison.missing, of: comparison.pair.base, to: &text)
        writeIgnored(comparison.new, of: comparison.pair.head, to: &text)
    }

    private func writeTitle(_ title: String, to text: inout String) {
        text += title
        text += "\n"
        text += String(repeating: "=", count: title.unicodeScalars.count)
        text += "\n\n"
    }

    private func writeSection(_ lines: [Line], to text: inout String) {
        let hidden = lines.filter { !$0.row.isSignificant }
        if hidden.count < lines.count {
            table(lines).write(to: &text)
            if !hidden.isEmpty { text += "\n" }
        }
        guard !hidden.isEmpty else { return }
        text += "Benchmark hidden because not significant (\(hidden.count)): "
        text += hidden.map(\.row.benchmark).joined(separator: ", ")
        text += "\n"
    }

    private func table(_ lines: [Line]) -> MarkdownTable {
        var table = MarkdownTable(columns: columns)
        table.reserveRows(lines.count + 1)
        for line in lines where line.row.isSignificant { table.append(row: [line.row.benchmark, line.base, line.head]) }
        if lines.count >= 2, let mean = Comparison.meanRatio(of: lines.map(\.row)) {
            table.append(row: ["Geometric mean", "(ref)", FigureText.ratio(mean)])
        }
        return table
    }

    private func writeIgnored(_ names: [String], of run: RunDigest, to text: inout String) {
        guard !names.isEmpty else { return }
        text += "Ignored benchmarks (\(names.count)) of \(run.file): "
        text += names.joined(separator: ", ")
        text += "\n"
    }
}
