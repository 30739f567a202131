import Markdown

/// The page a server shows for an address that leads nowhere.
///
/// It may be shown at any address, so all its links begin at the server's root.
public struct NotFoundView: PageView {
    /// The template it fills.
    public static let template = TemplateName.notFound

    /// What stands around the page.
    public var shell: PageShell
    /// The name of the site.
    public var siteName: String
    /// The address of the home page from the server's root, where the site knows it.
    public var home: String?
    /// A list of the newest commits; absent where there are none.
    public var newest: HTML?

    /// Makes a view.
    public init(shell: PageShell, siteName: String, home: String?, newest: HTML?) {
        self.shell = shell
        self.siteName = siteName
        self.home = home
        self.newest = newest
    }

    /// A value from which templates are checked.
    public static let specimen = NotFoundView(shell: .specimen, siteName: "Site", home: "/", newest: "")
}

extension NotFoundView {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "shell": .view(shell), "siteName": .text(siteName), "home": .text(home), "newest": .html(newest),
        ]
    }
}
