import Archive
import Comparisons
import Markdown

/// The tables of a report: one for each tag, and one of all benchmarks.
struct ReportTables {
    private let comparison: Comparison
    private let columns: [MarkdownTable.Column]
    /// The rows, the most improved benchmark first; equal ones in the order of the baseline's file.
    private let sorted: [Comparison.Row]

    init(_ comparison: Comparison) {
        self.comparison = comparison
        let (base, head) = (comparison.pair.base, comparison.pair.head)
        let names = base.stem == head.stem ? [base.file, head.file] : [base.stem, head.stem]
        columns = [MarkdownTable.Column("Benchmark")] + names.map { MarkdownTable.Column($0, .center) }
        sorted = comparison.rowsByRatio
    }

    func write(to text: inout String) {
        let tags = comparison.tags
        for (index, tag) in tags.enumerated() {
            // The established tool sorts only once it has written its first section, and readers hold reports against each other.
            let rows = (index == 0 ? comparison.rows : sorted).filter { $0.tags.contains(tag) }
            writeTitle("Benchmarks with tag '\(tag)':", to: &text)
            writeSection(rows, to: &text)
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

    private func writeSection(_ rows: [Comparison.Row], to text: inout String) {
        let hidden = rows.filter { !$0.isSignificant }
        if hidden.count < rows.count {
            table(rows).write(to: &text)
            if !hidden.isEmpty { text += "\n" }
        }
        guard !hidden.isEmpty else { return }
        text += "Benchmark hidden because not significant (\(hidden.count)): "
        text += hidden.map(\.benchmark).joined(separator: ", ")
        text += "\n"
    }

    private func table(_ rows: [Comparison.Row]) -> MarkdownTable {
        var table = MarkdownTable(columns: columns)
        table.reserveRows(rows.count + 1)
        for row in rows where row.isSignificant {
            table.append(row: [
                row.benchmark, ValueText.text(row.baseMean, unit: row.unit),
                "\(ValueText.text(row.headMean, unit: row.unit)): \(FigureText.ratio(row.ratio))",
            ])
        }
        if rows.count >= 2, let mean = Comparison.meanRatio(of: rows) {
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
