extension PlacedTables {
    /// Finds the tables that libcmark took for text: in lists and quotes, under a line of text, or right before another block.
    ///
    /// Where each of them is a whole paragraph, the tree is right as it is, and they only have to be put in the paragraphs' places.
    /// Else they are taken out of the text. A table that ends where its paragraph ends leaves all other blocks as they are, so many are
    /// taken at once; behind one that ends earlier everything may change, so it is the last of its round.
    /// Whether the text has changed and has to be read anew.
    mutating func takeNestedTables(in tree: borrowing CMarkTree) -> Bool {
        guard tree.blocks.contains(where: { $0.endLine > $0.startLine }) else { return false }
        var search = ParagraphTableSearch(
            bytes: text, prefixes: LinePrefixes(text, containers: tree.containers), columnLimit: columnLimit)
        var found: [(block: Int, table: ParagraphTable)] = []
        for index in tree.blocks.indices {
            guard let table = search.table(in: tree.blocks[index]) else { continue }
            found.append((index, table))
            if table.end != .ofParagraph { break }
        }
        if found.allSatisfy({ $0.table.end == .ofParagraph && $0.table.lines.lowerBound == tree.blocks[$0.block].startLine }) {
            for (block, table) in found { tableInBlock[block] = take(table) }
            return false
        }
        cutOut(found.map(\.table), search)
        return true
    }

    private mutating func cutOut(_ found: [ParagraphTable], _ search: ParagraphTableSearch) {
        var edit = TextEdit(of: text, tableOnLine: tableOnLine)
        for table in found {
            if case .beforeRow(let position) = table.end {
                edit.insertPipe(at: position)
            } else {
                edit.replace(table, lineRange: search.byteRange(of: table.lines), with: take(table))
            }
        }
        (text, tableOnLine) = edit.finish()
    }

    /// Keeps a table as HTML; its place among `tables`.
    private mutating func take(_ table: ParagraphTable) -> Int {
        tables.append(html(of: table))
        return tables.count - 1
    }

    private mutating func html(of table: ParagraphTable) -> TableHTML {
        var writer = TableHTMLWriter(alignments: table.alignments, aligns: aligns, capacity: 512)
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
