import Archive
import Markdown

/// A page of prose that the archive brings along as Markdown.
public struct ProsePage: Sendable {
    /// The name of its file in the site, without ending.
    public let name: SafeName
    /// Its first heading, or its name where it has none.
    public let title: String
    let body: HTML

    /// Converts a text; links to other prose pages lead to what is made of them.
    public init(name: String, markdown: String) {
        self.init(name: name, markdown: Array(markdown.utf8), columnLimit: MarkdownConverter.standardColumnLimit)
    }

    /// Converts a text in UTF-8, in which a table of more columns stays text.
    init(name: String, markdown: [UInt8], columnLimit: Int) {
        let converter = MarkdownConverter(linkDestination: ProsePage.destination, columnLimit: columnLimit)
        let document = converter.convert(utf8: markdown)
        self.name = SafeName(name)
        title = document.title ?? name
        body = document.html
    }

    /// `method.md#hpt` becomes `method.html#hpt`; an address with a scheme, or of another kind of file, stays.
    private static func destination(_ address: String) -> String {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts[0].hasSuffix(".md"), !parts[0].contains(":") else { return address }
        let page = parts[0].dropLast(3) + ".html"
        return parts.count == 2 ? "\(page)#\(parts[1])" : String(page)
    }
}
