import Archive

/// The lines of a manifest that are about files, in code-point order of the files' paths.
///
/// A site of ten thousands of files is looked at in full before every build. So lines stay the bytes that they were read as, and each is
/// taken apart when somebody asks for it.
public struct ManifestLines: Sendable {
    /// What each line begins with.
    static let mark = Array("file\t".utf8)
    /// Where the digits of the key stand in a line, and from where on the path.
    private static let (key, path) = (5..<37, 71)

    /// The whole manifest.
    private let bytes: [UInt8]
    /// Where the first line starts.
    private let start: Int
    /// Where each line ends, behind its line feed.
    private let ends: [Int]

    /// No lines.
    init() { self.init([], from: 0, ends: []) }

    /// Takes lines that were just written.
    init(_ bytes: [UInt8], from start: Int, ends: [Int]) {
        self.bytes = bytes
        self.start = start
        self.ends = ends
    }

    /// Finds the lines of some bytes; nil where one is not about a file, or they are not in order.
    ///
    /// O(bytes).
    init?(reading bytes: [UInt8], from start: Int) {
        var ends: [Int] = []
        ends.reserveCapacity((bytes.count - start) / 128)
        let areInOrder = bytes.withUnsafeBytes { all in
            var (place, last) = (start, UnsafeRawBufferPointer(rebasing: all[..<0]))
            while place < all.count {
                guard let end = all.lineEnd(from: place) else { return false }
                let line = UnsafeRawBufferPointer(rebasing: all[place..<end])
                guard Manifest.File.isLine(line) else { return false }
                let path = UnsafeRawBufferPointer(rebasing: line[Self.path...])
                guard ends.isEmpty || last.precedes(path) else { return false }
                (place, last) = (end + 1, path)
                ends.append(place)
            }
            return true
        }
        guard areInOrder else { return nil }
        self.init(bytes, from: start, ends: ends)
    }

    /// How many files there are.
    public var count: Int { ends.count }

    /// A line with its line feed.
    func line(at index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

    /// Hands out the path of a file.
    func withPath<Result>(at index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let line = range(index)
        return bytes.withUnsafeBytes {
            body(UnsafeRawBufferPointer(rebasing: $0[(line.lowerBound + Self.path)..<(line.upperBound - 1)]))
        }
    }

    /// The path of a file.
    func path(at index: Int) -> String { withPath(at: index) { String(decoding: $0, as: UTF8.self) } }

    /// What a file was made from and what it holds; nil where the line's digits are none.
    func file(at index: Int) -> Manifest.File? { Manifest.File.read(bytes[range(index)].dropLast())?.file }

    /// Whether a file was made from a key, given as its 32 digits.
    func isMade(at index: Int, from digits: String) -> Bool {
        let start = range(index).lowerBound
        var digits = digits
        return digits.withUTF8 { digits in
            bytes.withUnsafeBytes {
                UnsafeRawBufferPointer(rebasing: $0[(start + Self.key.lowerBound)..<(start + Self.key.upperBound)])
                    .equals(UnsafeRawBufferPointer(digits))
            }
        }
    }

    /// Where the line of a path stands; nil where there is none.
    ///
    /// O(log n).
    func index(of path: String) -> Int? {
        var path = path
        return path.withUTF8 { index(of: UnsafeRawBufferPointer($0)) }
    }

    private func index(of path: UnsafeRawBufferPointer) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if withPath(at: middle, { $0.precedes(path) }) { low = middle + 1 } else { high = middle }
        }
        return low < count && withPath(at: low, { $0.equals(path) }) ? low : nil
    }

    /// How many files are of a kind.
    func count(of kind: SiteWriter.Counted, where isCounted: (Int) -> Bool = { _ in true }) -> Int {
        ends.indices.count { index in isCounted(index) && withPath(at: index, kind.includes) }
    }

    private func range(_ index: Int) -> Range<Int> { (index == 0 ? start : ends[index - 1])..<ends[index] }
}

/// A line of a manifest in the making: one of the old manifest, or a new file.
enum ManifestLine {
    case old(Int)
    case new(String, Manifest.File)

    /// The lines of an old manifest that stand, and those of new files, in code-point order of their paths; a new file takes the place of an
    /// old one.
    ///
    /// O(n) in the old lines, O(m log m) in the new files.
    static func merged(_ old: ManifestLines, keeping isKept: [Bool], _ new: [String: Manifest.File]) -> [ManifestLine] {
        var lines: [ManifestLine] = []
        lines.reserveCapacity(old.count + new.count)
        var index = 0
        for (path, file) in new.sorted(by: { $0.key.precedes($1.key) }) {
            var path = path
            path.withUTF8 { path in
                let path = UnsafeRawBufferPointer(path)
                while index < old.count, old.withPath(at: index, { $0.precedes(path) }) {
                    if isKept[index] { lines.append(.old(index)) }
                    index += 1
                }
                if index < old.count, old.withPath(at: index, { $0.equals(path) }) { index += 1 }
            }
            lines.append(.new(path, file))
        }
        lines += (index..<old.count).filter { isKept[$0] }.map { .old($0) }
        return lines
    }
}

extension Manifest.File {
    /// The file as a line.
    func line(_ path: String) -> String { "file\t\(key.text)\t\(content.text)\t\(path)\n" }

    /// Reads a line; nil where it is not about a file.
    ///
    /// Both hashes are 32 digits, so everything has its place: `file`, the key, the content, the path, with tabs between.
    static func read(_ line: ArraySlice<UInt8>) -> (path: String, file: Manifest.File)? {
        guard line.withUnsafeBytes(isLine) else { return nil }
        let start = line.startIndex
        guard let key = ContentHash(digits: line[(start + 5)..<(start + 37)]),
            let content = ContentHash(digits: line[(start + 38)..<(start + 70)])
        else { return nil }
        return (String(decoding: line[(start + 71)...], as: UTF8.self), Manifest.File(key: key, content: content))
    }

    /// Whether a line has the form of one about a file; its digits are not looked at.
    static func isLine(_ line: UnsafeRawBufferPointer) -> Bool {
        let tab = UInt8(ascii: "\t")
        return line.count >= 71 && line.starts(with: ManifestLines.mark) && line[37] == tab && line[70] == tab
            && leadsDown(UnsafeRawBufferPointer(rebasing: line[71...]))
    }

    /// Whether a path leads to something below the site's folder: whoever can put a manifest there has no other folder's files removed.
    private static func leadsDown(_ path: UnsafeRawBufferPointer) -> Bool {
        // The bytes of the name that is looked at, and whether all of them are dots.
        var (count, isDots) = (0, true)
        for byte in path {
            if byte == UInt8(ascii: "/") {
                if isDots && count <= 2 { return false }
                (count, isDots) = (0, true)
            } else {
                count += 1
                isDots = isDots && byte == UInt8(ascii: ".")
            }
        }
        return !(isDots && count <= 2)
    }
}
