/// Finds places in a JSON text: where a value stands, where the first error is, which numbers a strict parser refuses.
///
/// It reads a text from its start, byte by byte, and is made for the failure path: parsing proper is simdjson's work. O(bytes).
struct JSONLocator {
    /// What a walk found wrong, and where.
    struct Fault: Hashable {
        let offset: Int
        let message: String
    }

    private let text: UnsafeBufferPointer<UInt8>
    private var at = 0
    /// Which of the wanted paths the value that is read next may belong to.
    private var wanted: JSONPlaces.Node?
    private var places: JSONPlaces
    private(set) var unreadableNumbers: [Range<Int>] = []

    private init(_ text: UnsafeBufferPointer<UInt8>, wanted: JSONPlaces? = nil) {
        self.text = text
        self.wanted = wanted?.root
        places = wanted ?? JSONPlaces()
    }

    /// The offsets at which the values of paths begin, found in one walk.
    static func locate(_ places: JSONPlaces, in text: UnsafeBufferPointer<UInt8>) -> JSONPlaces {
        var locator = JSONLocator(text, wanted: places)
        do { try locator.value(depth: 0) } catch { return locator.places }
        return locator.places
    }

    /// The first error of a text, or the places of numbers such as `NaN` and `1e999` that Python reads and JSON has not.
    static func examine(_ text: UnsafeBufferPointer<UInt8>) -> Swift.Result<[Range<Int>], Fault> {
        var locator = JSONLocator(text)
        if text.starts(with: [0xEF, 0xBB, 0xBF]) {
            return .failure(Fault(offset: 0, message: "The file begins with a byte order mark, which JSON has not"))
        }
        do throws(Fault) {
            try locator.value(depth: 0)
            locator.skipSpace()
            if locator.at < text.count { throw locator.fault("Text follows the end of the document") }
        } catch { return .failure(error) }
        return .success(locator.unreadableNumbers)
    }

    /// Line and column of an offset, both from 1, the column in Unicode scalars.
    static func place(of offset: Int, in text: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int) {
        places(of: [offset], in: text)[offset] ?? (1, 1)
    }

    /// Lines and columns of some offsets, all counted in one pass.
    static func places(of offsets: [Int], in text: UnsafeBufferPointer<UInt8>) -> [Int: (line: Int, column: Int)] {
        var places: [Int: (line: Int, column: Int)] = [:]
        var (line, column, counted) = (1, 1, 0)
        for offset in offsets.sorted() {
            for byte in text[counted..<offset] {
                if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 1) } else if byte & 0xC0 != 0x80 { column += 1 }
            }
            counted = offset
            places[offset] = (line, column)
        }
        return places
    }
}

extension JSONLocator.Fault: Error {}

