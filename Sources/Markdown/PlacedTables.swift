/// A text whose tables have been taken out.
///
/// In the place of each table stands a line `<!---->`, a block of raw HTML to libcmark. It is a block of its own under any text and
/// over any text, ends on its line, and lets blank lines around it make a list loose as they do around a table: so the blocks around
/// it come out as they would around a table. (A thematic break would hide the blank line from the list.)
struct PlacedTables {
    /// The text with a mark for each table; line ends are line feeds.
    var text: [UInt8]
    /// The tables.
    var tables: [TableHTML] = []
    /// Which table each mark stands for, by the mark's line, counted from 0.
    var tableOnLine: [Int: Int] = [:]
    /// Which table goes in the place of a block of the last tree: the tables that are whole paragraphs and were left in the text.
    var tableInBlock: [Int: Int] = [:]
    /// The cells of all tables that libcmark has to read.
    var cells = CellTexts()
    /// How many cells may still be added to short rows.
    var padding: Int
    /// Whether cells carry the class of their column's alignment.
    let aligns: Bool
    /// A table of more columns is left as text.
    let columnLimit: Int

    static let placeholder: [UInt8] = Array("<!---->\n".utf8)

    /// How often a text is read anew because a table in it began or ended in the midst of a paragraph.
    ///
    /// Each reading is linear; a text made to need one for every table would else cost the square of its length. Tables beyond the
    /// limit stay text.
    static let readingLimit = 32

    /// A text from which nothing has been taken yet; its line ends are line feeds.
    init(_ text: [UInt8], aligns: Bool = true, columnLimit: Int = MarkdownConverter.standardColumnLimit) {
        self.text = text
        self.aligns = aligns
        self.columnLimit = columnLimit
        padding = TableHTMLWriter.paddingLimit(for: text.count)
    }

    /// Which table goes in the place of a block, where one does.
    func table(for block: CMarkTree.Block, at index: Int) -> Int? {
        tableInBlock[index] ?? (block.kind == .rawHTML ? tableOnLine[block.startLine] : nil)
    }

    /// Finds every table; the tree is that of the text that remains.
    mutating func takeAll() -> CMarkTree {
        takeTopLevelTables()
        var tree = CMarkTree(text)
        for _ in 0..<Self.readingLimit {
            guard takeNestedTables(in: tree) else { break }
            tree = CMarkTree(text)
        }
        return tree
    }
}
