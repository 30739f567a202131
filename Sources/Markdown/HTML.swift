/// Markup that may stand in a page as it is.
///
/// A literal's own characters are markup; a value put into it by `\(…)` is text and is escaped, unless it is `HTML` itself.
/// So markup and text cannot be mixed up by accident. The one door past that rule is `init(trustedMarkup:)`.
///
/// It is kept as the bytes that a page is written in: a chart of ten thousand of them is put together, carried into its page and written
/// out without being looked at as text on the way.
public struct HTML: Sendable, Hashable {
    /// The markup in UTF-8.
    public private(set) var utf8: [UInt8]

    /// No markup at all.
    public init() { utf8 = [] }

    /// Takes a string as markup without looking at it: only for a string whose every character was made by this program.
    public init(trustedMarkup text: String) { utf8 = Array(text.utf8) }

    /// Takes bytes as markup without looking at them: only for UTF-8 whose every character was made by this program.
    public init(trustedMarkup utf8: [UInt8]) { self.utf8 = utf8 }

    /// Text as markup: `&`, `<`, `>`, `"` and `'` are written as references, so it can stand in an element or a quoted attribute.
    public static func escaped(_ text: some StringProtocol) -> HTML {
        var html = HTML()
        html.append(escaping: text)
        return html
    }

    /// The markup as text.
    ///
    /// O(bytes).
    public var text: String { String(decoding: utf8, as: UTF8.self) }

    /// Makes room for `count` bytes of UTF-8, for a writer that knows about how much will come.
    public mutating func reserveCapacity(_ count: Int) { utf8.reserveCapacity(count) }

    /// Adds markup at the end.
    public mutating func append(_ other: HTML) { utf8.append(contentsOf: other.utf8) }

    /// Adds text at the end, escaped.
    public mutating func append(escaping other: some StringProtocol) { HTMLEscaping.append(other, to: &utf8) }

    /// One after the other.
    public static func + (first: HTML, second: HTML) -> HTML { HTML(trustedMarkup: first.utf8 + second.utf8) }

    /// Adds markup at the end.
    public static func += (first: inout HTML, second: HTML) { first.append(second) }
}

extension HTML: CustomStringConvertible {
    /// The markup, so that a page can be printed.
    public var description: String { text }
}

extension HTML: ExpressibleByStringInterpolation {
    /// Markup written in the source.
    public init(stringLiteral value: String) { utf8 = Array(value.utf8) }

    /// Markup written in the source, with values in it.
    public init(stringInterpolation: Interpolation) { utf8 = stringInterpolation.utf8 }

    /// Gathers a literal's pieces into one buffer.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var utf8: [UInt8] = []

        /// Makes room for the literal and a little for each value.
        public init(literalCapacity: Int, interpolationCount: Int) {
            utf8.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// A piece of the literal goes in as it is.
        public mutating func appendLiteral(_ literal: String) { utf8.append(contentsOf: literal.utf8) }

        /// Markup goes in as it is.
        public mutating func appendInterpolation(_ html: HTML) { utf8.append(contentsOf: html.utf8) }

        /// Text goes in escaped.
        public mutating func appendInterpolation(_ value: some StringProtocol) { HTMLEscaping.append(value, to: &utf8) }

        /// Any other value goes in as its description, escaped.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            HTMLEscaping.append(value.description, to: &utf8)
        }
    }
}

extension Sequence where Element == HTML {
    /// All pieces in order, with `separator` between them.
    public func joined(separator: HTML = HTML()) -> HTML {
        var result = HTML()
        var isFirst = true
        for piece in self {
            if !isFirst { result.append(separator) }
            isFirst = false
            result.append(piece)
        }
        return result
    }
}