extension JSONLocator {
    private mutating func value(depth: Int) throws(Fault) {
        skipSpace()
        if let wanted { places.note(at, for: wanted) }
        guard depth < 1_000 else { throw fault("The document is nested too deeply") }
        switch peek {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "\""): _ = try string()
        case nil: throw fault("The file ends in the middle of the document")
        default: try scalar()
        }
    }

    private mutating func object(depth: Int) throws(Fault) {
        let outer = wanted
        at += 1
        skipSpace()
        if take(UInt8(ascii: "}")) { return }
        repeat {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw fault("A key in double quotes is missing") }
            let key = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault("A colon is missing behind the key") }
            wanted = outer.flatMap { places.node(behind: $0, .key(key)) }
            try value(depth: depth + 1)
            skipSpace()
        } while take(UInt8(ascii: ","))
        wanted = outer
        guard take(UInt8(ascii: "}")) else { throw fault("A comma or a closing brace is missing") }
    }

    private mutating func array(depth: Int) throws(Fault) {
        let outer = wanted
        var index = 0
        at += 1
        skipSpace()
        if take(UInt8(ascii: "]")) { return }
        repeat {
            wanted = outer.flatMap { places.node(behind: $0, .index(index)) }
            try value(depth: depth + 1)
            index += 1
            skipSpace()
        } while take(UInt8(ascii: ","))
        wanted = outer
        guard take(UInt8(ascii: "]")) else { throw fault("A comma or a closing bracket is missing") }
    }

    private mutating func string() throws(Fault) -> String {
        let start = at
        at += 1
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return try decoded((start + 1)..<(at - 1))
            case UInt8(ascii: "\\"): try escape()
            case 0x20...: at += 1
            default: throw fault("A control character stands inside a text")
            }
        }
        at = start
        throw fault("The text that begins here has no end")
    }

    private mutating func decoded(_ range: Range<Int>) throws(Fault) -> String {
        let decoded = String(decoding: text[range], as: UTF8.self)
        let read = Array(decoded.utf8)
        var same = zip(range, read).prefix { text[$0] == $1 }.count
        if same == range.count, same == read.count { return decoded }
        // What stands for bad bytes may begin like them: the place is where it begins.
        while same > 0, same < read.count, read[same] & 0xC0 == 0x80 { same -= 1 }
        at = range.lowerBound + same
        throw fault("A byte stands here that is no UTF-8")
    }

    private mutating func escape() throws(Fault) {
        guard at + 1 < text.count else {
            at = text.count
            return
        }
        let letter = text[at + 1]
        if letter == UInt8(ascii: "u") {
            guard let unit = codeUnit(at: at + 2) else { throw fault("An escape in a text has not four hexadecimal digits") }
            if (0xD800..<0xDC00).contains(unit) {
                let isFollowed = at + 7 < text.count && text[at + 6] == UInt8(ascii: "\\") && text[at + 7] == UInt8(ascii: "u")
                guard isFollowed, let low = codeUnit(at: at + 8), (0xDC00..<0xE000).contains(low) else {
                    throw fault("An escape in a text is half a character")
                }
                at += 6
            } else if (0xDC00..<0xE000).contains(unit) {
                throw fault("An escape in a text is half a character")
            }
            at += 6
        } else if "\"\\/bfnrt".utf8.contains(letter) {
            at += 2
        } else {
            throw fault("An escape in a text is unknown")
        }
    }

    /// The value of four hexadecimal digits.
    private func codeUnit(at start: Int) -> UInt16? {
        guard start + 4 <= text.count, text[start] != UInt8(ascii: "+"), text[start] != UInt8(ascii: "-") else { return nil }
        return UInt16(String(decoding: text[start..<(start + 4)], as: UTF8.self), radix: 16)
    }

    private mutating func scalar() throws(Fault) {
        let start = at
        while let byte = peek, JSONLocator.belongsToWord(byte) { at += 1 }
        let word = String(decoding: text[start..<at], as: UTF8.self)
        if ["true", "false", "null"].contains(word) { return }
        if ["NaN", "Infinity", "-Infinity"].contains(word) {
            unreadableNumbers.append(start..<at)
            return
        }
        guard JSONLocator.isNumber(text[start..<at]), let number = Double(word) else {
            at = start
            throw fault(word.isEmpty ? "A value is missing" : "`\(word.prefix(40))` is no value")
        }
        if !number.isFinite || (Int64(word) == nil && UInt64(word) == nil && !word.contains { ".eE".contains($0) }) {
            unreadableNumbers.append(start..<at)
        }
    }

    /// Whether a word has the form of a number in JSON: Swift and C read more than that, such as `0x10`, `01` and `1.`.
    private static func isNumber(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = word
        func digits() -> Int {
            let count = rest.prefix(while: \.isASCIIDigit).count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        if rest.first == UInt8(ascii: "0") { rest = rest.dropFirst() } else if digits() == 0 { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            if digits() == 0 { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            if digits() == 0 { return false }
        }
        return rest.isEmpty
    }

    private static func belongsToWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            return true
        default: return byte >= 0x80
        }
    }

    private var peek: UInt8? { at < text.count ? text[at] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private func fault(_ message: String) -> Fault { Fault(offset: min(at, text.count), message: message) }
}
