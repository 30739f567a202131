import Comparisons
import Markdown

/// The benchmarks that moved, by name, where they are few: a verdict counts them, and a reader asks which they are.
enum MovedBenchmarks {
    /// So many are named in a line, and more are left to the chart.
    static let most = 8

    /// A paragraph for each kind of which there are some, and few; absent where there is none.
    ///
    /// `Slower: coverage 1.16x, telco 1.14x`, then those that got faster, then those that are worth another run; the largest first, each with
    /// a link to its row in the table, where it has one of its own. One piece and no list: what a template makes of a page is kept for all that
    /// differ in their texts alone. O(n log n).
    static func html(_ changes: RoundedChanges) -> HTML? {
        let lines = [
            line("Slower", changes) { $0.word == .slower }, line("Faster", changes) { $0.word == .faster },
            line("Worth another run", changes, says: true, where: \.isHint),
        ].compactMap(\.self)
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// One paragraph; nil where there are none, or many.
    ///
    /// - Parameter says: whether each says in which direction it moved
    private static func line(
        _ words: StaticString, _ changes: RoundedChanges, says: Bool = false, where isMeant: (RoundedChange) -> Bool
    ) -> HTML? {
        let moved = changes.all.indices.filter { isMeant(changes.all[$0]) }
        guard (1...most).contains(moved.count) else { return nil }
        var out = HTMLWriter(capacity: 512)
        out.markup("<p class=\"moved\">")
        out.markup(words)
        for (place, index) in changes.largestFirst(moved).enumerated() {
            out.markup(place == 0 ? ": " : ", ")
            writeName(at: index, of: changes, &out)
            out.markup(" ")
            if says {
                out.change(changes.all[index], of: .time)
            } else {
                out.decimals(hundredths: changes.all[index].hundredths.size)
                out.markup("x")
            }
        }
        out.markup("</p>")
        return out.html
    }

    private static func writeName(at index: Int, of changes: RoundedChanges, _ out: inout HTMLWriter) {
        guard let row = VerdictTable.rowID(at: index, of: changes) else { return out.text(changes.name(at: index)) }
        out.markup("<a")
        out.attribute("href", "#\(row)")
        out.markup(">")
        out.text(changes.name(at: index))
        out.markup("</a>")
    }
}
