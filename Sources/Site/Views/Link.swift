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

/// A link of a row of links of which one may be the page itself, such as the navigation or the years of a listing.
public struct NavigationLink: Sendable, Hashable {
    /// The text.
    public var label: String
    /// The address, relative to the page that holds the link.
    public var href: String
    /// Whether it is the page itself, or the part of the site that the page is in.
    public var isCurrent: Bool

    /// Makes a link.
    public init(_ label: String, href: String, isCurrent: Bool = false) {
        self.label = label
        self.href = href
        self.isCurrent = isCurrent
    }

    static let specimen = NavigationLink("Page", href: "page.html")
}

/// A name and what is known under it, such as `CPU` and its model.
public struct Fact: Sendable, Hashable {
    /// The name.
    public var name: String
    /// What is known: text, or links.
    public var value: HTML

    /// Makes a fact whose value is plain text.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = .escaped(value)
    }

    /// Makes a fact whose value is HTML, such as a link.
    public init(_ name: String, html value: HTML) {
        self.name = name
        self.value = value
    }

    static let specimen = Fact("Name", "value")
}

extension Link: FieldNaming {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "label": .text(label), "href": .text(href),
        ]
    }
}

extension NavigationLink: FieldNaming {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "label": .text(label), "href": .text(href), "isCurrent": .flag(isCurrent),
        ]
    }
}

extension Fact: FieldNaming {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "name": .text(name), "value": .html(value),
        ]
    }
}
