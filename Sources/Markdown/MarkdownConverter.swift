/// Turns Markdown into HTML: CommonMark as libcmark reads it, and GitHub's pipe tables.
///
/// Any input gives a document. Raw HTML is left out, links to scripts lose their destination, and the size of the output is at most
/// proportional to the input's, but for what reference links repeat.
public struct MarkdownConverter: Sendable {
    /// How many levels deeper each heading becomes; none gets deeper than 6.
    ///
    /// One is right for a text in a page with a title of its own.
    public var headingOffset: Int
    /// What each heading's id begins with, so that two texts can stand in one page.
    public var idPrefix: String
    /// The ids that the page has elsewhere, which no heading may have.
    public var reservedIDs: Set<String>
    /// Where a link leads, given where it leads in the text; images keep their sources.
    ///
    /// Its result is escaped and checked like any other.
    public var linkDestination: (@Sendable (String) -> String)?
    /// Whether a table's cells carry the class of their column's alignment; a page that sets its tables itself has no use for them.
    public var alignsCells: Bool
    /// Whether raw HTML in a line, outside of tables, is shown as the text it is, rather than left out: right for a text that means none.
    public var showsMarkup: Bool
    /// A table of more columns is left as text: no reader could use it.
    public var columnLimit: Int

    /// The version of libcmark that converts; another one may write other HTML.
    public static var libraryVersion: String { CMarkTree.libraryVersion }

    /// How many columns a table may have where nobody says otherwise.
    public static let standardColumnLimit = 1024

    /// A converter that leaves levels, ids and links as they come.
    public init(
        headingOffset: Int = 0, idPrefix: String = "", reservedIDs: Set<String> = [],
        linkDestination: (@Sendable (String) -> String)? = nil,
        alignsCells: Bool = true, showsMarkup: Bool = false, columnLimit: Int = standardColumnLimit
    ) {
        self.headingOffset = headingOffset
        self.idPrefix = idPrefix
        self.reservedIDs = reservedIDs
        self.linkDestination = linkDestination
        self.alignsCells = alignsCells
        self.showsMarkup = showsMarkup
        self.columnLimit = columnLimit
    }

    /// Converts a text.
    public func convert(_ text: String) -> ConvertedDocument { convert(valid: Array(text.utf8)) }

    /// Converts a text.
    public func convert(_ text: TextBytes) -> ConvertedDocument { convert(valid: text.utf8) }

    /// Converts what was read from a file: bytes that are no UTF-8 become U+FFFD.
    public func convert(utf8 bytes: [UInt8]) -> ConvertedDocument {
        convert(
            valid: String(validating: bytes, as: UTF8.self) == nil ? Array(String(decoding: bytes, as: UTF8.self).utf8) : bytes)
    }

    /// Converts UTF-8; a carriage return becomes a line feed.
    ///
    /// O(bytes); a text whose tables end in the midst of a paragraph is read up to `PlacedTables.readingLimit` times.
    private func convert(valid bytes: [UInt8]) -> ConvertedDocument {
        var placed = PlacedTables(bytes.withPlainLineEnds(), aligns: alignsCells, columnLimit: columnLimit)
        var tree = placed.takeAll()
        if showsMarkup, bytes.firstPlace(of: UInt8(ascii: "<"), in: bytes.indices) < bytes.count { tree.showMarkup() }
        if let linkDestination { tree.mapLinks(linkDestination) }
        putBack(placed, in: &tree)
        let headings = nameHeadings(in: &tree)
        return ConvertedDocument(html: HTML(trustedMarkup: tree.html()), headings: headings)
    }

    /// Puts each table in the place of its mark.
    private func putBack(_ placed: PlacedTables, in tree: inout CMarkTree) {
        if placed.tables.isEmpty { return }
        let cells = placed.cells.html(definedBy: placed.text, mappingLinks: linkDestination)
        for index in tree.blocks.indices {
            guard let table = placed.table(for: tree.blocks[index], at: index) else { continue }
            tree.replace(index, with: placed.tables[table].filled(from: cells))
        }
    }

    /// Gives each heading its level and id.
    private func nameHeadings(in tree: inout CMarkTree) -> [ConvertedDocument.Heading] {
        var headings: [ConvertedDocument.Heading] = []
        var ids = HeadingIDs(prefix: idPrefix, reserved: reservedIDs)
        for index in tree.blocks.indices {
            guard case .heading(let oldLevel) = tree.blocks[index].kind else { continue }
            let (text, content) = tree.content(ofHeading: index)
            let level = min(max(oldLevel + headingOffset, 1), 6)
            let heading = ConvertedDocument.Heading(level: level, id: ids.id(for: text), text: text)
            headings.append(heading)
            let start: HTML = "<h\(level) id=\"\(heading.id)\">"
            tree.replace(index, with: start.utf8 + content + Array("</h\(level)>".utf8))
        }
        return headings
    }
}
