import CSimdJSON

/// A JSON parser that is used for one document after another and keeps its memory between them.
///
/// The only file of the product that touches simdjson.
struct JSONParser: ~Copyable {
    /// simdjson wants this many readable bytes behind a text.
    static let padding = csj_padding()

    /// Null where there was no memory for it; every text is then refused.
    private let parser: OpaquePointer?

    init() { parser = csj_parser_new() }

    deinit { csj_parser_free(parser) }

    /// Parses a text and hands its root to `body`; the root and all that was taken from it are valid inside `body` only.
    ///
    /// - Parameter text: the text, with ``padding`` readable bytes behind it
    /// - Returns: what `body` returns, or nil where the text is no JSON
    borrowing func withDocument<Result>(
        _ text: UnsafeBufferPointer<UInt8>, _ body: (JSONElement) -> Result
    ) -> Result? {
        guard let parser else { return nil }
        var root = csj_element()
        let characters = text.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) }
        guard csj_parse(parser, characters, text.count, &root) == 0 else { return nil }
        return body(JSONElement(root))
    }
}

/// One value of a parsed document.
struct JSONElement {
    fileprivate let element: csj_element

    fileprivate init(_ element: csj_element) { self.element = element }

    /// What a value is.
    enum Kind { case missing, null, bool, integer, double, string, array, object }

    var kind: Kind {
        switch csj_type_of(element) {
        case CSJ_NULL: return .null
        case CSJ_BOOL: return .bool
        case CSJ_INTEGER: return .integer
        case CSJ_DOUBLE: return .double
        case CSJ_STRING: return .string
        case CSJ_ARRAY: return .array
        case CSJ_OBJECT: return .object
        default: return .missing
        }
    }

    /// Whether there is a value at all, be it `null`.
    var exists: Bool { element.document != nil }

    /// The value of a key, of the last where it stands twice; missing where this is no object.
    subscript(key: StaticString) -> JSONElement {
        key.withUTF8Buffer { bytes in
            JSONElement(csj_find(element, UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self), bytes.count))
        }
    }

    var number: Double? {
        var result = 0.0
        return csj_double(element, &result) ? result : nil
    }

    /// A whole number's digits, exact also beyond what a double holds.
    var integer: String? {
        var (isNegative, magnitude): (Bool, UInt64) = (false, 0)
        guard csj_integer(element, &isNegative, &magnitude) else { return nil }
        return isNegative ? "-\(magnitude)" : "\(magnitude)"
    }

    var bool: Bool? {
        var result = false
        return csj_bool(element, &result) ? result : nil
    }

    var string: String? {
        var (text, length): (UnsafePointer<CChar>?, Int) = (nil, 0)
        guard csj_string(element, &text, &length) else { return nil }
        return JSONElement.string(text, length)
    }

    var count: Int { csj_count(element) }

    /// The first element of an array; missing where there is none.
    var first: JSONElement {
        var item = csj_element()
        guard kind == .array else { return JSONElement(item) }
        var cursor = csj_items(element)
        return csj_next_item(&cursor, &item) ? JSONElement(item) : JSONElement(csj_element())
    }

    /// Hands each element of an array to `body`, with its index.
    func forEachItem(_ body: (Int, JSONElement) -> Void) {
        guard kind == .array else { return }
        var cursor = csj_items(element)
        var item = csj_element()
        var index = 0
        while csj_next_item(&cursor, &item) {
            body(index, JSONElement(item))
            index += 1
        }
    }

    /// Hands each member of an object to `body`; the key's bytes are valid inside the call only.
    func forEachMember(_ body: (UnsafeRawBufferPointer, JSONElement) -> Void) {
        guard kind == .object else { return }
        var cursor = csj_items(element)
        var (key, length): (UnsafePointer<CChar>?, Int) = (nil, 0)
        var value = csj_element()
        while csj_next_member(&cursor, &key, &length, &value) {
            body(UnsafeRawBufferPointer(start: key, count: length), JSONElement(value))
        }
    }

    private static func string(_ text: UnsafePointer<CChar>?, _ length: Int) -> String {
        String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
    }
}

/// The keys under which the elements of an array are read as a table: those of an element itself, and those of one object in it.
struct JSONColumns {
    fileprivate let keys: [csj_key]
    fileprivate let inner: Int
    fileprivate let innerKeys: [csj_key]

    /// - Parameters:
    ///   - keys: the keys of an element, which give the first columns
    ///   - inner: the column whose object the others are in
    ///   - innerKeys: the keys of that object
    init(_ keys: [StaticString], in inner: Int, _ innerKeys: [StaticString]) {
        self.keys = keys.map(JSONColumns.key)
        self.inner = inner
        self.innerKeys = innerKeys.map(JSONColumns.key)
    }

    private static func key(_ text: StaticString) -> csj_key {
        csj_key(text: UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self), length: text.utf8CodeUnitCount)
    }
}

/// One element of an array as a row of a table; valid inside the call that got it only.
struct JSONRow {
    fileprivate let cells: UnsafeMutablePointer<csj_element>

    /// The value in a column; missing where the element has none.
    subscript(column: Int) -> JSONElement { JSONElement(cells[column]) }
}

extension JSONElement {
    /// Hands each element of an array to `body`, with its index, as a row of a table.
    ///
    /// O(keys of all elements), however many columns there are: each key is looked at once.
    func forEachRow(_ columns: JSONColumns, _ body: (Int, JSONRow) -> Void) {
        guard kind == .array else { return }
        let width = columns.keys.count + columns.innerKeys.count
        // As many rows as the stack is asked for; a larger piece of memory would be asked of the heap for each benchmark.
        let rows = max(1, 1024 / (width * MemoryLayout<csj_element>.stride))
        columns.keys.withUnsafeBufferPointer { keys in
            columns.innerKeys.withUnsafeBufferPointer { innerKeys in
                var plan = csj_columns(
                    keys: keys.baseAddress, count: keys.count, inner: columns.inner, inner_keys: innerKeys.baseAddress,
                    inner_count: innerKeys.count)
                withUnsafeTemporaryAllocation(of: csj_element.self, capacity: width * rows) { cells in
                    guard let start = cells.baseAddress else { return }
                    var cursor = csj_items(element)
                    var index = 0
                    while true {
                        let count = csj_next_rows(&cursor, &plan, start, rows)
                        for row in 0..<count { body(index + row, JSONRow(cells: start + row * width)) }
                        guard count == rows else { return }
                        index += rows
                    }
                }
            }
        }
    }
}

/// A list of numbers that is filled again and again in the same memory.
struct JSONNumbers {
    private var storage: [Double] = []
    private(set) var count = 0

    /// The numbers, in memory of their own.
    var list: [Double] { Array(storage[..<count]) }
    var isEmpty: Bool { count == 0 }

    mutating func removeAll() { count = 0 }

    /// Appends an array's numbers up to the first that is no number or does not pass, and returns how many those were, and the number
    /// that does not pass.
    mutating func append(_ array: JSONElement, while passes: (Double) -> Bool) -> (count: Int, failing: Double?) {
        let wanted = array.count
        if storage.count < count + wanted {
            storage.append(contentsOf: repeatElement(0, count: max(wanted, storage.count)))
        }
        let start = count
        var failing: Double?
        count += storage.withUnsafeMutableBufferPointer { buffer in
            let copied = csj_doubles(array.element, buffer.baseAddress.map { $0 + start }, wanted)
            var passed = 0
            while passed < copied, passes(buffer[start + passed]) { passed += 1 }
            if passed < copied { failing = buffer[start + passed] }
            return passed
        }
        return (count - start, failing)
    }
}
