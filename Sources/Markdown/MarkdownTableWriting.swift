extension MarkdownTable {
    /// The table as Markdown.
    public var markdown: String {
        var text = TextBytes()
        write(to: &text)
        return String(text)
    }

    /// Adds the table to `text`: heading, separator and rows, a line each, every line ended by `\n`.
    ///
    /// A column is as wide as its longest cell in Unicode scalars, and every cell stands at the left of it.
    /// A table without columns writes nothing. O(bytes written).
    public func write(to text: inout TextBytes) { write(rows: Array(0..<rowCount), to: &text) }

    /// Adds a table of some of the rows, in the given order; cells that stand in several tables are made once.
    public func write(rows: [Int], to text: inout TextBytes) {
        if columns.isEmpty { return }
        let lines = Lines(self, rows: rows)
        text.reserve(lines.size)
        lines.write([0], to: &text)
        lines.writeSeparator(to: &text)
        lines.write(rows.map { $0 + 1 }, to: &text)
    }
}

/// The lines of a table of some rows.
private struct Lines {
    private let table: MarkdownTable
    private let widths: [Int]
    /// How many bytes a line takes whose cells are ASCII.
    private let length: Int
    private let rowCount: Int

    init(_ table: MarkdownTable, rows: [Int]) {
        self.table = table
        var widths = table.cells.prefix(table.columns.count).map(\.width)
        for row in rows {
            let start = (row + 1) * widths.count
            for column in widths.indices { widths[column] = max(widths[column], table.cells[start + column].width) }
        }
        self.widths = widths
        // Two bytes before and one behind each cell, a pipe and a line end behind the last.
        length = widths.reduce(2) { $0 + $1 + 3 }
        rowCount = rows.count
    }

    /// How many bytes the table takes where its cells are ASCII.
    var size: Int { length * (rowCount + 2) }

    /// Adds lines; the heading is line 0 of the table's cells.
    func write(_ lines: [Int], to text: inout TextBytes) {
        var extra = 0
        for line in lines {
            for column in widths.indices {
                let cell = table.cells[line * widths.count + column]
                extra += cell.bytes.count - cell.width
            }
        }
        text.appendSpaces(lines.count * length + extra) { start, bytes in
            table.text.utf8.withUnsafeBufferPointer { source in
                var position = start
                for line in lines { write(line, of: source, over: bytes, at: &position) }
            }
        }
    }

    private func write(
        _ line: Int, of source: UnsafeBufferPointer<UInt8>, over bytes: UnsafeMutableBufferPointer<UInt8>, at position: inout Int
    ) {
        for column in widths.indices {
            let cell = table.cells[line * widths.count + column]
            bytes[position] = .pipe
            let start = position + 2
            _ = bytes[start...].update(fromContentsOf: source[cell.bytes])
            position = start + cell.bytes.count + widths[column] - cell.width + 1
        }
        bytes[position] = .pipe
        bytes[position + 1] = .lineFeed
        position += 2
    }

    func writeSeparator(to text: inout TextBytes) {
        for (column, width) in zip(table.columns, widths) {
            let (left, right) =
                switch column.alignment {
                case .none: ("|-", "-")
                case .left: ("|:", "-")
                case .center: ("|:", ":")
                case .right: ("|-", ":")
                }
            text += left
            // A column of empty cells still needs a dash to be a column.
            text.append(repeating: "-", count: column.alignment == .none ? width : max(width, 1))
            text += right
        }
        text += "|\n"
    }
}
