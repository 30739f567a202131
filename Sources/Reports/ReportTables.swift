import Archive
import Comparisons
import Markdown

/// The tables of a report: one for each tag, and one of all benchmarks.
struct ReportTables {
    private let comparison: Comparison
    /// The rows of the comparison, followed by the summary lines of the tables written so far.
    private var table: MarkdownTable
    /// The logarithms of the rows' ratios.
    private let logarithms: [Double]

    init(_ comparison: Comparison) {
        self.comparison = comparison
        logarithms = comparison.rows.map(\.ratio.logSlowdown)
        var names = [comparison.pair.base.stem, comparison.pair.head.stem]
        if names[0] == names[1] { names = [comparison.pair.base.file, comparison.pair.head.file] }
        table = MarkdownTable(
            columns: [MarkdownTable.Column("Benchmark")] + names.map { MarkdownTable.Column(MarkdownText.name($0), .center) })
        table.reserveRows(comparison.rows.count * 2)
        let (benchmarks, bases, heads) = (comparison.benchmarks, comparison.pair.base.samples, comparison.pair.head.samples)
        for (index, row) in comparison.rows.enumerated() {
            let (base, head) = (bases[row.base], heads[row.head])
            table.appendCell { $0.append(name: benchmarks[index]) }
            table.appendCell { ValueText.write(base.mean, unit: base.unit, to: &$0) }
            table.appendCell { text in
                ValueText.write(head.mean, unit: base.unit, to: &text)
                text += ": "
                FigureText.write(row.ratio, to: &text)
            }
        }
    }

    mutating func write(to text: inout TextBytes) {
        let tags = comparison.rowsByTag
        for (index, (tag, rows)) in tags.enumerated() {
            writeTitle("Benchmarks with tag '\(MarkdownText.name(tag))':", to: &text)
            // The established tool sorts only once it has written its first section, and readers hold reports against each other.
            writeSection(index == 0 ? rows.sorted() : rows, to: &text)
            text += "\n"
        }
        if !tags.isEmpty { writeTitle("All benchmarks:", to: &text) }
        writeSection(comparison.orderByRatio, to: &text)
        writeIgnored(comparison.missing, of: comparison.pair.base, to: &text)
        writeIgnored(comparison.new, of: comparison.pair.head, to: &text)
    }

    private func writeTitle(_ title: String, to text: inout TextBytes) {
        text += title
        text += "\n"
        text.append(repeating: "=", count: title.unicodeScalars.count)
        text += "\n\n"
    }

    private mutating func writeSection(_ rows: [Int], to text: inout TextBytes) {
        var shown = rows.filter { comparison.rows[$0].isSignificant }
        let hidden = rows.filter { !comparison.rows[$0].isSignificant }
        if !shown.isEmpty {
            if rows.count >= 2 { shown.append(appendMean(of: rows)) }
            table.write(rows: shown, to: &text)
            if !hidden.isEmpty { text += "\n" }
        }
        guard !hidden.isEmpty else { return }
        text += "Benchmark hidden because not significant (\(hidden.count)): "
        writeNames(hidden.map { comparison.benchmarks[$0] }, to: &text)
    }

    /// Adds the line of the geometric mean over some rows to the table; where it stands.
    private mutating func appendMean(of rows: [Int]) -> Int {
        let mean = Ratio.mean(ofLogarithms: rows.map { logarithms[$0] })
        table.appendCell("Geometric mean")
        table.appendCell("(ref)")
        table.appendCell { text in
            if let mean { FigureText.write(mean, to: &text) }
        }
        return table.rowCount - 1
    }

    private func writeIgnored(_ names: [String], of run: RunDigest, to text: inout TextBytes) {
        guard !names.isEmpty else { return }
        text += "\(Report.beginningOfIgnored)\(names.count)) of "
        text.append(name: run.file)
        text.append(": ")
        writeNames(names, to: &text)
    }

    private func writeNames(_ names: [String], to text: inout TextBytes) {
        for (index, name) in names.enumerated() {
            if index > 0 { text.append(", ") }
            text.append(name: name)
        }
        text.append(ascii: "\n")
    }
}
