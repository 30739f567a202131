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
    /// The files by their paths.
    public let files: [String: File]

    /// How many pages the site holds.
    public var pages: Int { files.keys.count(where: SiteWriter.Counted.pages.includes) }

    /// Makes a manifest.
    public init(fingerprint: ContentHash, comparisons: Int, problems: [Problem], files: [String: File]) {
        self.fingerprint = fingerprint
        self.comparisons = comparisons
        self.problems = problems
        self.files = files
    }
}

extension Manifest.File {
    /// The file as a line.
    func line(_ path: String) -> String { "file\t\(key.text)\t\(content.text)\t\(path)\n" }

    /// Reads a line; nil where it is not about a file.
    ///
    /// Both hashes are 32 digits, so everything has its place: `file`, the key, the content, the path, with tabs between.
    static func read(_ line: ArraySlice<UInt8>) -> (path: String, file: Manifest.File)? {
        let start = line.startIndex
        guard line.count >= 71, line.starts(with: "file\t".utf8), line[start + 37] == UInt8(ascii: "\t"),
            line[start + 70] == UInt8(ascii: "\t"), let key = ContentHash(digits: line[(start + 5)..<(start + 37)]),
            let content = ContentHash(digits: line[(start + 38)..<(start + 70)])
        else { return nil }
        return (String(decoding: line[(start + 71)...], as: UTF8.self), Manifest.File(key: key, content: content))
    }
}

extension Manifest {
    private static let title = "benchfolio manifest 1"

    /// The manifest as text: a line for each fact, the files in code-point order, a hash of all lines first.
    var text: String {
        var body = "fingerprint\t\(fingerprint.text)\ncomparisons\t\(comparisons)\n"
        for problem in problems {
            var writer = ByteWriter()
            writer.write(problem)
            body += "problem\t\(Manifest.digits(writer.bytes))\n"
        }
        for (path, file) in files.sorted(by: { $0.key.precedes($1.key) }) {
            body += file.line(path)
        }
        return "\(Manifest.title)\t\(ContentHash(of: body).text)\n\(body)"
    }

    /// Reads a manifest; nil where the text is damaged or of another version.
    init?(text: String) { self.init(bytes: Array(text.utf8)) }

    /// Reads a manifest; nil where its bytes are damaged or of another version.
    ///
    /// A site of thousands of pages is looked at in full before every build, so this goes by bytes.
    init?(bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let body = bytes[(end + 1)...]
        let hash = body.withUnsafeBytes { ContentHash(of: $0) }
        guard bytes[..<end].elementsEqual("\(Manifest.title)\t\(hash.text)".utf8) else { return nil }
        var (fingerprint, comparisons, problems, files): (ContentHash?, Int?, [Problem], [String: File]) = (nil, nil, [], [:])
        files.reserveCapacity(body.count / 128)
        for line in body.split(separator: UInt8(ascii: "\n")) {
            if let (path, file) = File.read(line) {
                files[path] = file
                continue
            }
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            let words = fields.map { String(decoding: $0, as: UTF8.self) }
            switch (words.first, fields.count) {
            case ("fingerprint", 2): fingerprint = ContentHash(digits: fields[1])
            case ("comparisons", 2): comparisons = Int(words[1])
            case ("problem", 2):
                guard let problem = Manifest.bytes(words[1][...]).flatMap({ Problem(record: $0) }) else { return nil }
                problems.append(problem)
            default: return nil
            }
        }
        guard let fingerprint, let comparisons else { return nil }
        self.init(fingerprint: fingerprint, comparisons: comparisons, problems: problems, files: files)
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
