/// What an archive's `site.toml` says about the site: every key is optional.
public struct SiteConfiguration: Sendable, Hashable {
    /// The site's name.
    public let title: String
    /// One sentence on what is measured.
    public let description: String?
    /// Where the site is published, with a slash at the end; nil where that is unknown.
    public let baseURL: String?
    /// The language of the pages' text, as HTML names it.
    public let language: String
    /// The address of a commit, with `{fork}` and `{commit}` in their places.
    public let commitLink: String
    /// The address of a branch or tag, with `{fork}` and `{ref}` in their places.
    public let refLink: String
    /// How much of each input is read.
    public let limits: Limits

    /// The site of an archive that says nothing about it.
    public static let standard = SiteConfiguration()

    /// Makes a site's configuration.
    public init(
        title: String = "Benchmark results", description: String? = nil, baseURL: String? = nil, language: String = "en",
        commitLink: String = "https://github.com/{fork}/cpython/commit/{commit}",
        refLink: String = "https://github.com/{fork}/cpython/tree/{ref}", limits: Limits = .standard
    ) {
        self.title = title
        self.description = description
        self.baseURL = baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
        self.language = language
        self.commitLink = commitLink
        self.refLink = refLink
        self.limits = limits
    }

    /// Where a page that stands at a path in the site is published; nil where that is unknown, or no address of the web.
    public func address(of path: String) -> String? {
        guard let baseURL, baseURL.hasPrefix("https://") || baseURL.hasPrefix("http://") else { return nil }
        return baseURL + path
    }

    /// The address of a fork's commit.
    public func commitURL(fork: String, commit: String) -> String {
        SiteConfiguration.filled(commitLink, ["{fork}": fork, "{commit}": commit])
    }

    /// The address of a fork's branch or tag.
    public func refURL(fork: String, ref: String) -> String {
        SiteConfiguration.filled(refLink, ["{fork}": fork, "{ref}": ref])
    }

    /// An address with parts put into the places that are named for them.
    private static func filled(_ pattern: String, _ parts: KeyValuePairs<String, String>) -> String {
        let pattern = Array(pattern.utf8)
        var filled: [UInt8] = []
        filled.reserveCapacity(pattern.count + 64)
        var place = 0
        while place < pattern.count {
            if pattern[place] == UInt8(ascii: "{"), let part = parts.first(where: { pattern[place...].starts(with: $0.key.utf8) })
            {
                append(part.value, to: &filled)
                place += part.key.utf8.count
            } else {
                filled.append(pattern[place])
                place += 1
            }
        }
        return String(decoding: filled, as: UTF8.self)
    }

    /// Adds a text as one part of an address: everything but letters, digits and `-._~/` is percent-encoded.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                bytes.append(byte)
            default:
                bytes.append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
    }
}
