/// What the names of a results file and of its folder say about a run.
///
/// The file's stem is `bm-DATE-NICKNAME-ARCHITECTURE-FORK-REF-VERSION-HASH` with optional extra parts; the folder's name is
/// `bm-DATE-VERSION-HASH`, with `-FLAGS` for a build other than the default one. No part holds a dash: in a fork it is written `%2d`.
public struct RunName: Sendable, Hashable {
    /// The commit's date as eight digits.
    public let date: String
    /// The machine's nickname.
    public let nickname: String
    /// The machine's architecture as the operating system names it.
    public let architecture: String
    /// The fork's owner, decoded.
    public let fork: String
    /// The branch, tag or hash that was measured, cut to 20 characters by whoever wrote the file.
    public let ref: String
    /// The interpreter's version.
    public let version: Version
    /// The first seven digits of the commit's hash.
    public let hash: String
    /// The build's flags, which the folder's name alone holds.
    public let flags: Flags
    /// The parts behind the hash: none for a run's own results.
    public let extras: [String]

    /// The upstream fork, whose runs serve as baselines.
    public static let upstream = "python"

    /// How a results file is named, for hints.
    static let form = "bm-DATE-NICKNAME-ARCHITECTURE-FORK-REF-VERSION-HASH.json"
    /// What is easily wrong with such a name, for hints.
    static let ruleOfHyphens = "No part holds a hyphen: in a fork it is written %2d, elsewhere _."

    /// Reads the names of a file and its folder; nil where either does not follow the form.
    ///
    /// - Parameters:
    ///   - stem: the file's name without its last extension
    ///   - folder: the name of the folder it stands in
    public init?(stem: String, folder: String) {
        let parts = RunName.parts(of: stem)
        guard parts.count >= 8, parts[0] == "bm", parts[1...7].allSatisfy({ !$0.isEmpty }) else { return nil }
        let folderParts = RunName.parts(of: folder)
        guard (4...5).contains(folderParts.count), folderParts[0] == "bm", folderParts.allSatisfy({ !$0.isEmpty }) else {
            return nil
        }
        guard RunName.isDate(parts[1]) else { return nil }
        date = parts[1]
        nickname = parts[2]
        architecture = parts[3]
        fork = RunName.decoded(parts[4])
        ref = parts[5]
        version = Version(parts[6])
        hash = parts[7]
        flags = folderParts.count == 5 ? Flags(text: folderParts[4]) : .none
        extras = Array(parts[8...])
    }

    private static func parts(of name: String) -> [String] {
        name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map { String(Substring($0)) }
    }

    /// Whether the run is one of the upstream fork.
    public var isUpstream: Bool { fork == RunName.upstream }

    /// The date with dashes, `2024-06-05`.
    public var dashedDate: String {
        let digits = Array(date)
        return "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))"
    }

    private static func isDate(_ text: String) -> Bool {
        text.utf8.count == 8 && text.utf8.allSatisfy(\.isASCIIDigit)
    }

    private static func value(ofDigit byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// `%2d` and its like, decoded; a percent sign without two hexadecimal digits stays.
    public static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let high = value(ofDigit: bytes[index + 1]), let low = value(ofDigit: bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
