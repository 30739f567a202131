import Foundation

/// The tags of a page, read as a browser's tokenizer reads them, so that text which became markup is seen.
struct Markup {
    /// An opening or closing tag.
    struct Tag {
        var name: String
        var isClosing = false
        var attributes: [(name: String, value: String)] = []

        /// The value of an attribute, with the five escaped characters written out.
        subscript(name: String) -> String? { attributes.first { $0.name == name }.map { Markup.unescaped($0.value) } }
    }

    /// The tags in their order.
    private(set) var tags: [Tag] = []

    /// Reads a page.
    ///
    /// O(bytes).
    init(_ page: Data) {
        page.withUnsafeBytes { buffer in
            var reader = Reader(bytes: buffer)
            while let tag = reader.next() { tags.append(tag) }
        }
    }

    /// The elements' names, each with the names of its attributes: `a href`.
    var vocabulary: Set<String> {
        Set(tags.flatMap { tag in [tag.name] + tag.attributes.map { "\(tag.name) \($0.name)" } })
    }

    /// The ids of a page's elements.
    var ids: [String] { tags.compactMap { $0["id"] } }

    /// The addresses of everything a page leads to or loads.
    var addresses: [String] { tags.flatMap { tag in ["href", "src", "xlink:href"].compactMap { tag[$0] } } }

    /// The names of elements that were opened and not closed in their order.
    var unclosed: [String] {
        let void: Set<String> = ["meta", "link", "img", "br", "wbr", "input", "hr", "!doctype"]
        var (open, wrong): ([String], [String]) = ([], [])
        for tag in tags where !void.contains(tag.name) {
            if !tag.isClosing {
                if tag.attributes.last?.name != "/" { open.append(tag.name) }
            } else if open.last == tag.name {
                open.removeLast()
            } else {
                wrong.append("/\(tag.name)")
            }
        }
        return wrong + open
    }

    static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

private struct Reader {
    let bytes: UnsafeRawBufferPointer
    var at = 0

    mutating func next() -> Markup.Tag? {
        while at < bytes.count {
            defer { at += 1 }
            guard bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count else { continue }
            let first = bytes[at + 1]
            if first == UInt8(ascii: "!"), skipComment() { continue }
            let isClosing = first == UInt8(ascii: "/")
            guard isClosing || first == UInt8(ascii: "!") || isLetter(first) else { continue }
            at += isClosing ? 2 : 1
            var tag = Markup.Tag(name: word(until: " \n\t>/").lowercased(), isClosing: isClosing)
            while let attribute = attribute() { tag.attributes.append(attribute) }
            return tag
        }
        return nil
    }

    /// Goes to the last character of a comment, where one begins here.
    private mutating func skipComment() -> Bool {
        guard at + 3 < bytes.count, bytes[at + 2] == UInt8(ascii: "-"), bytes[at + 3] == UInt8(ascii: "-") else { return false }
        at += 4
        while at < bytes.count, !(isOne(of: ">") && bytes[at - 1] == UInt8(ascii: "-") && bytes[at - 2] == UInt8(ascii: "-")) {
            at += 1
        }
        return true
    }

    private mutating func attribute() -> (name: String, value: String)? {
        while at < bytes.count, isOne(of: " \n\t") { at += 1 }
        guard at < bytes.count, bytes[at] != UInt8(ascii: ">") else { return nil }
        if bytes[at] == UInt8(ascii: "/") {
            at += 1
            return ("/", "")
        }
        let name = word(until: " \n\t>/=")
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return (name.lowercased(), "") }
        at += 1
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return (name.lowercased(), word(until: " \n\t>")) }
        at += 1
        let value = word(until: "\"")
        at += 1
        return (name.lowercased(), value)
    }

    private mutating func word(until stops: StaticString) -> String {
        let start = at
        while at < bytes.count, !isOne(of: stops) { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private func isOne(of stops: StaticString) -> Bool {
        stops.withUTF8Buffer { $0.contains(bytes[at]) }
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
