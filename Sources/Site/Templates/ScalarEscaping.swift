import Markdown
import Mustache

/// Escapes text for HTML by Unicode scalar.
///
/// The engine's own escaping goes by `Character`, so a quotation mark that is followed by a combining mark gets through it.
struct ScalarEscaping: MustacheContentType {
    /// The name that templates choose it by.
    static let name = "BENCHFOLIO"

    func escapeText(_ text: String) -> String {
        HTML.escaped(text).text
    }
}
