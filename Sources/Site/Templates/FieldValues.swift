/// The values of a view's fields in their order, apart from their shape.
///
/// Two views of one shape differ in their texts alone: the same optionals are there, the same flags are set, the lists are equally long.
/// Mustache knows no condition on a text, so what it makes of both differs in the texts alone as well. The one thing it asks of a text is
/// how it ends, where a partial is indented: whether a text is empty and whether it ends a line belongs to the shape.
struct FieldValues {
    /// A text or some HTML, as the bytes of a page.
    enum Value {
        case text(String)
        case html([UInt8])
    }

    /// The texts and the HTML, in the order of the fields.
    private(set) var values: [Value] = []
    /// The shape.
    private(set) var shape: [UInt8] = []
    /// Whether some text ends in a way that may join with what follows it into one character.
    private(set) var mayJoin = false

    /// Takes a view apart.
    ///
    /// O(fields).
    init(_ fields: Fields) {
        values.reserveCapacity(64)
        shape.reserveCapacity(128)
        add(fields)
    }

    private mutating func add(_ fields: Fields) {
        for field in fields.values { add(field) }
    }

    private mutating func add(_ field: Field) {
        switch field {
        case .text(let text): add(.text(text), TextEnding(text))
        case .html(let html): add(.html(html.utf8), TextEnding(html.utf8))
        case .flag(let flag): shape.append(flag ? 4 : 5)
        case .view(let fields): add(fields)
        case .list(let fields):
            shape.append(6)
            withUnsafeBytes(of: fields.count) { shape.append(contentsOf: $0) }
            for field in fields { add(field) }
        case .absent: shape.append(7)
        }
    }

    private mutating func add(_ value: Value, _ ending: TextEnding) {
        values.append(value)
        mayJoin = mayJoin || ending == .joining
        shape.append(ending.rawValue)
    }
}

/// How a text ends.
enum TextEnding: UInt8 {
    case inLine = 1
    case empty = 2
    case lineFeed = 3
    /// With a part of a carriage return and line feed, which are one character where they meet.
    case joining = 0

    init(_ text: String) { self.init(text.utf8) }

    init(_ bytes: some BidirectionalCollection<UInt8>) {
        switch bytes.last {
        case nil: self = .empty
        case 0x0D: self = .joining
        case 0x0A: self = [nil, 0x0D].contains(bytes.dropLast().last) ? .joining : .lineFeed
        default: self = .inLine
        }
    }
}
