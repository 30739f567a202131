import Archive
import Comparisons
import Markdown

/// What may be said about each benchmark of a comparison, a row each: the twin of `BenchmarkChart`.
struct VerdictTable: Sendable {
    private let caption: String
    private let times: RoundedChanges
    private let memories: RoundedChanges?

    /// Prepares a table; the benchmarks stay in their order.
    init(caption: String, _ verdict: Verdict) {
        self.init(
            caption: caption, times: RoundedChanges(verdict.benchmarks),
            memories: verdict.memory.map { RoundedChanges($0.benchmarks) })
    }

    /// The same of changes that were rounded before; both lists are in code-point order of their names.
    init(caption: String, times: RoundedChanges, memories: RoundedChanges?) {
        self.caption = caption
        self.times = times
        self.memories = memories.flatMap { $0.all.isEmpty ? nil : $0 }
    }

    /// The id of a benchmark's row, so that an address can lead to it: `b-` and the name made safe.
    static func rowID(of benchmark: String) -> String { "b-" + SafeName(benchmark).text }

    /// The id of the row of the benchmark at a place among others; nil where an earlier one has it.
    static func rowID(at index: Int, of changes: RoundedChanges) -> String? {
        let id = rowID(of: changes.name(at: index))
        // Only a name that had to be made safe can come first to an id that is another's as well.
        let isTaken = changes.verdicts[..<index].contains { !SafeName.isSafe($0.benchmark) && rowID(of: $0.benchmark) == id }
        return isTaken ? nil : id
    }

    /// The table in a frame that scrolls sideways; an interval's ends are ratios in the direction of the change.
    ///
    /// About 150 bytes a row, 25 less without memory. O(bytes).
    var html: HTML {
        var out = HTMLWriter(capacity: 1000 + times.all.count * 180)
        write(to: &out)
        return out.html
    }

    /// Writes the table where a page is written.
    func write(to out: inout HTMLWriter) {
        out.openTable(caption: caption, classes: "verdicts")
        out.markup(
            """
            <thead><tr><th scope="col">Benchmark</th><th scope="col">Verdict</th><th scope="col">Measured, 95\u{a0}% interval</th>\
            <th scope="col">Smallest visible change</th>
            """)
        if memories != nil { out.markup("<th scope=\"col\">Memory</th>") }
        out.markup("</tr></thead>\n<tbody>\n")
        writeRows(&out)
        out.markup("</tbody>\n")
        out.closeTable()
    }

    private func writeRows(_ out: inout HTMLWriter) {
        let hasUnsafe = times.verdicts.contains { !SafeName.isSafe($0.benchmark) }
        var ids: Set<String> = []
        var walk = memories.map(RoundedChangeWalk.init)
        for index in times.all.indices {
            let name = times.name(at: index)
            writeID(name, hasUnsafe: hasUnsafe, &ids, &out)
            write(times.all[index], &out)
            if let memories { writeMemory(walk?.index(of: name).map { memories.all[$0] }, &out) }
            out.markup("</td></tr>\n")
        }
    }

    /// Of two names that become the same the first has the id.
    private func writeID(_ benchmark: String, hasUnsafe: Bool, _ ids: inout Set<String>, _ out: inout HTMLWriter) {
        if !hasUnsafe {
            out.markup("<tr id=\"b-")
            out.text(benchmark)
            out.markup("\"><th>")
        } else if ids.insert(Self.rowID(of: benchmark)).inserted {
            out.markup("<tr")
            out.attribute("id", Self.rowID(of: benchmark))
            out.markup("><th>")
        } else {
            out.markup("<tr><th>")
        }
        out.text(benchmark)
        out.markup("</th>")
    }

    private func write(_ change: RoundedChange, _ out: inout HTMLWriter) {
        switch change.word {
        case .faster: out.markup("<td class=\"f\">")
        case .slower: out.markup("<td class=\"s\">")
        case .same, .unclear, nil: out.markup("<td>")
        }
        if let word = change.word { out.text(Quantity.time.words(word)) } else { out.markup("not counted") }
        if change.isHint { out.markup(", worth another run") }
        out.markup("</td><td>")
        out.change(change, of: .time)
        out.markup(" (")
        out.decimals(hundredths: change.hundredths.near)
        out.markup("–")
        out.decimals(hundredths: change.hundredths.far)
        out.markup(")</td><td>")
        out.share(thousandths: change.visible)
    }

    /// The change where it is clear, otherwise the word.
    private func writeMemory(_ change: RoundedChange?, _ out: inout HTMLWriter) {
        out.markup("</td><td>")
        guard let change else { return }
        switch change.word {
        case .faster, .slower: out.change(change, of: .memory)
        case .same: out.markup("within 1 %")
        case .unclear: out.markup("unclear")
        case nil: out.markup("not counted")
        }
    }
}
