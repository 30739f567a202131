import Markdown

/// The page a server shows for an address that leads nowhere.
///
/// It may be shown at any address, so all its links begin at the server's root.
struct NotFoundView: PageView {
    /// The template it fills.
    static let template = TemplateName.notFound

    /// What stands around the page.
    var shell: PageShell
    /// The name of the site.
    var siteName: String
    /// The address of the home page from the server's root, where the site knows it.
    var home: String?
    /// A list of the newest commits; absent where there are none.
    var newest: HTML?

    /// A value from which templates are checked.
    static let specimen = NotFoundView(shell: .specimen, siteName: "Site", home: "/", newest: "")
}

extension NotFoundView {
    /// Every property under its own name.
    var fields: Fields {
        [
            "shell": .view(shell), "siteName": .text(siteName), "home": .text(home), "newest": .html(newest),
        ]
    }
}
