/// A table as HTML, with holes where cells go that still have to be read by libcmark.
struct TableHTML {
    /// A cell that is not plain text: where it goes, and its place among `CellTexts`.
    struct Hole {
        let offset: Int
        let cell: Int
    }

    var bytes: [UInt8] = []
    var holes: [Hole] = []

    /// The table with its holes filled.
    func filled(from cells: [[UInt8]]) -> [UInt8] {
        if holes.isEmpty { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + holes.reduce(0) { $0 + cells[$1.cell].count })
        var position = 0
        for hole in holes {
            result.append(contentsOf: bytes[position..<hole.offset])
            result.append(contentsOf: cells[hole.cell])
            position = hole.offset
        }
        result.append(contentsOf: bytes[position...])
        return result
    }
}

/// The cells of a document's tables that need libcmark, gathered so that one parse reads them all.
///
/// Each cell becomes a heading of its own, `# cell #`: a heading is one line, is read as inline text and nothing else, and the
/// closing mark shields a `#` at the cell's end.
struct CellTexts {
    private var source: [UInt8] = []
    private(set) var count = 0
    /// Whether a cell may refer to a definition that stands elsewhere in the document.
    private var hasBracket = false

    /// Takes in a cell and gives its place.
    ///
    /// Escaped pipes lose their backslash here, before anything else is read.
    mutating func add(_ cell: Range<Int>, of bytes: [UInt8]) -> Int {
        source.append(contentsOf: [UInt8(ascii: "#"), .space])
        for index in cell {
            let byte = bytes[index]
            if byte == .backslash, index + 1 < cell.upperBound, bytes[index + 1] == .pipe { continue }
            if byte == UInt8(ascii: "[") { hasBracket = true }
            source.append(byte)
        }
        source.append(contentsOf: [.space, UInt8(ascii: "#"), .lineFeed])
        count += 1
        return count - 1
    }

    /// Each cell's HTML.
    ///
    /// `document` is read along with the cells where one of them may use its reference definitions.
    func html(definedBy document: [UInt8], mappingLinks destination: ((String) -> String)?) -> [[UInt8]] {
        if count == 0 { return [] }
        let tree = CMarkTree(hasBracket ? source + document : source)
        if let destination { tree.mapLinks(destination) }
        return (0..<count).map { tree.content(ofHeading: $0).html }
    }
}
