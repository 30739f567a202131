// Stands in for `Markdown.HTML` until that is merged; then this file goes.

/// HTML text: what is interpolated into it is escaped, unless it is HTML itself.
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The HTML.
    public let text: String

    /// Takes text that is HTML already.
    public init(trustedMarkup text: String) {
        self.text = text
    }

    /// A literal in the source is HTML as it stands.
    public init(stringLiteral value: String) {
        text = value
    }

    /// What the compiler makes of a literal with values in it.
    public init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
    }

    /// Plain text as HTML.
    public static func escaped(_ text: String) -> HTML {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return HTML(trustedMarkup: escaped)
    }

    /// Gathers the parts of an interpolated literal.
    public struct Interpolation: StringInterpolationProtocol {
        var text = ""

        /// Makes room for the parts.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// Text of the source goes in as it stands.
        public mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// Plain text is escaped.
        public mutating func appendInterpolation(_ value: String) {
            text += HTML.escaped(value).text
        }

        /// HTML goes in as it stands.
        public mutating func appendInterpolation(_ value: HTML) {
            text += value.text
        }
    }
}
