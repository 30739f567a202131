import Archive

/// The path of a file in the site, relative to the site's root: only letters, digits and `._~-` between its slashes.
public struct SitePath: Sendable, Hashable, Comparable {
    /// The path, such as `runs/20250402-vultr/index.html`.
    public let text: String

    init(_ text: String) { self.text = text }

    /// The way from this page back to the site's root, such as `../../`; empty at the root.
    public var root: String {
        String(repeating: "../", count: text.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// The link from this page to another, which names a file and so works from a disk as well.
    ///
    /// O(length).
    public func href(to target: SitePath) -> String {
        var (own, other) = (text, target.text)
        return own.withUTF8 { own in
            other.withUTF8 { other in
                let slash = UInt8(ascii: "/")
                var (at, folder) = (0, 0)
                while at < own.count, at < other.count, own[at] == other[at] {
                    at += 1
                    if own[at - 1] == slash { folder = at }
                }
                let climbs = own[folder...].count { $0 == slash }
                return String(unsafeUninitializedCapacity: 3 * climbs + other.count - folder) { href in
                    for climb in 0..<climbs { _ = href[(3 * climb)...].update(fromContentsOf: "../".utf8) }
                    return href[(3 * climbs)...].update(fromContentsOf: other[folder...])
                }
            }
        }
    }

    /// The path in code-point order.
    public static func < (left: SitePath, right: SitePath) -> Bool {
        left.text.precedes(right.text)
    }
}

extension SitePath {
    /// The folders at the site's root in which files stand.
    public static let foldersOfFiles = ["assets", "data", "pages", "problems"]
    /// Those in which there is a folder for each thing that has a page.
    public static let foldersOfFolders = ["commits", "forks", "machines", "runs"]

    static let home = SitePath("index.html")
    static let problems = SitePath("problems/index.html")
    static let notFound = SitePath("404.html")
    static let index = SitePath("data/site.json")
    static let commitIndex = SitePath("data/commits.json")
    static let commitScript = SitePath("assets/commits.js")
    static let comparisonSchema = SitePath("data/comparison.schema.json")
    static let searchIndex = SitePath("assets/search-index.js")
    static let feed = SitePath("feed.xml")
    static let sitemap = SitePath("sitemap.xml")
    static let robots = SitePath("robots.txt")
    static let noJekyll = SitePath(".nojekyll")

    static func asset(_ name: String) -> SitePath { SitePath("assets/\(name)") }
    static func content(_ name: SafeName) -> SitePath { SitePath("pages/\(name.text).html") }
    static func machine(_ name: SafeName) -> SitePath { SitePath("machines/\(name.text)/index.html") }
    static func fork(_ name: SafeName) -> SitePath { SitePath("forks/\(name.text)/index.html") }
    static func commit(_ name: SafeName) -> SitePath { SitePath("commits/\(name.text)/index.html") }
    static func run(_ name: SafeName) -> SitePath { SitePath("runs/\(name.text)/index.html") }

    /// The path of a file in the same folder.
    func beside(_ name: String) -> SitePath {
        SitePath(String(text[..<(text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex)]) + name)
    }

    /// The page of a listing that holds one period of it, such as `2024 Q1`, beside the listing's first page.
    func period(_ period: String) -> SitePath {
        let name = SafeName(period.lowercased().replacing(" ", with: "-"))
        return SitePath(text.split(separator: "/").dropLast().joined(separator: "/") + "/\(name.text).html")
    }
}
