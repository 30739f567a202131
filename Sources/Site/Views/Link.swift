import Markdown

/// A text that leads to a page.
struct Link: Sendable, Hashable {
    /// The text.
    var label: String
    /// The address, relative to the page that holds the link.
    var href: String

    /// Makes a link.
    init(_ label: String, href: String) {
        self.label = label
        self.href = href
    }

    /// The link as HTML.
    var html: HTML { "<a href=\"\(href)\">\(label)</a>" }

    static let specimen = Link("Page", href: "page.html")
}

extension Link: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "label": .text(label), "href": .text(href),
        ]
    }
}
