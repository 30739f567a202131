/// The page a server shows for an address that leads nowhere.
///
/// It may be shown at any address, so it can link to nothing relative and carries its own style.
public struct NotFoundView: PageView {
    /// The template it fills.
    public static let template = TemplateName.notFound

    /// The language of the texts, such as `en`.
    public var language: String
    /// The name of the site.
    public var siteName: String
    /// The address of the home page from the server's root, where the site knows it.
    public var home: String?

    /// Makes a view.
    public init(language: String = "en", siteName: String, home: String?) {
        self.language = language
        self.siteName = siteName
        self.home = home
    }

    /// A value from which templates are checked.
    public static let specimen = NotFoundView(siteName: "Site", home: "/")
}

extension NotFoundView {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "language": .text(language), "siteName": .text(siteName), "home": .text(home),
        ]
    }
}
