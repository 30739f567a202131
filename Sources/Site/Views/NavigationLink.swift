/// A link of a row of links of which one may be the page itself, such as the navigation or the years of a listing.
struct NavigationLink: Sendable, Hashable {
    /// The text.
    var label: String
    /// The address, relative to the page that holds the link.
    var href: String
    /// Whether it is the page itself, or the part of the site that the page is in.
    var isCurrent: Bool

    /// Makes a link.
    init(_ label: String, href: String, isCurrent: Bool = false) {
        self.label = label
        self.href = href
        self.isCurrent = isCurrent
    }

    static let specimen = NavigationLink("Page", href: "page.html")
}

extension NavigationLink: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "label": .text(label), "href": .text(href), "isCurrent": .flag(isCurrent),
        ]
    }
}
