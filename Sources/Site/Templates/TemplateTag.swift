/// One `{{…}}` of a template with its place.
struct TemplateTag: Sendable, Hashable {
    /// What the tag does.
    enum Kind: Sendable, Hashable {
        /// `{{name}}`: the value, escaped.
        case text
        /// `{{{name}}}` or `{{&name}}`: the value as it stands.
        case html
        /// `{{#name}}`
        case section
        /// `{{^name}}`
        case inverted
        /// `{{/name}}`
        case end
        /// `{{>name}}`
        case partial
        /// `{{<name}}`: another template whose blocks are filled here.
        case parent
        /// `{{$name}}`: a block, to be filled or filling.
        case block

        /// Whether a tag of this kind has to be closed.
        var opens: Bool {
            switch self {
            case .section, .inverted, .parent, .block: true
            case .text, .html, .partial, .end: false
            }
        }
    }

    var kind: Kind
    var name: String
    /// The line of the opening braces, counted from 1.
    var line: Int
    /// The column of the opening braces in characters, counted from 1.
    var column: Int

    /// The tag as it is written.
    var spelling: String {
        switch kind {
        case .text: "{{\(name)}}"
        case .html: "{{{\(name)}}}"
        case .section: "{{#\(name)}}"
        case .inverted: "{{^\(name)}}"
        case .end: "{{/\(name)}}"
        case .partial: "{{>\(name)}}"
        case .parent: "{{<\(name)}}"
        case .block: "{{$\(name)}}"
        }
    }
}
