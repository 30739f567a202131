import Comparisons
import Markdown
import Reports

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
        let order = changes.order
        func line(_ words: String, says: Bool = false, _ isMeant: (RoundedChange) -> Bool) -> HTML? {
            let moved = order.filter { isMeant(changes.all[$0]) }
            guard (1...most).contains(moved.count) else { return nil }
            let names = moved.map { index -> HTML in
                let (name, change) = (changes.name(at: index), changes.all[index])
                let size = DecimalText.text(Double(change.hundredths.size) / 100, decimals: 2)
                let direction = says ? (change.isAbove ? " faster" : " slower") : ""
                guard let row = VerdictTable.rowID(at: index, of: changes) else { return "\(name) \(size)x\(direction)" }
                return "<a href=\"#\(row)\">\(name)</a> \(size)x\(direction)"
            }
            return "<p class=\"moved\">\(words): \(names.joined(separator: ", "))</p>"
        }
        let lines = [
            line("Slower") { $0.word == .slower }, line("Faster") { $0.word == .faster },
            line("Worth another run", says: true) { $0.word == .unclear && $0.isHint },
        ].compactMap(\.self)
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}
