/// Finds where a line's own text starts behind the marks of the quotes and list items around it.
///
/// libcmark says which lines a paragraph has, not which bytes of them: `> ` and indentation have to be found again, and whether they
/// are there at all. A line without them may still go on with a paragraph (a lazy line), but never with a table.
struct LinePrefixes {
    private let bytes: [UInt8]
    private let containers: [CMarkTree.Container]
    /// Where each line starts.
    private let lineStarts: [Int]
    /// The containers around the last line looked at, the outermost first.
    private var chain: [Int] = []
    /// How far an item's lines are indented, for the items met so far.
    private var itemWidths: [Int: Int] = [:]

    init(_ bytes: [UInt8], containers: [CMarkTree.Container]) {
        self.bytes = bytes
        self.containers = containers
        var starts = [0]
        for (index, byte) in bytes.enumerated() where byte == .lineFeed { starts.append(index + 1) }
        lineStarts = starts
    }

    /// The bytes of a line without its line end; nil behind the last.
    func line(_ number: Int) -> Range<Int>? {
        guard number < lineStarts.count else { return nil }
        let start = lineStarts[number]
        return start..<(number + 1 < lineStarts.count ? lineStarts[number + 1] - 1 : bytes.count)
    }

    /// The place in a line behind the marks of a container and all around it, or behind as many of them as are there.
    ///
    /// O(marks in the line), not of containers: a lazy line costs little however deep its paragraph stands.
    mutating func content(ofLine number: Int, in container: Int?) -> (cursor: LineCursor, hasAllMarks: Bool)? {
        guard let line = line(number) else { return nil }
        if let container, chain.last != container { chain = chain(to: container) }
        var cursor = LineCursor(at: line.lowerBound)
        for index in 0..<(container == nil ? 0 : chain.count) {
            if containers[chain[index]].startLine == number {
                open(chain[index], &cursor)
            } else if !goesOn(chain[index], &cursor) {
                return (cursor, false)
            }
        }
        return (cursor, true)
    }

    /// A container and those around it, the outermost first.
    private func chain(to container: Int) -> [Int] {
        var chain: [Int] = []
        var next: Int? = container
        while let current = next {
            chain.append(current)
            next = containers[current].parent
        }
        return chain.reversed()
    }

    /// Finds the widths of all items of the chain that start on a line.
    private mutating func measureItems(onLine number: Int) {
        guard let line = line(number) else { return }
        var cursor = LineCursor(at: line.lowerBound)
        for container in chain {
            let startLine = containers[container].startLine
            if startLine > number { return }
            if startLine == number { open(container, &cursor) } else if !goesOn(container, &cursor) { return }
        }
    }

    /// Goes over the mark with which a container starts.
    private mutating func open(_ container: Int, _ cursor: inout LineCursor) {
        switch containers[container].kind {
        case .quote:
            _ = skipQuoteMark(&cursor)
        case .item:
            let indentation = cursor.indentation(in: bytes)
            cursor.skipSpace(indentation, in: bytes)
            var markEnd = cursor.offset
            while markEnd < bytes.count, bytes[markEnd].isDigit { markEnd += 1 }
            let markLength = markEnd + 1 - cursor.offset
            cursor.skip(markLength)
            let space = cursor.indentation(in: bytes)
            let textStart = LineCursor.textStart(after: cursor, in: bytes)
            // An empty item, or one that starts with indented code, is one space wide behind its mark.
            let isEmpty = textStart >= bytes.count || bytes[textStart] == .lineFeed
            let width = space >= 5 || space < 1 || isEmpty ? 1 : space
            cursor.skipSpace(width, in: bytes)
            itemWidths[container] = indentation + markLength + width
        }
    }

    /// Goes over what a later line of a container must begin with; false where it does not.
    private mutating func goesOn(_ container: Int, _ cursor: inout LineCursor) -> Bool {
        switch containers[container].kind {
        case .quote:
            return skipQuoteMark(&cursor)
        case .item:
            if itemWidths[container] == nil { measureItems(onLine: containers[container].startLine) }
            guard let width = itemWidths[container], cursor.indentation(in: bytes) >= width else { return false }
            cursor.skipSpace(width, in: bytes)
            return true
        }
    }

    private func skipQuoteMark(_ cursor: inout LineCursor) -> Bool {
        let indentation = cursor.indentation(in: bytes)
        guard indentation < 4 else { return false }
        var behind = cursor
        behind.skipSpace(indentation, in: bytes)
        guard behind.offset < bytes.count, bytes[behind.offset] == UInt8(ascii: ">") else { return false }
        behind.skip(1)
        behind.skipSpace(1, in: bytes)
        cursor = behind
        return true
    }
}

extension LineCursor {
    /// The first byte from a cursor on that is neither space nor tab.
    static func textStart(after cursor: LineCursor, in bytes: [UInt8]) -> Int {
        var index = cursor.offset
        while index < bytes.count, bytes[index] == .space || bytes[index] == .tab { index += 1 }
        return index
    }
}
