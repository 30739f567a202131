import Archive

/// A name that may stand in a path and in an address as it is: letters, digits and `._~-`.
struct SafeName: Sendable, Hashable {
    /// The name.
    let text: String

    /// Makes a name safe: `%2d` is decoded, `+` becomes `-dev`, anything else that is not a letter, digit or one of `._-` becomes `_`.
    ///
    /// A name of dots alone would lead elsewhere, and an empty one nowhere: both get underscores.
    init(_ name: String) {
        let whole = SafeName.whole(name)
        guard whole.utf8.count <= SafeName.limit else {
            text = "\(whole.prefix(SafeName.limit - 7))~\(SafeName.mark(of: name, digits: 6))"
            return
        }
        text = SafeName.leadsElsewhere(whole) ? String(repeating: "_", count: whole.utf8.count + 1) : whole
    }

    /// Whether a name may stand as it is.
    static func isSafe(_ name: String) -> Bool {
        name.utf8.count <= limit && name.utf8.allSatisfy(isSafe) && !leadsElsewhere(name)
    }

    /// Whether a name is too long to be whole.
    static func isCut(_ name: String) -> Bool { whole(name).utf8.count > limit }

    /// A name of safe signs, however long.
    private static func whole(_ name: String) -> String {
        let decoded = RunName.decoded(name)
        return decoded.utf8.allSatisfy(isSafe) ? decoded : mended(decoded)
    }

    private static func leadsElsewhere(_ name: String) -> Bool { name.utf8.allSatisfy { $0 == UInt8(ascii: ".") } }

    private static func isSafe(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// A name with a sign for each that is not safe: of the bytes of one that is not ASCII the first counts.
    private static func mended(_ name: String) -> String {
        var safe: [UInt8] = []
        safe.reserveCapacity(name.utf8.count + 8)
        for byte in name.utf8 {
            switch byte {
            case _ where isSafe(byte): safe.append(byte)
            case UInt8(ascii: "+"): safe += "-dev".utf8
            case 0x80..<0xC0: break
            default: safe.append(UInt8(ascii: "_"))
            }
        }
        return String(decoding: safe, as: UTF8.self)
    }

    /// File systems allow 255 bytes, of which a page's ending and the mark that keeps names apart take some.
    private static let limit = 200

    private init(_ name: SafeName, apartBy original: String, digits: Int) {
        text = "\(name.text)~\(SafeName.mark(of: original, digits: digits))"
    }

    private static func mark(of original: String, digits: Int) -> Substring { ContentHash(of: original).text.prefix(digits) }

    /// Makes names safe and keeps them apart: those that would meet, also on a disk that does not tell upper from lower case, all
    /// get `~` and six hexadecimal digits of their original's hash; all the digits where six are the same, which takes a made-up name.
    ///
    /// O(n).
    ///
    /// - Parameter names: for each original, which nothing else shares, the name to make safe
    static func apart(_ names: [String: String]) -> [String: SafeName] {
        let safe = names.mapValues(SafeName.init)
        let counts = SafeName.counts(safe)
        if counts.count == names.count { return safe }
        func apart(_ digits: Int) -> [String: SafeName] {
            Dictionary(
                uniqueKeysWithValues: safe.map { original, name in
                    (original, counts[name.text.lowercased()] == 1 ? name : SafeName(name, apartBy: original, digits: digits))
                })
        }
        let short = apart(6)
        return SafeName.counts(short).count == names.count ? short : apart(32)
    }

    /// How many have each name on a disk that does not tell upper from lower case.
    private static func counts(_ names: [String: SafeName]) -> [String: Int] {
        names.values.reduce(into: [:]) { $0[$1.text.lowercased(), default: 0] += 1 }
    }

    /// Makes names safe that are their own originals.
    static func apart(_ names: some Sequence<String>) -> [String: SafeName] {
        apart(Dictionary(names.map { ($0, $0) }) { first, _ in first })
    }
}
