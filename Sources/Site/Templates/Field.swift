import Markdown

/// What a template may ask of a view under one name.
enum Field: Sendable, Hashable {
    /// Plain text, which goes in escaped.
    case text(String)
    /// HTML, which goes in as it stands.
    case html(HTML)
    /// Whether a section is shown.
    case flag(Bool)
    /// Another view.
    case view(Fields)
    /// A section's values, one after the other.
    case list([Field])
    /// Nothing: the optional that is asked for is not there.
    case absent

    /// Text that may be absent.
    static func text(_ text: String?) -> Field { text.map { .text($0) } ?? .absent }
    /// HTML that may be absent.
    static func html(_ html: HTML?) -> Field { html.map { .html($0) } ?? .absent }
    /// A view that may be absent.
    static func view(_ view: (some FieldNaming)?) -> Field { view.map { .view($0.fields) } ?? .absent }
    /// A list of views.
    static func list(_ views: [some FieldNaming]) -> Field { .list(views.map { .view($0.fields) }) }
}

/// The properties of a view by their names, in the order in which they are written down.
struct Fields: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    let names: [String]
    let values: [Field]

    /// Names properties.
    init(dictionaryLiteral elements: (String, Field)...) {
        names = elements.map(\.0)
        values = elements.map(\.1)
    }
}

/// A value that names its properties for templates.
///
/// The template engine could find them by reflection, which would take a tenth of the time of a build. A test holds what is named against
/// what reflection finds.
protocol FieldNaming: Sendable {
    /// Every property under its own name.
    var fields: Fields { get }
}
