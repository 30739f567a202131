/// What in a Markdown text would take too long to convert, or could not be used: told before it is converted.
///
/// libcmark looks through all that is open for each blank line and each piece of text: a line of ten thousand marks, and as many lines
/// below it, take it minutes; so do the beginnings of pictures, each of which it looks at for each link behind them. Depth that is built by
/// indentation, line by line, costs its own square in bytes and is no such matter. Lines end as the converter sees them end.
public enum MarkdownMeasure {
    /// More marks than anybody writes.
    public static let nestingLimit = 100
    /// More pictures than anybody puts into a text.
    public static let pictureLimit = 1_000

    /// The first line, counted from 1, that opens more than ``nestingLimit`` quotes and lists.
    ///
    /// O(bytes).
    public static func firstLineTooDeep(in text: [UInt8]) -> Int? {
        firstLine(of: text) { line, text in marks(line, of: text) > nestingLimit }
    }

    /// The first line, counted from 1, with the beginning of a picture beyond ``pictureLimit``.
    ///
    /// O(bytes).
    public static func firstLineOfTooManyPictures(in text: [UInt8]) -> Int? {
        var count = 0
        return firstLine(of: text) { line, text in
            for position in line.dropFirst() where text[position] == UInt8(ascii: "[") && text[position - 1] == UInt8(ascii: "!")
            {
                count += 1
            }
            return count > pictureLimit
        }
    }

    /// The first line, counted from 1, that would part a table into more than `limit` columns.
    ///
    /// O(bytes).
    public static func firstTableTooWide(in text: [UInt8], limit: Int) -> Int? {
        firstLine(of: text) { line, text in
            // The line of dashes below a table's heading, behind the marks of the quotes around it.
            let start = text[line].firstIndex { ![.space, .tab, UInt8(ascii: ">")].contains($0) } ?? line.upperBound
            guard line.upperBound - start > limit else { return false }
            return (PipeRow.alignments(start..<line.upperBound, of: text, limit: .max)?.count ?? 0) > limit
        }
    }

    /// The number of the first line for which something holds.
    private static func firstLine(of text: [UInt8], where holds: (Range<Int>, [UInt8]) -> Bool) -> Int? {
        let text = text.withPlainLineEnds()
        var (position, line) = (0, 1)
        while position < text.count {
            let end = text.lineEnd(from: position)
            if holds(position..<end, text) { return line }
            (position, line) = (end + 1, line + 1)
        }
        return nil
    }

    private static func marks(_ line: Range<Int>, of text: [UInt8]) -> Int {
        var (position, count) = (line.lowerBound, 0)
        while position < line.upperBound {
            let byte = text[position]
            if byte == .space || byte == .tab {
                position += 1
            } else if byte == UInt8(ascii: ">") {
                (position, count) = (position + 1, count + 1)
            } else if let end = itemMark(at: position, before: line.upperBound, of: text) {
                (position, count) = (end, count + 1)
            } else {
                return count
            }
        }
        return count
    }

    /// Where the mark of a list item ends.
    private static func itemMark(at start: Int, before end: Int, of text: [UInt8]) -> Int? {
        var position = start
        while position < end, position < start + 9, text[position].isDigit { position += 1 }
        guard position < end else { return nil }
        let marks: [UInt8] = position == start ? Array("-+*".utf8) : Array(".)".utf8)
        guard marks.contains(text[position]) else { return nil }
        let behind = position + 1
        return behind == end || text[behind] == .space || text[behind] == .tab ? behind : nil
    }
}
