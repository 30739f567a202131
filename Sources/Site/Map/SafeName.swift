import Archive

/// A name that may stand in a path and in an address as it is: letters, digits and `._~-`.
public struct SafeName: Sendable, Hashable {
    /// The name.
    public let text: String

    /// Makes a name safe: `%2d` is decoded, `+` becomes `-dev`, anything else that is not a letter, digit or one of `._-` becomes `_`.
    ///
    /// A name of dots alone would lead elsewhere, and an empty one nowhere: both get underscores.
    public init(_ name: String) {
        let decoded = RunName.decoded(name)
        var safe = ""
        for scalar in decoded.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": safe.unicodeScalars.append(scalar)
            case "+": safe += "-dev"
            default: safe += "_"
            }
        }
        text = safe.allSatisfy { $0 == "." } ? "_" + safe.replacing(".", with: "_") : safe
    }

    private init(_ name: SafeName, apartBy original: String) {
        text = "\(name.text)~\(ContentHash(of: original).text.prefix(6))"
    }

    /// Makes names safe and keeps them apart: those that would meet, also on a disk that does not tell upper from lower case, all
    /// get `~` and six hexadecimal digits of their original's hash.
    ///
    /// O(n).
    ///
    /// - Parameter names: for each original, which nothing else shares, the name to make safe
    static func apart(_ names: [String: String]) -> [String: SafeName] {
        let safe = names.mapValues(SafeName.init)
        let counts = safe.values.reduce(into: [String: Int]()) { $0[$1.text.lowercased(), default: 0] += 1 }
        return Dictionary(
            uniqueKeysWithValues: safe.map { original, name in
                (original, counts[name.text.lowercased()] == 1 ? name : SafeName(name, apartBy: original))
            })
    }

    /// Makes names safe that are their own originals.
    static func apart(_ names: some Sequence<String>) -> [String: SafeName] {
        apart(Dictionary(names.map { ($0, $0) }) { first, _ in first })
    }
}
