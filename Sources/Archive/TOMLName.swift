/// How names are written in TOML.
public enum TOMLName {
    /// The names with dots between them, each in quotes where it needs them: `runners."my.box"`.
    public static func dotted(_ names: [String]) -> String { names.map(spelled).joined(separator: ".") }

    private static func spelled(_ name: String) -> String {
        let isBare = !name.isEmpty && name.unicodeScalars.allSatisfy(isBare)
        guard !isBare else { return name }
        return "\"" + name.unicodeScalars.map(escaped).joined() + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"", "\\": return "\\\(scalar)"
        case "\u{0}"..."\u{1F}", "\u{7F}":
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: return String(scalar)
        }
    }

    /// Whether a character may stand in a name without quotes.
    static func isBare(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: false
        }
    }
}
