import Markdown
import Mustache

/// A view as the template engine asks for it: its properties by name.
///
/// Left to itself the engine reflects on the whole view for every tag. Here that is done once, which makes a page of a report about
/// three times as cheap to fill.
struct ViewFields: MustacheParent {
    private let fields: [String: Any]

    /// Reads the properties of a view, those of the views inside it too; what is absent is left out.
    init(of view: Any) {
        var fields: [String: Any] = [:]
        for child in Mirror(reflecting: view).children {
            if let label = child.label, let value = ViewFields.value(of: child.value) { fields[label] = value }
        }
        self.fields = fields
    }

    func child(named name: String) -> Any? { fields[name] }

    private static func value(of value: Any) -> Any? {
        if let known = ViewFields.known(value) { return known }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { ViewFields.value(of: $0.value) }
        case .collection: return mirror.children.compactMap { ViewFields.value(of: $0.value) }
        default: return ViewFields(of: value)
        }
    }

    /// The value itself, where the engine need not reflect on it: a cast looks through an optional, and the engine would not.
    private static func known(_ value: Any) -> Any? {
        if let text = value as? String { return text }
        if let html = value as? HTML { return html }
        if let flag = value as? Bool { return flag }
        if let facts = value as? [Fact] { return facts }
        if let links = value as? [Link] { return links }
        return value as? any MustacheParent
    }
}
