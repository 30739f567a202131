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

    /// The columns, from left to right.
    public let columns: [Column]

    /// The cells of all rows one after the other, `columns.count` for each row.
    private(set) var cells: [String] = []

    /// A table with columns and no rows yet.
    public init(columns: [Column]) { self.columns = columns }

    /// How many rows the table has below its heading.
    public var rowCount: Int { columns.isEmpty ? 0 : cells.count / columns.count }

    /// Makes room for `count` rows.
    public mutating func reserveRows(_ count: Int) { cells.reserveCapacity(count * columns.count) }

    /// Adds a row at the end.
    ///
    /// A short row is filled up with empty cells.
    ///
    /// - Precondition: the row has no more cells than the table has columns; a cell too many could only be lost.
    public mutating func append(row: [String]) {
        precondition(row.count <= columns.count, "a row of \(row.count) cells in a table of \(columns.count) columns")
        cells.append(contentsOf: row)
        for _ in row.count..<columns.count { cells.append("") }
    }
}
