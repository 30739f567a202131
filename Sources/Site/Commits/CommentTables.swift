import Comparisons
import Markdown
import Reports

/// The tables of a comment: what clearly changed, and all benchmarks folded away.
extension CommitComment {
    /// The benchmarks that got a clear word, those that changed most first; empty where there are none.
    static func clear(_ word: VerdictWord, _ verdict: Verdict) -> String {
        let changes = RoundedChanges(verdict.benchmarks.filter { $0.word == word })
        let order = changes.order
        guard !order.isEmpty else { return "" }
        var table = MarkdownTable(columns: [.init(word == .slower ? "Clearly slower" : "Clearly faster")] + figureColumns)
        for index in order.prefix(shownRows) { table.append(row: [name(changes.name(at: index))] + figures(changes.all[index])) }
        let more = order.count - table.rowCount
        let end = more > 0 ? "\nand \(more) more clearly \(word.timeText).\n" : ""
        return "\n\(table.markdown)\(end)"
    }

    /// All benchmarks in the order of the chart, as many as there is room for.
    static func details(_ verdict: Verdict, room: Int, report: String) -> String {
        let changes = RoundedChanges(verdict.benchmarks)
        let order = changes.order
        guard !order.isEmpty else { return "" }
        var table = MarkdownTable(columns: [.init("Benchmark"), .init("Verdict")] + figureColumns)
        table.reserveRows(order.count)
        for index in order {
            let change = changes.all[index]
            let word = (change.word?.timeText ?? "not counted") + (change.isHint ? ", worth another run" : "")
            table.append(row: [name(changes.name(at: index)), word] + figures(change))
        }
        let opening = "\n<details>\n<summary>All \(Count.words(order.count, "benchmark"))</summary>\n\n"
        func closing(_ rows: Int) -> String {
            let missing = order.count - rows
            let rest = "\nThe last \(Count.words(missing, "benchmark")) did not fit here. \(report).\n"
            return (missing > 0 ? rest : "") + "\n</details>\n"
        }
        // A table is as wide as its longest row, so that only the whole of it tells how many rows fit.
        var (fitting, tooMany) = (0, order.count + 1)
        while tooMany - fitting > 1 {
            let rows = (fitting + tooMany) / 2
            let bytes = opening.utf8.count + text(table, rows).count + closing(rows).utf8.count
            if bytes <= room { fitting = rows } else { tooMany = rows }
        }
        let whole = opening + String(text(table, fitting)) + closing(fitting)
        return whole.utf8.count <= room ? whole : ""
    }

    private static func text(_ table: MarkdownTable, _ rows: Int) -> TextBytes {
        var text = TextBytes()
        table.write(rows: Array(0..<rows), to: &text)
        return text
    }

    private static let figureColumns: [MarkdownTable.Column] = [.init("Measured", .right), .init("95 % interval", .right)]

    /// `1.07x slower` and `1.05–1.09`, both in the direction of the change.
    private static func figures(_ change: RoundedChange) -> [String] {
        let side = change.hundredths.size > 100 ? "x \(change.isAbove ? "faster" : "slower")" : "x"
        return [
            decimals(change.hundredths.size) + side, "\(decimals(change.hundredths.near))–\(decimals(change.hundredths.far))",
        ]
    }

    private static func decimals(_ hundredths: Int) -> String { DecimalText.text(Double(hundredths) / 100, decimals: 2) }
}
