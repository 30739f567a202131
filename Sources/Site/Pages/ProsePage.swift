import Archive
import Foundation
import Markdown
import Synchronization

/// A page of prose that the archive brings along as Markdown.
struct ProsePage: Sendable {
    /// The name of its file in the site, without ending.
    let name: SafeName
    /// Its first heading, or its name where it has none.
    let title: String
    let body: HTML
    /// The files beside its own that its links name, without `.md`, and what these are called in the site.
    let links: [(file: String, name: SafeName)]

    /// Converts a text; links to other prose pages lead to what is made of them.
    init(name: String, markdown: String) {
        self.init(name: name, markdown: Array(markdown.utf8), columnLimit: MarkdownConverter.standardColumnLimit)
    }

    /// Converts a text in UTF-8, in which a table of more columns stays text.
    init(name: String, markdown: [UInt8], columnLimit: Int) {
        let named = Named()
        let converter = MarkdownConverter(
            reservedIDs: ["main", "search", "found"], linkDestination: named.destination, columnLimit: columnLimit)
        let document = converter.convert(utf8: markdown)
        self.name = SafeName(name)
        title = document.title ?? name
        body = document.html
        links = named.files.withLock(\.self)
    }

    /// The files that links of a text name.
    private final class Named: Sendable {
        let files = Mutex<[(file: String, name: SafeName)]>([])

        /// `method.md#hpt` becomes `method.html#hpt`, and `my%20page.md` `my_page.html`, which is what is made of `my page.md`; an address with
        /// a scheme or a host, or of another kind of file, stays.
        func destination(_ address: String) -> String {
            let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts[0].hasSuffix(".md"), !parts[0].contains(":"), !parts[0].hasPrefix("//") else { return address }
            let (path, place) = (String(parts[0].dropLast(3)), parts.count == 2 ? "#\(parts[1])" : "")
            guard !path.contains("/") else { return "\(path).html\(place)" }
            let file = path.removingPercentEncoding ?? path
            let name = SafeName(file)
            files.withLock { $0.append((file, name)) }
            return "\(name.text).html\(place)"
        }
    }
}
