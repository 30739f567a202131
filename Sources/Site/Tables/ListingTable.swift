import Comparisons
import Markdown

/// A table of runs or comparisons, a row each, that the reader can sort and filter where scripts run.
///
/// Written byte by byte: the template engine would take 50 times as long for a thousand rows.
struct ListingTable: Sendable {
    /// A column.
    struct Column: Sendable, Hashable {
        /// What stands in a column: how it is set and sorted.
        enum Kind: String, Sendable, Hashable {
            /// Words: set left.
            case text
            /// Words that are not clear without the column's name: set left.
            case named
            /// Dates, hashes and names in a type of equal widths: set left.
            case code
            /// Numbers and ratios: set right.
            case number
        }

        /// The heading.
        var title: String
        /// How its fields are set.
        var kind: Kind
        /// The file that a field leads to, beside the one that the row's first field leads to; nil where the fields say it themselves.
        var file: String?

        /// Makes a column.
        init(_ title: String, _ kind: Kind = .text, file: String? = nil) {
            self.title = title
            self.kind = kind
            self.file = file
        }
    }

    /// One field of the table.
    struct Cell: Sendable, Hashable {
        /// The text.
        var label: String
        /// The address, relative to the page, where the field is a link.
        var href: String?
        /// The colour and the arrow.
        var word: VerdictWord?
        /// What stands in small type behind the text, such as an interval.
        var detail: String?
        /// The numbers of the notes below the table that the field refers to.
        var notes: [Int]

        /// Text, or a link where there is an address.
        init(
            _ label: String, href: String? = nil, word: VerdictWord? = nil, detail: String? = nil, notes: [Int] = []
        ) {
            self.label = label
            self.href = href
            self.word = word
            self.detail = detail
            self.notes = notes
        }

        /// An empty field.
        static let empty = Cell("")
    }

    private let caption: String
    private let columns: [Column]
    private let rows: [[Cell]]
    private let isPlain: Bool

    /// Prepares a table; the first field of a row names the row.
    ///
    /// A row shorter than the columns is filled up with empty fields; fields beyond the columns are left out.
    ///
    /// - Parameter isPlain: whether bytes matter more than comfort, as for hundreds of rows: links to a column's file are left to the
    ///   script, as are the names of columns beside their fields on a phone, and tags that end of themselves are not closed
    init(caption: String, columns: [Column], rows: [[Cell]], isPlain: Bool = false) {
        self.isPlain = isPlain
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }

    /// The table in a frame that scrolls sideways.
    ///
    /// O(bytes).
    var html: HTML {
        var out = HTMLWriter(capacity: 1000 + rows.count * columns.count * 120)
        out.openTable(caption: caption, classes: isPlain ? "listing plain" : "listing")
        out.markup("<thead><tr>")
        for column in columns {
            out.markup("<th scope=\"col\"")
            if column.kind == .number { out.markup(" class=\"number\"") }
            if isPlain, let file = column.file { out.attribute("data-file", file) }
            out.markup(">")
            out.text(column.title)
            out.markup("</th>")
        }
        out.markup("</tr></thead>\n<tbody>\n")
        for row in rows {
            out.markup("<tr>")
            let folder = row.first?.href.map { $0[...($0.lastIndex(of: "/") ?? $0.startIndex)] }
            for (index, column) in columns.enumerated() {
                var cell = index < row.count ? row[index] : .empty
                if isPlain, let file = column.file, let folder, cell.href == folder + file { cell.href = nil }
                write(cell, column, isFirst: index == 0, &out)
            }
            out.markup(isPlain ? "\n" : "</tr>\n")
        }
        out.markup("</tbody>\n")
        out.closeTable()
        return out.html
    }

    private func write(_ cell: Cell, _ column: Column, isFirst: Bool, _ out: inout HTMLWriter) {
        out.markup(isFirst ? "<th scope=\"row\"" : "<td")
        writeClass(cell, column, &out)
        out.markup(">")
        if let href = cell.href {
            out.markup("<a")
            out.attribute("href", href)
            out.markup(">")
            write(cell.label, column, &out)
            out.markup("</a>")
        } else {
            write(cell.label, column, &out)
        }
        writeNotes(cell, &out)
        if !isPlain { out.markup(isFirst ? "</th>" : "</td>") }
    }

    private func writeNotes(_ cell: Cell, _ out: inout HTMLWriter) {
        for note in cell.notes {
            out.markup(" <sup><a href=\"#note-")
            out.number(note)
            out.markup("\" aria-label=\"Note ")
            out.text(Notes.mark(note))
            out.markup("\">")
            out.text(Notes.mark(note))
            out.markup("</a></sup>")
        }
        if let detail = cell.detail {
            out.markup(" <small>")
            out.text(detail)
            out.markup("</small>")
        }
    }

    /// Words may be broken on a phone after a slash and an underscore, as in `fork/a_long_branch`.
    private func write(_ label: String, _ column: Column, _ out: inout HTMLWriter) {
        guard column.kind == .text, label.utf8.count > 12 else {
            out.text(label)
            return
        }
        var piece = label[...]
        while let end = piece.firstIndex(where: { $0 == "/" || $0 == "_" }), piece.index(after: end) < piece.endIndex {
            out.text(String(piece[...end]))
            out.markup("<wbr>")
            piece = piece[piece.index(after: end)...]
        }
        out.text(String(piece))
    }

    private func writeClass(_ cell: Cell, _ column: Column, _ out: inout HTMLWriter) {
        // A field with a word is a ratio: its class says both how it is set and what colours it.
        // On a phone a row is a card, and a number carries its column's name.
        if !isPlain, column.kind == .number || column.kind == .named, !cell.label.isEmpty {
            out.attribute("data-label", column.title)
        }
        if let word = cell.word {
            out.attribute("class", word.rawValue)
            return
        }
        switch column.kind {
        case .text, .named: break
        case .code: out.markup(" class=\"code\"")
        case .number: if !isPlain || !cell.label.isEmpty { out.markup(" class=\"number\"") }
        }
    }
}

extension HTMLWriter {
    /// Opens a table in a frame that scrolls sideways and can be reached by the keyboard.
    mutating func openTable(caption: String, classes: StaticString) {
        markup("<div class=\"scroll\" role=\"group\" tabindex=\"0\"")
        attribute("aria-label", caption)
        markup(">\n<table class=\"")
        markup(classes)
        markup("\">\n<caption>")
        text(caption)
        markup("</caption>\n")
    }

    /// Closes what `openTable` opened.
    mutating func closeTable() {
        markup("</table>\n</div>\n")
    }
}
