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
    private var wanted: ArraySlice<JSONPath.Step>?
    private var found: Int?
    private(set) var unreadableNumbers: [Range<Int>] = []

    private init(_ text: UnsafeBufferPointer<UInt8>, wanted: [JSONPath.Step]?) {
        self.text = text
        self.wanted = wanted.map { $0[...] }
    }

    /// The offset at which the value of `path` begins; nil where there is none.
    static func offset(of path: JSONPath, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        var locator = JSONLocator(text, wanted: path.steps)
        do { try locator.value(depth: 0) } catch { return locator.found }
        return locator.found
    }

    /// The first error of a text, or the places of numbers such as `NaN` and `1e999` that Python reads and JSON has not.
    static func examine(_ text: UnsafeBufferPointer<UInt8>) -> Swift.Result<[Range<Int>], Fault> {
        var locator = JSONLocator(text, wanted: nil)
        do throws(Fault) {
            try locator.value(depth: 0)
            locator.skipSpace()
            if locator.at < text.count { throw locator.fault("Text follows the end of the document") }
        } catch { return .failure(error) }
        return .success(locator.unreadableNumbers)
    }

    /// Line and column of an offset, both from 1, the column in Unicode scalars.
    static func place(of offset: Int, in text: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int) {
        var (line, column) = (1, 1)
        for byte in text.prefix(offset) {
            if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 1) } else if byte & 0xC0 != 0x80 { column += 1 }
        }
        return (line, column)
    }
}

extension JSONLocator.Fault: Error {}

extension JSONLocator {
    private mutating func value(depth: Int) throws(Fault) {
        skipSpace()
        if let steps = wanted, steps.isEmpty, found == nil { found = at }
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
            wanted = JSONLocator.rest(of: outer, after: .key(key))
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
            wanted = JSONLocator.rest(of: outer, after: .index(index))
            try value(depth: depth + 1)
            index += 1
            skipSpace()
        } while take(UInt8(ascii: ","))
        wanted = outer
        guard take(UInt8(ascii: "]")) else { throw fault("A comma or a closing bracket is missing") }
    }

    /// A path is followed into one member only; everywhere else nothing is wanted.
    private static func rest(of steps: ArraySlice<JSONPath.Step>?, after step: JSONPath.Step) -> ArraySlice<JSONPath.Step>? {
        guard let steps, steps.first == step else { return nil }
        return steps.dropFirst()
    }

    private mutating func string() throws(Fault) -> String {
        let start = at
        at += 1
        while let byte = peek {
            if byte == UInt8(ascii: "\"") {
                at += 1
                return String(decoding: text[(start + 1)..<(at - 1)], as: UTF8.self)
            }
            guard byte >= 0x20 else { throw fault("A control character stands inside a text") }
            at += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        at = start
        throw fault("The text that begins here has no end")
    }

    private mutating func scalar() throws(Fault) {
        let start = at
        while let byte = peek, JSONLocator.belongsToWord(byte) { at += 1 }
        let word = String(decoding: text[start..<at], as: UTF8.self)
        if ["true", "false", "null"].contains(word) { return }
        guard let number = Double(word), JSONLocator.beginsLikeNumber(word) else {
            at = start
            throw fault(word.isEmpty ? "A value is missing" : "`\(word.prefix(40))` is no value")
        }
        if !number.isFinite || (Int64(word) == nil && UInt64(word) == nil && !word.contains { ".eE".contains($0) }) {
            unreadableNumbers.append(start..<at)
        }
    }

    private static func beginsLikeNumber(_ word: String) -> Bool {
        ["NaN", "Infinity", "-Infinity"].contains(word) || word.drop { $0 == "-" }.first?.isNumber == true
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
        while let byte = peek, byte == 0x20 || (0x09...0x0D).contains(byte) { at += 1 }
    }

    private func fault(_ message: String) -> Fault { Fault(offset: min(at, text.count), message: message) }
}
