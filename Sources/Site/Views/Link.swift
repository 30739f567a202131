import Markdown

/// A text that leads to a page.
public struct Link: Sendable, Hashable {
    /// The text.
    public var label: String
    /// The address, relative to the page that holds the link.
    public var href: String

    /// Makes a link.
    public init(_ label: String, href: String) {
        self.label = label
        self.href = href
    }

    /// The link as HTML.
    public var html: HTML { "<a href=\"\(href)\">\(label)</a>" }

    static let specimen = Link("Page", href: "page.html")
}

extension Link: FieldNaming {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "label": .text(label), "href": .text(href),
        ]
    }
}
