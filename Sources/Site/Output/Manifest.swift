import Archive

/// The files that the tool wrote into a site, with what each was made from and what it holds.
///
/// It stands in the site itself, as `.benchfolio`. By it a later build knows what need not be made again, and which files are its own
/// to remove. It depends on nothing but the inputs, so two builds write the same one.
public struct Manifest: Sendable, Equatable {
    static let path = SitePath(".benchfolio")
    /// The fingerprint of a site that is not whole: no site is made from this.
    static let unfinished = ContentHash(of: "unfinished")

    /// One file of the site.
    public struct File: Sendable, Equatable {
        /// All that the file depends on, as one hash.
        let key: ContentHash
        /// The hash of the file's bytes.
        let content: ContentHash
    }

    /// Everything the whole site depends on, as one hash.
    public let fingerprint: ContentHash
    /// How many comparisons the site holds.
    public let comparisons: Int
    /// What was wrong with the inputs.
    public let problems: [Problem]
    /// The files in code-point order of their paths.
    public let files: ManifestLines
    /// A hash of all that the manifest says.
    let hash: ContentHash

    /// The manifest as it is written: a line for each fact, the files last and in code-point order, a hash of all other lines first.
    let utf8: [UInt8]

    /// How many pages the site holds.
    public var pages: Int { files.count(of: .pages) }

    /// Makes a manifest of lines that stand in an old one and of new files.
    ///
    /// - Parameters:
    ///   - lines: in code-point order of the paths
    ///   - old: the manifest that the old lines stand in
    init(fingerprint: ContentHash, comparisons: Int, problems: [Problem], lines: [ManifestLine], of old: ManifestLines) {
        var bytes = Manifest.head(ContentHash(high: 0, low: 0))
        bytes.reserveCapacity(bytes.count + 200 + 140 * lines.count)
        bytes += "fingerprint\t\(fingerprint.text)\ncomparisons\t\(comparisons)\n".utf8
        for problem in problems {
            var writer = ByteWriter()
            writer.write(problem)
            bytes += "problem\t\(Manifest.digits(writer.bytes))\n".utf8
        }
        let start = bytes.count
        var ends: [Int] = []
        ends.reserveCapacity(lines.count)
        for line in lines {
            switch line {
            case .old(let index): bytes += old.line(at: index)
            case .new(let path, let file): bytes += file.line(path).utf8
            }
            ends.append(bytes.count)
        }
        hash = Manifest.hash(of: bytes)
        bytes.replaceSubrange(..<Manifest.headLength, with: Manifest.head(hash))
        self.fingerprint = fingerprint
        self.comparisons = comparisons
        self.problems = problems
        utf8 = bytes
        files = ManifestLines(bytes, from: start, ends: ends)
    }

    /// Reads a manifest; nil where its bytes are damaged or of another version.
    ///
    /// O(bytes).
    init?(utf8 bytes: [UInt8]) {
        guard bytes.count >= Manifest.headLength else { return nil }
        let hash = Manifest.hash(of: bytes)
        guard bytes.starts(with: Manifest.head(hash)) else { return nil }
        var (fingerprint, comparisons, problems): (ContentHash?, Int?, [Problem]) = (nil, nil, [])
        var start = Manifest.headLength
        while start < bytes.count, !bytes[start...].starts(with: ManifestLines.mark) {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            let fields = bytes[start..<end].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            let words = fields.map { String(decoding: $0, as: UTF8.self) }
            switch (words.first, fields.count) {
            case ("fingerprint", 2): fingerprint = ContentHash(digits: fields[1])
            case ("comparisons", 2): comparisons = Int(words[1])
            case ("problem", 2):
                guard let problem = Manifest.bytes(words[1][...]).flatMap({ Problem(record: $0) }) else { return nil }
                problems.append(problem)
            default: return nil
            }
            start = end + 1
        }
        guard let fingerprint, let comparisons, let files = ManifestLines(reading: bytes, from: start) else { return nil }
        self.fingerprint = fingerprint
        self.comparisons = comparisons
        self.problems = problems
        self.files = files
        self.hash = hash
        utf8 = bytes
    }

    /// Two manifests are equal where they say the same.
    public static func == (left: Manifest, right: Manifest) -> Bool { left.utf8 == right.utf8 }
}

extension Manifest {
    private static let title = "benchfolio manifest 1"

    /// The first line.
    private static func head(_ hash: ContentHash) -> [UInt8] { Array("\(title)\t\(hash.text)\n".utf8) }

    private static let headLength = head(ContentHash(high: 0, low: 0)).count

    /// The hash of all lines but the first.
    private static func hash(of bytes: [UInt8]) -> ContentHash {
        bytes.withUnsafeBytes { ContentHash(of: UnsafeRawBufferPointer(rebasing: $0[headLength...])) }
    }

    private static func digits(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func bytes(_ digits: Substring) -> [UInt8]? {
        let values = digits.utf8.map { UInt8(ascii: "a") <= $0 ? $0 - 87 : $0 &- 48 }
        guard values.count.isMultiple(of: 2), values.allSatisfy({ $0 < 16 }) else { return nil }
        return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }
}
