/// Markup that may stand in a page as it is.
///
/// A literal's own characters are markup; a value put into it by `\(…)` is text and is escaped, unless it is `HTML` itself.
/// So markup and text cannot be mixed up by accident. The one door past that rule is `init(trustedMarkup:)`.
public struct HTML: Sendable, Hashable {
    /// The markup.
    public private(set) var text: String

    /// No markup at all.
    public init() { text = "" }

    /// Takes a string as markup without looking at it: only for a string whose every character was made by this program.
    public init(trustedMarkup text: String) { self.text = text }

    /// Text as markup: `&`, `<`, `>`, `"` and `'` are written as references, so it can stand in an element or a quoted attribute.
    public static func escaped(_ text: some StringProtocol) -> HTML {
        var html = HTML()
        html.append(escaping: text)
        return html
    }

    /// Makes room for `count` bytes of UTF-8, for a writer that knows about how much will come.
    public mutating func reserveCapacity(_ count: Int) { text.reserveCapacity(count) }

    /// Adds markup at the end.
    public mutating func append(_ other: HTML) { text += other.text }

    /// Adds text at the end, escaped.
    public mutating func append(escaping other: some StringProtocol) {
        HTMLEscaping.append(other, to: &text)
    }

    /// One after the other.
    public static func + (first: HTML, second: HTML) -> HTML { HTML(trustedMarkup: first.text + second.text) }

    /// Adds markup at the end.
    public static func += (first: inout HTML, second: HTML) { first.append(second) }
}

extension HTML: CustomStringConvertible {
    /// The markup, so that a page can be printed.
    public var description: String { text }
}

extension HTML: ExpressibleByStringInterpolation {
    /// Markup written in the source.
    public init(stringLiteral value: String) { text = value }

    /// Markup written in the source, with values in it.
    public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

    /// Gathers a literal's pieces into one buffer.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        /// Makes room for the literal and a little for each value.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// A piece of the literal goes in as it is.
        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// Markup goes in as it is.
        public mutating func appendInterpolation(_ html: HTML) { text += html.text }

        /// Text goes in escaped.
        public mutating func appendInterpolation(_ value: some StringProtocol) {
            HTMLEscaping.append(value, to: &text)
        }

        /// Any other value goes in as its description, escaped.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            HTMLEscaping.append(value.description, to: &text)
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
