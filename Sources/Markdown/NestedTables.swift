extension PlacedTables {
    /// Takes out the tables that libcmark took for text: in lists and quotes, under a line of text, or right before another block.
    ///
    /// A table that ends where its paragraph ends leaves all other blocks as they are, so many are taken at once. Behind a table that
    /// ends earlier everything may change, so it is the last of its round. Whether there was any table.
    mutating func takeNestedTables(in tree: borrowing CMarkTree) -> Bool {
        guard tree.blocks.contains(where: { $0.endLine > $0.startLine }) else { return false }
        var search = ParagraphTableSearch(bytes: text, prefixes: LinePrefixes(text, containers: tree.containers))
        var edit = TextEdit(of: text, tableOnLine: tableOnLine)
        var found = false
        for index in tree.blocks.indices {
            guard let table = search.table(in: tree.blocks[index]) else { continue }
            found = true
            if case .beforeRow(let position) = table.end {
                edit.insertPipe(at: position)
                break
            }
            edit.replace(table, lineRange: search.byteRange(of: table.lines), with: tables.count)
            tables.append(html(of: table))
            if case .inParagraph = table.end { break }
        }
        if found { (text, tableOnLine) = edit.finish() }
        return found
    }

    private mutating func html(of table: ParagraphTable) -> TableHTML {
        var writer = TableHTMLWriter(alignments: table.alignments)
        writer.writeHeading(table.heading, of: text, cells: &cells)
        for row in table.rows { writer.writeRow(row, of: text, cells: &cells, padding: &padding) }
        return writer.finish()
    }
}

/// A text in which tables become marks, from the start on; keeps count of the marks' lines.
private struct TextEdit {
    private let source: [UInt8]
    private var result: [UInt8] = []
    private var copiedUntil = 0
    /// The marks of earlier rounds: their old lines in order, and the tables they stand for.
    private var earlier: ArraySlice<(line: Int, table: Int)>
    private var tableOnLine: [Int: Int] = [:]
    private var linesLost = 0

    init(of source: [UInt8], tableOnLine: [Int: Int]) {
        self.source = source
        earlier = tableOnLine.map { (line: $0.key, table: $0.value) }.sorted { $0.line < $1.line }[...]
    }

    mutating func replace(_ table: ParagraphTable, lineRange: Range<Int>, with number: Int) {
        keepEarlier(before: table.lines.lowerBound)
        result.append(contentsOf: source[copiedUntil..<lineRange.lowerBound])
        result.append(contentsOf: source[table.prefix])
        result.append(contentsOf: PlacedTables.placeholder)
        copiedUntil = lineRange.upperBound
        tableOnLine[table.lines.lowerBound - linesLost] = number
        linesLost += table.lines.count - 1
    }

    /// Makes an underline a row: with a pipe before it, it underlines nothing, and its cell is the same.
    mutating func insertPipe(at position: Int) {
        result.append(contentsOf: source[copiedUntil..<position])
        result.append(.pipe)
        copiedUntil = position
    }

    mutating func finish() -> (text: [UInt8], tableOnLine: [Int: Int]) {
        keepEarlier(before: .max)
        result.append(contentsOf: source[copiedUntil...])
        return (result, tableOnLine)
    }

    private mutating func keepEarlier(before line: Int) {
        while let first = earlier.first, first.line < line {
            tableOnLine[first.line - linesLost] = first.table
            earlier.removeFirst()
        }
    }
}

extension ParagraphTableSearch {
    /// The bytes of whole lines, with the last one's line end.
    fileprivate func byteRange(of lines: Range<Int>) -> Range<Int> {
        let start = prefixes.line(lines.lowerBound)?.lowerBound ?? bytes.count
        let end = prefixes.line(lines.upperBound)?.lowerBound ?? bytes.count
        return start..<max(start, end)
    }
}
