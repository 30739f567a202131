import Archive
import Comparisons

/// The benchmarks of a comparison, as JSON and as CSV: both are written in one walk, and each number is put into digits once.
struct BenchmarkTexts: ~Copyable {
    var json: JSONText
    var csv: CSVText
    private let base: SampleTexts
    private let head: SampleTexts
    private var digits = Digits()

    private static let columns =
        SampleTexts.labelColumns + SampleTexts.figureColumns("base") + SampleTexts.figureColumns("head") + [
            "ratio", "intervalLow", "intervalHigh", "verdict", "hint", "smallestVisibleChange", "excluded", "significant", "t",
            "memoryRatio", "memoryVerdict",
        ]

    /// Makes room for so many benchmarks of two runs.
    init(base: SampleTexts, head: SampleTexts, count: Int) {
        self.base = base
        self.head = head
        json = JSONText(capacity: 4096 + 480 * count)
        csv = CSVText(capacity: 512 + 240 * count)
    }

    /// Writes the benchmarks in code-point order of their names: under `benchmarks`, and as rows below a head.
    mutating func write(_ comparison: Comparison, _ shown: ShownVerdict) {
        for column in Self.columns { csv.text(column) }
        csv.endRow()
        json.openList("benchmarks")
        let (names, rows) = (comparison.benchmarks, comparison.rows)
        var times = Judged(shown.times)
        var memories = shown.memories.map(Judged.init)
        for index in comparison.orderByName {
            json.openObject()
            write(rows[index])
            write(times.next(names[index]))
            write(test: rows[index])
            write(memory: memories?.next(names[index]))
            json.closeObject()
            csv.endRow()
        }
        json.closeList()
    }

    /// What was measured.
    private mutating func write(_ row: Comparison.Row) {
        base.addLabel(at: row.base, &json, &csv)
        json.key("base")
        base.addFigures(at: row.base, &json, &csv)
        json.key("head")
        head.addFigures(at: row.head, &json, &csv)
        digits.set(row.ratio.value)
        putDigits("ratio")
    }

    /// What that says of the code.
    private mutating func write(_ judged: Judged.Change?) {
        writeInterval(judged)
        word("verdict", judged?.change.word?.className)
        flag("hint", judged?.change.isHint ?? false)
        digits.set(thousandths: judged?.change.visible)
        putDigits("smallestVisibleChange")
    }

    /// The ends that the smallest visible change gives; more decimals than six would say more than is known.
    private mutating func writeInterval(_ judged: Judged.Change?) {
        let doubt = 1 + Double(judged?.change.visible ?? 0) / 1000
        guard let ratio = judged?.ratio, (ratio / doubt).isFinite, (ratio * doubt).isFinite else {
            json.text("interval", nil)
            csv.word(nil)
            csv.word(nil)
            return
        }
        json.openList("interval")
        digits.set(rounded: ratio / doubt)
        json.digits(digits)
        csv.digits(digits)
        digits.set(rounded: ratio * doubt)
        json.digits(digits)
        csv.digits(digits)
        json.closeList()
    }

    /// What the classic report says.
    private mutating func write(test row: Comparison.Row) {
        flag("excluded", row.isExcluded)
        flag("significant", row.isSignificant)
        digits.set(rounded: row.score)
        putDigits("t")
    }

    private mutating func write(memory judged: Judged.Change?) {
        guard let judged else {
            json.text("memory", nil)
            csv.word(nil)
            csv.word(nil)
            return
        }
        json.openObject("memory")
        digits.set(rounded: judged.ratio)
        putDigits("ratio")
        word("verdict", judged.change.word?.className)
        json.closeObject()
    }

    @inline(__always)
    private mutating func word(_ key: StaticString, _ value: StaticString?) {
        json.word(key, value)
        csv.word(value)
    }

    @inline(__always)
    private mutating func flag(_ key: StaticString, _ value: Bool) {
        json.flag(key, value)
        csv.flag(value)
    }

    @inline(__always)
    private mutating func putDigits(_ key: StaticString) {
        json.key(key)
        json.digits(digits)
        csv.digits(digits)
    }
}

/// What was judged of each benchmark, to be gone through beside the rows.
private struct Judged {
    struct Change {
        let change: RoundedChange
        let ratio: Double
    }

    private let changes: RoundedChanges
    private var walk: RoundedChangeWalk

    init(_ changes: RoundedChanges) {
        self.changes = changes
        walk = RoundedChangeWalk(changes)
    }

    /// What is said of a benchmark that comes behind the last one asked for; nil where nothing is.
    mutating func next(_ benchmark: String) -> Change? {
        walk.index(of: benchmark).map { Change(change: changes.all[$0], ratio: changes.verdicts[$0].estimate.ratio) }
    }
}
