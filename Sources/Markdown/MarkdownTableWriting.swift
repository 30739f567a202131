extension MarkdownTable {
    /// The table as Markdown.
    public var markdown: String {
        var text = ""
        write(to: &text)
        return text
    }

    /// Adds the table to `text`: heading, separator and rows, a line each, every line ended by `\n`.
    ///
    /// A column is as wide as its longest cell in Unicode scalars, and every cell stands at the left of it.
    /// A table without columns writes nothing. O(bytes written), one growth of `text`.
    public func write(to text: inout String) {
        if columns.isEmpty { return }
        var writer = TableWriter(columns: columns)
        writer.measure(columns.lazy.map(\.heading))
        writer.measure(cells)
        text.reserveCapacity(text.utf8.count + writer.lineLength * (rowCount + 2) + writer.bytesBeyondWidth)
        writer.write(columns.lazy.map(\.heading), to: &text)
        writer.writeSeparator(to: &text)
        writer.write(cells, to: &text)
    }
}

/// Measures cells, then writes them.
///
/// Cells come row after row.
private struct TableWriter {
    let columns: [MarkdownTable.Column]
    var widths: [Int]
    var padding = ""
    /// How many bytes the cells need beyond one for each scalar, so that room is made once.
    var bytesBeyondWidth = 0

    init(columns: [MarkdownTable.Column]) {
        self.columns = columns
        widths = Array(repeating: 0, count: columns.count)
    }

    var lineLength: Int { widths.reduce(2) { $0 + $1 + 3 } }

    mutating func measure(_ cells: some Sequence<String>) {
        var column = 0
        for cell in cells {
            let measure = CellMeasure(cell)
            widths[column] = max(widths[column], measure.width)
            bytesBeyondWidth += measure.bytesBeyondWidth
            column = column + 1 == columns.count ? 0 : column + 1
        }
        padding = String(repeating: " ", count: widths.max() ?? 0)
    }

    func write(_ cells: some Sequence<String>, to text: inout String) {
        var column = 0
        let spaces = padding.utf8
        for cell in cells {
            text += column == 0 ? "| " : " | "
            let measure = CellMeasure(cell)
            if measure.breaksTable { CellMeasure.writeMended(cell, to: &text) } else { text += cell }
            text += padding[..<spaces.index(spaces.startIndex, offsetBy: widths[column] - measure.width)]
            column += 1
            if column == columns.count {
                text += " |\n"
                column = 0
            }
        }
    }

    func writeSeparator(to text: inout String) {
        for (column, width) in zip(columns, widths) {
            text += "|"
            let (left, right) =
                switch column.alignment {
                case .none: ("-", "-")
                case .left: (":", "-")
                case .center: (":", ":")
                case .right: ("-", ":")
                }
            text += left
            // A column of empty cells still needs a dash to be a column.
            text += String(repeating: "-", count: column.alignment == .none ? width : max(width, 1))
            text += right
        }
        text += "|\n"
    }
}

/// How wide a cell will be, and whether it may go in as it is.
private struct CellMeasure {
    var width = 0
    var bytesBeyondWidth = 0
    var breaksTable = false

    init(_ cell: String) {
        var continuationBytes = 0
        var backslashesToAdd = 0
        var previous: UInt8 = 0
        for byte in cell.utf8 {
            if byte & 0xC0 == 0x80 {
                continuationBytes += 1
            } else if byte == UInt8(ascii: "|") {
                if previous != UInt8(ascii: "\\") { backslashesToAdd += 1 }
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                breaksTable = true
            }
            previous = byte
        }
        breaksTable = breaksTable || backslashesToAdd > 0
        width = cell.utf8.count - continuationBytes + backslashesToAdd
        bytesBeyondWidth = continuationBytes
    }

    /// Writes a cell whose pipes and line ends would break the table, without them and as wide as measured.
    static func writeMended(_ cell: String, to text: inout String) {
        var previous: Unicode.Scalar = " "
        for scalar in cell.unicodeScalars {
            if scalar == "|", previous != "\\" { text += "\\" }
            text.unicodeScalars.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
            previous = scalar
        }
    }
}
