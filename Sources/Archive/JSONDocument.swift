import CSimdJSON

/// A JSON parser that is used for one document after another and keeps its memory between them.
///
/// The only file that touches simdjson.
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
    private let element: csj_element

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

    /// Appends an array's numbers to `values` up to the first that is no number, and returns how many those were.
    func appendNumbers(to values: inout [Double]) -> Int {
        let count = count
        let start = values.count
        values.append(contentsOf: repeatElement(0, count: count))
        let copied = values.withUnsafeMutableBufferPointer { buffer in
            csj_doubles(element, buffer.baseAddress.map { $0 + start }, count)
        }
        values.removeLast(count - copied)
        return copied
    }

    private static func string(_ text: UnsafePointer<CChar>?, _ length: Int) -> String {
        String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
    }
}
