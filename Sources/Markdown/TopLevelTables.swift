extension PlacedTables {
    /// Takes out the tables that can be seen without a parser: after a blank line, every line begins with a pipe at the margin, up to
    /// a blank line or the end.
    ///
    /// Such lines stand in no list and no quote, since those end before an unindented line after a blank one, and start no other block.
    /// They could still stand in fenced code or raw HTML, so the search ends at the first line that might open one of these.
    /// What is not found here is left to libcmark's tree. O(bytes).
    mutating func takeTopLevelTables() {
        let source = text
        var kept: [UInt8] = []
        var keptUntil = 0
        var line = 0
        var position = 0
        var afterBlank = true
        while position < source.count {
            if afterBlank, source[position] == .pipe, let table = takeTable(at: position, of: source) {
                kept.append(contentsOf: source[keptUntil..<position])
                kept.append(contentsOf: Self.placeholder)
                tableOnLine[line] = tables.count
                tables.append(table.html)
                position = table.end
                keptUntil = position
                line += 1
                afterBlank = false
                continue
            }
            let end = source.lineEnd(from: position)
            var first = position
            while first < end, source[first].isSpaceInLine { first += 1 }
            if first < end, Self.mayOpenLiteral(source[first]) { break }
            afterBlank = source[position..<first].allSatisfy { $0 == .space || $0 == .tab } && first == end
            position = end + 1
            line += 1
        }
        if tables.isEmpty { return }
        kept.append(contentsOf: source[keptUntil...])
        text = kept
    }

    /// Fenced code or raw HTML.
    private static func mayOpenLiteral(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "<")
    }

    /// The table whose heading starts at `start`, and where the line after it starts; nil where it takes a parser to say.
    private mutating func takeTable(at start: Int, of source: [UInt8]) -> (html: TableHTML, end: Int)? {
        let heading = start..<source.lineEnd(from: start)
        let delimiterStart = heading.upperBound + 1
        guard delimiterStart < source.count, source[delimiterStart] == .pipe else { return nil }
        let delimiter = delimiterStart..<source.lineEnd(from: delimiterStart)
        let limit = columnLimit
        guard let alignments = PipeRow.alignments(delimiter, of: source, limit: limit),
            PipeRow.count(heading, of: source, limit: limit + 1) == alignments.count
        else { return nil }
        guard let rows = rows(from: delimiter.upperBound + 1, of: source) else { return nil }

        var writer = TableHTMLWriter(
            alignments: alignments, aligns: aligns, capacity: rows.count + heading.count * 2 + 512)
        writer.writeHeading(heading, of: source, cells: &cells)
        var position = rows.lowerBound
        while position < rows.upperBound {
            let end = source.lineEnd(from: position)
            writer.writeRow(position..<end, of: source, cells: &cells, padding: &padding)
            position = end + 1
        }
        return (writer.finish(), min(rows.upperBound, source.count))
    }

    /// The rows' lines, where a blank line or the end follows them.
    private func rows(from start: Int, of source: [UInt8]) -> Range<Int>? {
        var position = start
        while position < source.count, source[position] == .pipe {
            let end = source.lineEnd(from: position)
            guard PipeRow.count(position..<end, of: source, limit: 1) == 1 else { return nil }
            position = end + 1
        }
        if position >= source.count { return start..<max(start, position) }
        let end = source.lineEnd(from: position)
        return source[position..<end].allSatisfy { $0 == .space || $0 == .tab } ? start..<position : nil
    }
}
