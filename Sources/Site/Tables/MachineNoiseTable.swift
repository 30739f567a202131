import Markdown

/// How far runs of the same code differ on a machine, a row for each set of flags.
struct MachineNoiseTable: Sendable {
    /// The noise of the builds with the same flags.
    struct NoiseRow: Sendable, Hashable {
        /// The flags in words, `default` where there are none.
        var flags: String
        /// How many pairs of neighbouring runs it was learnt from.
        var pairs: Int
        /// The change that a typical benchmark shows without a change of the code, as a part of the whole: 0.032 is 3.2 %.
        var benchmark: Double
        /// The same of the overall mean.
        var overall: Double
        /// Whether the noise of benchmarks is that of all builds of the machine, since the build has too few pairs of its own.
        var isBorrowed: Bool
        /// Whether there is too little history, so that the numbers are a guess.
        var isAssumed: Bool

        /// Makes a row.
        init(
            flags: String, pairs: Int, benchmark: Double, overall: Double, isBorrowed: Bool = false, isAssumed: Bool = false
        ) {
            self.flags = flags
            self.pairs = pairs
            self.benchmark = benchmark
            self.overall = overall
            self.isBorrowed = isBorrowed
            self.isAssumed = isAssumed
        }
    }

    private let caption: String
    private let rows: [NoiseRow]

    /// Prepares a table; the rows stay in their order.
    init(caption: String, rows: [NoiseRow]) {
        self.caption = caption
        self.rows = rows
    }

    /// The table in a frame that scrolls sideways.
    var html: HTML {
        var out = HTMLWriter(capacity: 800 + rows.count * 160)
        out.openTable(caption: caption, classes: "noise")
        out.markup(
            """
            <thead><tr><th scope="col">Build</th><th scope="col">A benchmark, typically</th><th scope="col">Overall mean</th>\
            <th scope="col">Learnt from</th></tr></thead>
            <tbody>

            """)
        for row in rows { write(row, &out) }
        out.markup("</tbody>\n")
        out.closeTable()
        return out.html
    }

    private func write(_ row: NoiseRow, _ out: inout HTMLWriter) {
        out.markup("<tr><th scope=\"row\">")
        out.text(row.flags)
        out.markup("</th><td>± ")
        out.share(thousandths: Self.thousandths(row.benchmark))
        out.markup("</td><td>± ")
        out.share(thousandths: Self.thousandths(row.overall))
        out.markup("</td><td>")
        if row.pairs > 0 || !row.isBorrowed { out.text(Count.words(row.pairs, "pair of runs", "pairs of runs")) }
        if row.isBorrowed { out.text(row.pairs > 0 ? " and other builds" : "other builds") }
        if row.isAssumed { out.markup(", so <span class=\"mark\">assumed</span>") }
        out.markup("</td></tr>\n")
    }

    private static func thousandths(_ part: Double) -> Int { part > 0 ? Int((min(part, 1000) * 1000).rounded()) : 0 }
}
