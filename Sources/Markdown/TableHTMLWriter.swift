/// Writes the lines of one pipe table as HTML.
///
/// The shape is that of GitHub's own converter, but alignment is a class and not an attribute, a heading says what it heads, and a
/// wide table scrolls in a box of its own. The box can be reached and named without a mouse; it is a group and not a region, since
/// a page of twenty tables must not have twenty landmarks.
struct TableHTMLWriter: ~Copyable {
    /// How many cells a document of so many bytes may be given to fill up short rows.
    ///
    /// Without a bound, short rows under a wide heading grow as the square of the text. Beyond it short rows stay short.
    static func paddingLimit(for byteCount: Int) -> Int { 1_000 + byteCount / 4 }

    private let alignments: [ColumnAlignment]
    private var written: GrowingBytes
    private var holes: [TableHTML.Hole] = []
    private var hasRows = false

    /// Starts a table that will take about `capacity` bytes; without `aligns` no cell carries a class.
    init(alignments: [ColumnAlignment], aligns: Bool, capacity: Int) {
        self.alignments = aligns ? alignments : alignments.map { _ in .none }
        written = GrowingBytes(capacity: capacity)
        put("<div class=\"table-scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n<thead>\n")
    }

    /// Writes the heading: exactly as many cells as there are columns.
    mutating func writeHeading(_ line: Range<Int>, of bytes: [UInt8], cells: inout CellTexts) {
        put("<tr>\n")
        for (alignment, cell) in zip(alignments, PipeRow(line, of: bytes)) {
            putHeadingTag(alignment)
            putCell(cell, of: bytes, cells: &cells)
            put("</th>\n")
        }
        put("</tr>\n</thead>\n")
    }

    /// Writes a row, cut to the table's columns or filled up to them as far as `padding` allows.
    mutating func writeRow(_ line: Range<Int>, of bytes: [UInt8], cells: inout CellTexts, padding: inout Int) {
        put(hasRows ? "<tr>\n" : "<tbody>\n<tr>\n")
        hasRows = true
        var row = PipeRow(line, of: bytes)
        for alignment in alignments {
            let cell = row.next()
            if cell == nil {
                if padding == 0 { break }
                padding -= 1
            }
            putDataTag(alignment)
            if let cell { putCell(cell, of: bytes, cells: &cells) }
            put("</td>\n")
        }
        put("</tr>\n")
    }

    /// Ends the table.
    consuming func finish() -> TableHTML {
        put(hasRows ? "</tbody>\n</table>\n</div>" : "</table>\n</div>")
        return TableHTML(bytes: written.list, holes: holes)
    }

    private mutating func put(_ markup: StaticString) {
        written.append(markup)
    }

    private mutating func put(_ markup: [UInt8]) { markup.withUnsafeBytes { written.append($0) } }

    private mutating func putHeadingTag(_ alignment: ColumnAlignment) {
        switch alignment {
        case .none: put("<th scope=\"col\">")
        case .left: put("<th class=\"left\" scope=\"col\">")
        case .center: put("<th class=\"center\" scope=\"col\">")
        case .right: put("<th class=\"right\" scope=\"col\">")
        }
    }

    private mutating func putDataTag(_ alignment: ColumnAlignment) {
        switch alignment {
        case .none: put("<td>")
        case .left: put("<td class=\"left\">")
        case .center: put("<td class=\"center\">")
        case .right: put("<td class=\"right\">")
        }
    }

    /// Plain text goes in at once; anything that could be markup leaves a hole.
    private mutating func putCell(_ cell: Range<Int>, of bytes: [UInt8], cells: inout CellTexts) {
        switch Self.look(at: cell, of: bytes) {
        case .bare: bytes.withUnsafeBytes { written.append(UnsafeRawBufferPointer(rebasing: $0[cell])) }
        case .escaped: put(HTMLEscaping.escaped(cell, of: bytes))
        case .markup: holes.append(TableHTML.Hole(offset: written.count, cell: cells.add(cell, of: bytes)))
        }
    }

    private enum Look { case bare, escaped, markup }

    /// Whether libcmark would write the cell as it stands, or but for escaping, or whether it has to read it.
    ///
    /// An underscore between ASCII letters or digits never opens or closes emphasis.
    private static func look(at cell: Range<Int>, of bytes: [UInt8]) -> Look {
        bytes.withUnsafeBufferPointer { bytes in
            var look = Look.bare
            for index in cell {
                let byte = bytes[index]
                if byte.isSmallLetter || byte.isDigit { continue }  // Nearly all are, and the switch takes longer.
                switch byte {
                case 0, .backslash, UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
                    UInt8(ascii: "&"):
                    return .markup
                case UInt8(ascii: "_"):
                    guard index > cell.lowerBound, index + 1 < cell.upperBound, bytes[index - 1].isWordASCII,
                        bytes[index + 1].isWordASCII
                    else { return .markup }
                case UInt8(ascii: ">"), UInt8(ascii: "\""):
                    look = .escaped
                default: break
                }
            }
            return look
        }
    }
}
