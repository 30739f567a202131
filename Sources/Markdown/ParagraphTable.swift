/// A pipe table that libcmark read as text: lines of one paragraph, or of a heading underlined by dashes or equals signs.
struct ParagraphTable {
    /// How the text goes on behind the table's last row.
    enum End: Equatable {
        /// With the end of the paragraph: the blocks around the table are as libcmark has them.
        case ofParagraph
        /// With a line that ends a table but not a paragraph: what follows has to be read anew.
        case inParagraph
        /// With `===` or `--`, which libcmark took for an underline. It is a row, and there may be more.
        case beforeRow(at: Int)
    }

    let alignments: [ColumnAlignment]
    /// The heading, without its prefix.
    let heading: Range<Int>
    /// The rows, without their prefixes.
    let rows: [Range<Int>]
    /// What stands before a block in its place: quote marks, a list item's mark, indentation.
    let prefix: Range<Int>
    /// The lines to take out, counted from 0.
    let lines: Range<Int>
    let end: End
}

/// Finds the table in a block that libcmark took for text.
struct ParagraphTableSearch {
    let bytes: [UInt8]
    var prefixes: LinePrefixes
    let columnLimit: Int

    private enum LineRole { case row(Range<Int>), underline(at: Int), other }

    /// The table in `block`, where it holds one.
    ///
    /// The lines before the heading stay text. A line that has not all marks of the quotes and items around it may be the heading,
    /// as it is still text then, but neither the line of dashes nor a row.
    mutating func table(in block: CMarkTree.Block) -> ParagraphTable? {
        guard block.kind != .rawHTML, block.endLine > block.startLine, var above = firstLine(of: block) else { return nil }
        for number in block.startLine + 1...block.endLine {
            guard let line = prefixes.line(number), !isBlank(line) else { return nil }
            // A heading ends with its underline, though libcmark may count one line more. It has no table before that.
            let isInHeading = block.kind != .paragraph
            if isInHeading || mayBeDelimiter(line),
                let (content, prefixEnd) = unindentedContent(ofLine: number, in: block.container)
            {
                if isInHeading, isUnderline(content) { return nil }
                if let alignments = PipeRow.alignments(content, of: bytes, limit: columnLimit),
                    PipeRow.count(above, of: bytes, limit: alignments.count + 1) == alignments.count
                {
                    let prefix =
                        number - 1 == block.startLine
                        ? (prefixes.line(number - 1) ?? line).lowerBound..<above.lowerBound : line.lowerBound..<prefixEnd
                    return table(alignments, heading: above, prefix: prefix, delimiterLine: number, in: block)
                }
            }
            above = anyContent(ofLine: number, in: block.container)
        }
        return nil
    }

    private mutating func table(
        _ alignments: [ColumnAlignment], heading: Range<Int>, prefix: Range<Int>, delimiterLine: Int, in block: CMarkTree.Block
    ) -> ParagraphTable {
        var rows: [Range<Int>] = []
        var end = ParagraphTable.End.ofParagraph
        var number = delimiterLine + 1
        search: while number <= block.endLine, let line = prefixes.line(number), !isBlank(line) {
            switch role(ofLine: number, in: block) {
            case .row(let row):
                rows.append(row)
            case .underline(let position):
                end = .beforeRow(at: position)
                break search
            case .other:
                end = .inParagraph
                break search
            }
            number += 1
        }
        return ParagraphTable(
            alignments: alignments, heading: heading, rows: rows, prefix: prefix, lines: delimiterLine - 1..<number, end: end)
    }

    private mutating func role(ofLine number: Int, in block: CMarkTree.Block) -> LineRole {
        guard let (content, _) = unindentedContent(ofLine: number, in: block.container) else { return .other }
        guard PipeRow.count(content, of: bytes, limit: 1) == 1, !startsAnotherBlock(content) else { return .other }
        if block.kind != .paragraph, isUnderline(content) { return .underline(at: content.lowerBound) }
        return .row(content)
    }

    /// Whether a line begins a block that may follow a table, though it may not interrupt a paragraph: an empty list item, a
    /// numbered item that does not start at 1, raw HTML of an unknown element.
    ///
    /// Whatever interrupts paragraphs has done so already.
    private func startsAnotherBlock(_ content: Range<Int>) -> Bool {
        guard let first = bytes[content].first else { return false }
        let mayStart =
            switch first {
            case .dash, UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "<"): true
            default: first.isDigit && bytes[content].contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
            }
        return mayStart && !CMarkTree(Array(bytes[content])).isOnlyText
    }

    /// Whether a line of a heading is the one below its text.
    private func isUnderline(_ content: Range<Int>) -> Bool {
        let text = bytes[content].reversed().drop { $0 == .space || $0 == .tab }
        guard let first = text.first, first == .dash || first == UInt8(ascii: "=") else { return false }
        return text.allSatisfy { $0 == first }
    }

    /// A quick look at a line's end, so that text without tables costs next to nothing.
    private func mayBeDelimiter(_ line: Range<Int>) -> Bool {
        guard let last = bytes[line].last(where: { !$0.isSpaceInLine }) else { return false }
        return last == .dash || last == .colon || last == .pipe
    }

    private func isBlank(_ line: Range<Int>) -> Bool { bytes[line].allSatisfy { $0 == .space || $0 == .tab } }

    private mutating func firstLine(of block: CMarkTree.Block) -> Range<Int>? {
        guard let line = prefixes.line(block.startLine) else { return nil }
        return min(line.lowerBound + block.startOffset, line.upperBound)..<line.upperBound
    }

    /// A line's content behind all its marks, and where the marks end; nil where a mark is missing or the line is indented like code.
    private mutating func unindentedContent(ofLine number: Int, in container: Int?) -> (content: Range<Int>, prefixEnd: Int)? {
        guard let line = prefixes.line(number), let (cursor, hasAllMarks) = prefixes.content(ofLine: number, in: container),
            hasAllMarks, cursor.indentation(in: bytes) < 4
        else { return nil }
        let start = min(LineCursor.textStart(after: cursor, in: bytes), line.upperBound)
        return (start..<line.upperBound, cursor.end)
    }

    /// A line's content, also where marks are missing: the text of a paragraph that goes on lazily.
    ///
    /// A lazy line keeps its indentation, and with it a pipe behind that is no longer at the row's start: so do libcmark and GitHub.
    private mutating func anyContent(ofLine number: Int, in container: Int?) -> Range<Int> {
        guard let line = prefixes.line(number), let (cursor, hasAllMarks) = prefixes.content(ofLine: number, in: container) else {
            return 0..<0
        }
        let start = hasAllMarks ? LineCursor.textStart(after: cursor, in: bytes) : cursor.offset
        return min(start, line.upperBound)..<line.upperBound
    }
}
