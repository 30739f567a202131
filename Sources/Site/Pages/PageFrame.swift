import Archive
import Markdown

/// What all pages share: the shell around them.
struct PageFrame: Sendable {
    let site: SiteConfiguration
    let prose: [ProsePage]

    /// A link to a page of prose; nil where the site has none of that name.
    func link(toProse name: String, _ label: String, from path: SitePath) -> Link? {
        prose.first { $0.name.text == name }.map { Link(label, href: path.href(to: .content($0.name))) }
    }

    /// The shell of the page at `path`.
    ///
    /// - Parameters:
    ///   - here: what the page is called below the pages above it, where that is shorter than its title
    ///   - above: the pages above it, the outermost first, without the home page, which is above all of them
    ///   - feed: the feed of what it lists
    func shell(
        _ path: SitePath, title: String, description: String, kind: PageHead.Kind = .website, here: String? = nil,
        above: [(String, SitePath)] = [], feed: (String, SitePath)? = nil
    ) -> PageShell {
        let isHome = path == .home
        let pages = prose.map { ($0.title, SitePath.content($0.name)) } + [("Problems", SitePath.problems)]
        return PageShell(
            root: path.root, language: site.language, siteName: site.title, title: isHome ? title : "\(title) · \(site.title)",
            description: description,
            head: PageHead(
                title, kind: kind, address: site.address(of: path.text),
                feed: feed.map { Link($0.0, href: path.href(to: $0.1)) }),
            navigation: pages.map { NavigationLink($0.0, href: path.href(to: $0.1), isCurrent: $0.1 == path) },
            breadcrumbs: isHome ? [] : ([("Home", .home)] + above).map { Link($0.0, href: path.href(to: $0.1)) },
            here: isHome ? nil : here ?? title,
            colophon: "Made by <a href=\"https://github.com/benchfolio/benchfolio\">Benchfolio</a> from the runs in this archive."
        )
    }
}
