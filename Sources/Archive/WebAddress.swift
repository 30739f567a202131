/// What may pass for an address on the web where one is configured: a link elsewhere could run a script.
public enum WebAddress {
    /// Whether a text is the address of a host on the web: it begins with `https://` or `http://` and names a host.
    ///
    /// Spaces and control characters stand in none: in a feed or in robots.txt a line's end would begin a line of somebody else's.
    public static func isAbsolute(_ text: String) -> Bool {
        guard let start = ["https://", "http://"].first(where: { text.utf8.starts(with: $0.utf8) }) else { return false }
        guard let host = text.utf8.dropFirst(start.utf8.count).first, !"/:?#@".utf8.contains(host) else { return false }
        return isPrintable(text)
    }

    /// Whether the addresses of pages can be made of a text by adding their paths: there is no query and no fragment in it.
    public static func isBase(_ text: String) -> Bool { isAbsolute(text) && isOfPath(text) }

    /// Whether a text is a path from a server's root, to which the paths of pages can be added.
    public static func isRootPath(_ text: String) -> Bool {
        text.utf8.first == UInt8(ascii: "/") && !text.utf8.starts(with: "//".utf8) && isPrintable(text) && isOfPath(text)
    }

    private static func isOfPath(_ text: String) -> Bool { !text.utf8.contains { "?#".utf8.contains($0) } }

    private static func isPrintable(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.properties.generalCategory != .control }
    }
}
