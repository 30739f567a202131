import Markdown

/// What stands around every page: the head, the navigation, the breadcrumbs, the foot.
struct PageShell: Sendable, Hashable {
    /// The way to the site's root from this page, such as `../../`; empty on the home page.
    var root: String
    /// The language of the texts, such as `en`.
    var language: String
    /// The name of the site.
    var siteName: String
    /// The text of the browser's tab.
    var title: String
    /// One sentence for search engines and link previews.
    var description: String
    /// What it tells other programs.
    var head: PageHead
    /// The links at the top of every page.
    var navigation: [NavigationLink]
    /// The pages above this one, outermost first; empty on the home page.
    var breadcrumbs: [Link]
    /// The name of this page at the end of the breadcrumbs; absent on the home page.
    var here: String?
    /// The sentence at the foot of every page.
    var colophon: HTML

    /// Makes a shell.
    init(
        root: String, language: String = "en", siteName: String, title: String, description: String, head: PageHead? = nil,
        navigation: [NavigationLink], breadcrumbs: [Link] = [], here: String? = nil, colophon: HTML
    ) {
        self.root = root
        self.language = language
        self.siteName = siteName
        self.title = title
        self.description = description
        self.head = head ?? PageHead(title)
        self.navigation = navigation
        self.breadcrumbs = breadcrumbs
        self.here = here
        self.colophon = colophon
    }

    static let specimen = PageShell(
        root: "../", siteName: "Site", title: "Page", description: "A page.", head: .specimen, navigation: [.specimen],
        breadcrumbs: [.specimen], here: "Page", colophon: "Made.")
}

extension PageShell: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "root": .text(root), "language": .text(language), "siteName": .text(siteName), "title": .text(title),
            "description": .text(description), "head": .view(head), "navigation": .list(navigation),
            "breadcrumbs": .list(breadcrumbs),
            "here": .text(here), "colophon": .html(colophon),
        ]
    }
}
