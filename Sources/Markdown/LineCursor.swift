/// A place in a line, in bytes and in columns.
///
/// A tab reaches to the next multiple of four columns and may be used up in parts.
struct LineCursor {
    private(set) var offset: Int
    private var column = 0
    /// Whether some columns of the tab at `offset` are used up already.
    private var isInsideTab = false

    /// The start of a line.
    init(at offset: Int) { self.offset = offset }

    /// Columns of space and tabs from here to the first other byte.
    func indentation(in bytes: [UInt8]) -> Int {
        var index = offset
        var end = column
        while index < bytes.count {
            if bytes[index] == .space {
                end += 1
            } else if bytes[index] == .tab {
                end += 4 - end % 4
            } else {
                break
            }
            index += 1
        }
        return end - column
    }

    /// Goes over up to `columns` columns of space and tabs.
    mutating func skipSpace(_ columns: Int, in bytes: [UInt8]) {
        var left = columns
        while left > 0, offset < bytes.count {
            if bytes[offset] == .space {
                offset += 1
                column += 1
                left -= 1
            } else if bytes[offset] == .tab {
                let toGo = min(left, 4 - column % 4)
                column += toGo
                left -= toGo
                isInsideTab = column % 4 != 0
                if !isInsideTab { offset += 1 }
            } else {
                return
            }
        }
    }

    /// Where the bytes end that were gone over, a tab used up in part among them.
    var end: Int { isInsideTab ? offset + 1 : offset }

    /// Goes over bytes that are one column each.
    mutating func skip(_ count: Int) {
        offset += count
        column += count
    }
}
