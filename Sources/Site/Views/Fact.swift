import Markdown

/// A name and what is known under it, such as `CPU` and its model.
struct Fact: Sendable, Hashable {
    /// The name.
    var name: String
    /// What is known: text, or links.
    var value: HTML

    /// Makes a fact whose value is plain text.
    init(_ name: String, _ value: String) {
        self.name = name
        self.value = .escaped(value)
    }

    /// Makes a fact whose value is HTML, such as a link.
    init(_ name: String, html value: HTML) {
        self.name = name
        self.value = value
    }

    static let specimen = Fact("Name", "value")
}

extension Fact: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "name": .text(name), "value": .html(value),
        ]
    }
}
