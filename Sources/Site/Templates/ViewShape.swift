import Markdown

/// What a template may ask of a value: the names of its properties, and what each can be used for.
///
/// Read by `Mirror` from a specimen of the view in which every optional is set and every list has an element; the engine reads what the view
/// names, see ``FieldNaming``.
struct ViewShape {
    /// What a property holds.
    indirect enum Property {
        case text, html, flag
        case list(ViewShape)
        case view(ViewShape)
        case optional(Property)
        /// An empty list or optional in a specimen, or a type that no template can show.
        case unknown

        /// The property without the question whether it is there.
        var wrapped: Property {
            if case .optional(let property) = self { property.wrapped } else { self }
        }
    }

    /// The value itself, as `{{.}}` names it.
    let itself: Property
    /// The properties by name; none for text.
    let properties: [String: Property]

    /// The names of the properties, sorted.
    var names: [String] { properties.keys.sorted() }

    /// Reads the shape of a value.
    init(of value: Any) {
        itself = Self.property(of: value, isElement: true)
        guard case .unknown = itself else {
            properties = [:]
            return
        }
        var properties: [String: Property] = [:]
        for child in Mirror(reflecting: value).children {
            if let label = child.label { properties[label] = Self.property(of: child.value, isElement: false) }
        }
        self.properties = properties
    }

    /// The shape of a text that is a section's value: it has no properties.
    init(textOf property: Property) {
        itself = property
        properties = [:]
    }

    private static func property(of value: Any, isElement: Bool) -> Property {
        // A cast looks through an optional, so the type itself is asked.
        let type = type(of: value)
        if type == String.self { return .text }
        if type == HTML.self { return .html }
        if type == Bool.self { return .flag }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            return mirror.children.first.map { .optional(property(of: $0.value, isElement: false)) } ?? .unknown
        case .collection:
            return mirror.children.first.map { .list(ViewShape(of: $0.value)) } ?? .unknown
        case .struct where !isElement:
            return .view(ViewShape(of: value))
        default:
            return .unknown
        }
    }
}
