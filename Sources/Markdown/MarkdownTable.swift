/// How the cells of a column stand in their column.
public enum ColumnAlignment: Sendable, Hashable, CaseIterable {
    /// As the reader's program likes: `---`.
    case none
    /// At the left: `:--`.
    case left
    /// In the middle: `:-:`.
    case center
    /// At the right: `--:`.
    case right
}

/// A pipe table, to be written as Markdown.
///
/// Cells are inline Markdown. A pipe in a cell is written as `\|` and a line end as a space, so no cell can break the table.
public struct MarkdownTable: Sendable, Equatable {
    /// One column: its heading and how its cells stand.
    public struct Column: Sendable, Equatable {
        /// The heading, as inline Markdown.
        public var heading: String
        /// How the cells stand.
        public var alignment: ColumnAlignment

        /// A column of the given heading.
        public init(_ heading: String, _ alignment: ColumnAlignment = .none) {
            self.heading = heading
            self.alignment = alignment
        }
    }

    /// A cell: its bytes among those of all cells, and its width in Unicode scalars.
    struct Cell: Sendable, Equatable {
        let bytes: Range<Int>
        let width: Int
    }

    /// The columns, from left to right.
    public let columns: [Column]

    /// The headings and the cells of all rows one after the other, `columns.count` for each row.
    private(set) var cells: [Cell] = []
    /// The text of all cells, as it may stand in a table.
    private(set) var text = TextBytes()

    /// A table with columns and no rows yet.
    public init(columns: [Column]) {
        self.columns = columns
        for column in columns { appendCell(column.heading) }
    }

    /// How many rows the table has below its heading, where all of them are complete.
    public var rowCount: Int { columns.isEmpty ? 0 : cells.count / columns.count - 1 }

    /// Makes room for `count` rows.
    public mutating func reserveRows(_ count: Int) { cells.reserveCapacity((count + 1) * columns.count) }

    /// Adds a row at the end.
    ///
    /// A short row is filled up with empty cells.
    ///
    /// - Precondition: the row has no more cells than the table has columns; a cell too many could only be lost.
    public mutating func append(row: [String]) {
        precondition(row.count <= columns.count, "a row of \(row.count) cells in a table of \(columns.count) columns")
        for cell in row { appendCell(cell) }
        for _ in row.count..<columns.count { appendCell("") }
    }

    /// Adds a cell, for a writer that has no whole row: cells come row after row, from left to right.
    public mutating func appendCell(_ cell: String) { appendCell { $0 += cell } }

    /// Adds a cell that `write` adds to the text.
    public mutating func appendCell(_ write: (inout TextBytes) -> Void) {
        let start = text.count
        write(&text)
        let look = TableCellLook(text.utf8[start...])
        if look.breaksTable {
            let mended = TableCellLook.mended(text.utf8[start...])
            text.replace(from: start, by: mended)
        }
        cells.append(Cell(bytes: start..<text.count, width: look.width))
    }
}

/// How wide a cell is, and whether it may go in as it is.
private struct TableCellLook {
    private(set) var width = 0
    private(set) var breaksTable = false

    init(_ cell: ArraySlice<UInt8>) {
        // Most cells hold nothing but plain ASCII; a loop without branches sees that for many bytes at once.
        let signs = cell.withUnsafeBufferPointer { bytes in
            var signs = 0
            for byte in bytes {
                signs += byte >= 0x80 || byte == .pipe || byte == .lineFeed || byte == .carriageReturn ? 1 : 0
            }
            return signs
        }
        if signs == 0 { width = cell.count } else { look(at: cell) }
    }

    private mutating func look(at cell: ArraySlice<UInt8>) {
        var previous: UInt8 = 0
        for byte in cell {
            // A scalar is as many bytes as it takes, but only one of them begins it.
            if byte & 0xC0 != 0x80 { width += 1 }
            if byte == .pipe, previous != .backslash {
                width += 1
                breaksTable = true
            } else if byte == .lineFeed || byte == .carriageReturn {
                breaksTable = true
            }
            previous = byte
        }
    }

    /// A cell without bare pipes and line ends, as wide as it looked.
    static func mended(_ cell: ArraySlice<UInt8>) -> [UInt8] {
        var mended: [UInt8] = []
        var previous: UInt8 = 0
        for byte in cell {
            if byte == .pipe, previous != .backslash { mended.append(.backslash) }
            mended.append(byte == .lineFeed || byte == .carriageReturn ? .space : byte)
            previous = byte
        }
        return mended
    }
}
