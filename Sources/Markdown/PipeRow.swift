/// One line of a pipe table, cut into cells as GitHub's rules say.
///
/// Pipes part the cells, one at each end is optional, and a pipe right after a backslash is part of its cell, in a code span too.
/// The line is a range of bytes without its indentation and line end.
struct PipeRow: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private let end: Int
    private var position: Int

    init(_ line: Range<Int>, of bytes: [UInt8]) {
        self.bytes = bytes
        end = line.upperBound
        position = line.lowerBound
        if position < end, bytes[position] == .pipe { position += 1 }
        skipSpace()
    }

    /// The next cell without the space around it; may be empty.
    mutating func next() -> Range<Int>? {
        if position >= end { return nil }
        let start = position
        position = bytes.firstPlace(of: .pipe, in: position..<end)
        while position < end, position > start, bytes[position - 1] == .backslash {
            position = bytes.firstPlace(of: .pipe, in: position + 1..<end)
        }
        let cellEnd = bytes.endWithoutSpace(start..<position)
        if position < end { position += 1 }
        skipSpace()
        return start..<cellEnd
    }

    private mutating func skipSpace() {
        while position < end, bytes[position].isSpaceInLine { position += 1 }
    }

    /// How many cells the line has, counted up to `limit`.
    ///
    /// A lone pipe has none.
    static func count(_ line: Range<Int>, of bytes: [UInt8], limit: Int) -> Int {
        var row = PipeRow(line, of: bytes)
        var count = 0
        while count < limit, row.next() != nil { count += 1 }
        return count
    }

    /// The alignments, where the line is the one that stands between a table's heading and its rows: `|:--|:-:|--:|`.
    ///
    /// A line of more than `limit` columns is none.
    static func alignments(_ line: Range<Int>, of bytes: [UInt8], limit: Int) -> [ColumnAlignment]? {
        guard bytes[line].allSatisfy({ $0 == .dash || $0 == .colon || $0 == .pipe || $0.isSpaceInLine }) else { return nil }
        var alignments: [ColumnAlignment] = []
        for cell in PipeRow(line, of: bytes) {
            guard alignments.count < limit, let alignment = alignment(cell, of: bytes) else { return nil }
            alignments.append(alignment)
        }
        return alignments.isEmpty ? nil : alignments
    }

    private static func alignment(_ cell: Range<Int>, of bytes: [UInt8]) -> ColumnAlignment? {
        guard let first = bytes[cell].first, let last = bytes[cell].last else { return nil }
        let dashes = bytes[cell].dropFirst(first == .colon ? 1 : 0).dropLast(last == .colon ? 1 : 0)
        guard !dashes.isEmpty, dashes.allSatisfy({ $0 == .dash }) else { return nil }
        return switch (first == .colon, last == .colon) {
        case (false, false): ColumnAlignment.none
        case (true, false): .left
        case (true, true): .center
        case (false, true): .right
        }
    }
}
