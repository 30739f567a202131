import Markdown
import Mustache

/// The fields of a view as the template engine asks for them; what is absent is left out.
struct FilledFields: MustacheParent {
    private let children: [String: Any]

    /// Takes the fields as they are.
    init(_ fields: Fields) {
        var marks: FieldMarks?
        self.init(fields, &marks)
    }

    /// Takes the fields with a mark in place of each value, in the order of `FieldValues`.
    static func marked(_ fields: Fields) -> FilledFields {
        var marks: FieldMarks? = FieldMarks()
        return FilledFields(fields, &marks)
    }

    private init(_ fields: Fields, _ marks: inout FieldMarks?) {
        var children: [String: Any] = [:]
        for (name, field) in zip(fields.names, fields.values) {
            if let value = FilledFields.value(field, &marks) { children[name] = value }
        }
        self.children = children
    }

    /// The property of a name.
    func child(named name: String) -> Any? { children[name] }

    private static func value(_ field: Field, _ marks: inout FieldMarks?) -> Any? {
        switch field {
        case .text(let text): return marks?.next(for: text) ?? text
        case .html(let html): return marks?.next(for: html) ?? html
        case .flag(let flag): return flag
        case .view(let fields): return FilledFields(fields, &marks)
        case .list(let fields): return fields.compactMap { value($0, &marks) }
        case .absent: return nil
        }
    }
}

/// How the engine shows `HTML` in three braces: as it stands.
extension HTML: MustacheCustomRenderable {
    /// The HTML.
    public var renderText: String { text }

    /// HTML that is there is never null.
    public var isNull: Bool { false }
}
