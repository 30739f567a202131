import Comparisons
import Markdown

/// Draws the change of each benchmark with its 95 % interval, to the right of 1.0 where the ratio is above and to the left where it is
/// below.
///
/// What is clear stands on top, then what did not change; the unclear ones and those that are not counted are folded away where
/// anything is clear. Lengths across are shares of the width and text is in pixels, so that the chart fits a phone without shrinking
/// its text. The table of the same verdicts is its twin and has every number.
struct BenchmarkChart: Sendable {
    private let changes: RoundedChanges
    private let quantity: Quantity
    private let name: String
    private let scale: RatioScale?

    /// Prepares a chart; the verdicts are sorted as they are drawn, equal ones stay in their order.
    ///
    /// - Parameters:
    ///   - quantity: what was measured, and so what the sides are called.
    ///   - name: what the chart shows, for those who cannot see it.
    ///   - scale: the axis; by default the smallest of `RatioScale.limits` that fits the intervals, and at least 1.25, or 1.1 of
    ///     memory, which is quieter.
    init(_ verdicts: [BenchmarkVerdict], of quantity: Quantity = .time, name: String, scale: RatioScale? = nil) {
        self.init(RoundedChanges(verdicts), of: quantity, name: name, scale: scale)
    }

    /// The same of changes that were rounded before.
    init(_ changes: RoundedChanges, of quantity: Quantity = .time, name: String, scale: RatioScale? = nil) {
        self.changes = changes
        self.quantity = quantity
        self.name = name
        self.scale = scale
    }

    /// The chart with its legend, as a `<figure>`.
    ///
    /// About 125 bytes a benchmark. O(n log n).
    var html: HTML {
        var out = HTMLWriter(capacity: 3000 + changes.all.count * 150)
        write(to: &out)
        return out.html
    }

    /// Writes the chart where a page is written.
    func write(to out: inout HTMLWriter) {
        let order = changes.order
        let rows = order.map { changes.all[$0] }
        let shown = rows.prefix { $0.word != .unclear && $0.word != nil }.count
        let scale = scale ?? fittingScale(rows)
        out.markup("<figure class=\"chart\">\n")
        writeLegend(rows, scale, &out)
        func write(_ rows: ArraySlice<Int>, _ name: String) {
            BarRows(changes, Array(rows), quantity: quantity, scale: scale, name: name).write(to: &out)
        }
        if shown > 0 || rows.isEmpty { write(order[..<shown], name) }
        if shown < rows.count {
            // Where nothing is clear, what is worth a look is in the fold.
            let isOpen = !rows.contains { $0.word?.isClear == true }
            out.markup(isOpen ? "<details open><summary>" : "<details><summary>")
            writeFold(rows[shown...], &out)
            out.markup("</summary>\n")
            write(order[shown...], "\(name), the rest")
            out.markup("</details>\n")
        }
        out.markup("</figure>\n")
    }

    /// What is not counted decides the axis only where nothing else does.
    private func fittingScale(_ rows: [RoundedChange]) -> RatioScale {
        let counted = rows.filter { $0.word != nil }
        return .fitting((counted.isEmpty ? rows : counted).map { Double($0.far) / 1000 }, least: quantity == .time ? 1.25 : 1.1)
    }

    /// `33 unclear, 3 of them worth another run; 2 not counted`.
    private func writeFold(_ rows: ArraySlice<RoundedChange>, _ out: inout HTMLWriter) {
        let unclear = rows.count { $0.word == .unclear }
        let hints = rows.count { $0.word == .unclear && $0.isHint }
        if unclear > 0 {
            out.number(unclear)
            out.markup(" unclear")
        }
        if hints > 0 {
            out.markup(", ")
            if hints < unclear {
                out.number(hints)
                out.markup(" of them ")
            }
            out.markup("worth another run")
        }
        guard unclear < rows.count else { return }
        if unclear > 0 { out.markup("; ") }
        out.number(rows.count - unclear)
        out.markup(" not counted")
    }

    private func writeLegend(_ rows: [RoundedChange], _ scale: RatioScale, _ out: inout HTMLWriter) {
        out.markup("<figcaption>")
        for word in VerdictWord.allCases where rows.contains(where: { $0.word == word }) {
            out.markup("<span class=\"key ")
            out.markup(word.className)
            out.markup("\">")
            out.text(quantity.words(word))
            out.markup("</span> ")
        }
        if rows.contains(where: { $0.word == nil }) { out.markup("<span class=\"key excluded\">not counted</span> ") }
        if rows.contains(where: \.isHint) { out.markup("<span><b>?</b> worth another run</span> ") }
        out.markup("<span class=\"scale\">")
        if rows.contains(where: { $0.far > $0.size }) { out.markup("A line is the 95\u{a0}% interval. ") }
        out.markup("The axis is logarithmic and ends at ")
        out.text(RatioText.tick(scale.limit))
        let isCut = rows.contains { scale.clips(Double($0.far) / 1000) }
        out.markup(isCut ? "; an arrow leads beyond.</span></figcaption>\n" : ".</span></figcaption>\n")
    }
}
