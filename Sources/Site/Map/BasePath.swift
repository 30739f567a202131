import Archive

extension SiteConfiguration {
    /// The path from the server's root to the site, with a slash at both ends: `/benchmarks/` for `https://example.org/benchmarks/`, and
    /// `/` where nobody has said where the site is published.
    var basePath: String {
        guard let baseURL else { return "/" }
        let place = baseURL.prefix { $0 != "?" && $0 != "#" }
        let afterScheme = place.firstRange(of: "://").map { place[$0.upperBound...].drop { $0 != "/" } } ?? place
        let folders = afterScheme.split(separator: "/")
        return folders.isEmpty ? "/" : "/\(folders.joined(separator: "/"))/"
    }
}

extension PageShell {
    /// The shell of a page at the site's root that a server shows at any address: its links begin at the server's root.
    func standing(below base: String) -> PageShell {
        var shell = self
        shell.root = base
        shell.navigation = navigation.map { NavigationLink($0.label, href: base + $0.href, isCurrent: $0.isCurrent) }
        shell.breadcrumbs = breadcrumbs.map { Link($0.label, href: base + $0.href) }
        return shell
    }
}
