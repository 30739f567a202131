import Archive
import Comparisons
import Markdown

/// What differs between the two runs of a comparison, besides the code: the machine's software, the compiler, the benchmarks.
struct DifferenceTable: Sendable {
    private let runs: [String]
    private let rows: [EnvironmentTable.Row]

    /// Prepares a table.
    ///
    /// - Parameters:
    ///   - runs: the heading of each run's column, the baseline's first.
    ///   - base: what the baseline's file says of the run.
    ///   - head: what the head's file says.
    init(runs: [String], base: Metadata, head: Metadata) {
        self.init(runs: runs, environment: Environment.rows([base, head]), base: base, head: head)
    }

    /// The same where the lines of the `EnvironmentTable` of both runs are at hand.
    init(runs: [String], environment: [EnvironmentTable.Row], base: Metadata, head: Metadata) {
        self.runs = runs
        rows = environment.filter(\.differs) + [Self.measured(base, head)].compactMap(\.self)
    }

    /// The names of what differs, `Operating system, compiler`; nil where nothing does.
    var summary: String? {
        let names = rows.filter(\.differs).map(\.name)
        guard let first = names.first else { return nil }
        return ([first] + names.dropFirst().map { $0.prefix(1).lowercased() + $0.dropFirst() }).joined(separator: ", ")
    }

    /// The table; a sentence where nothing differs.
    var html: HTML {
        guard rows.contains(where: \.differs) else {
            let days = rows.first.map { " \($0.name)." } ?? ""
            let words = "Machine, compiler and benchmarks of the two runs are the same, as far as the files say.\(days)"
            return "<p class=\"names\">\(words)</p>\n"
        }
        let caption = "What differs between the two runs, besides the code"
        return EnvironmentTable(caption: caption, runs: runs, rows: rows, marksDifferences: false).html
    }

    /// `Measured 17 days apart`, with both days; nothing where they are the same or unknown.
    private static func measured(_ base: Metadata, _ head: Metadata) -> EnvironmentTable.Row? {
        let days = [base, head].map { $0.measuredAt.map { String($0.prefix(10)) } }
        let starts = days.compactMap { $0.flatMap { Instant("\($0)T00:00:00Z") } }
        guard starts.count == 2, starts[0] != starts[1] else { return nil }
        let apart = abs(starts[1].seconds - starts[0].seconds) / 86_400
        return EnvironmentTable.Row("Measured \(Count.words(apart, "day")) apart", days, mayDiffer: true)
    }
}
