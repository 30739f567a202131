#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Records of what was worked out before, each under a key that names all it depends on.
///
/// A record carries its kind's version and the hash of its bytes, so a damaged, foreign or outdated one is as good as none: whatever
/// happens to the folder costs time, never correctness. A record that cannot be written is not kept, and nobody need know.
public struct Cache: Sendable {
    private let folder: String
    /// Whether records are kept, and not only read.
    let keeps: Bool

    /// Uses a folder, which is made when the first record is kept.
    public init(folder: String, keeps: Bool = true) {
        self.folder = folder
        self.keeps = keeps
    }

    /// What a record holds; the version changes whenever the bytes or their meaning do.
    public struct Kind: Sendable {
        let name: String
        let version: Int

        /// Names a kind of record.
        public init(_ name: String, version: Int) {
            self.name = name
            self.version = version
        }
    }

    /// What reading and keeping one record after another goes on using: one for each task.
    public struct Desk: ~Copyable {
        fileprivate var buffer = FileBuffer()
        fileprivate var writer = ByteWriter()
        fileprivate let parts = SharedParts()

        /// Makes a desk with nothing on it.
        public init() {}
    }

    /// The record of a key; nil where there is none that can be trusted.
    ///
    /// O(bytes).
    public func record<Record: ByteCodable>(_ kind: Kind, _ key: ContentHash, as type: Record.Type = Record.self) -> Record? {
        var desk = Desk()
        return record(kind, key, on: &desk)
    }

    /// The record of a key, with the parts that it has in common with those that were read on the same desk.
    public func record<Record: ByteCodable>(_ kind: Kind, _ key: ContentHash, on desk: inout Desk) -> Record? {
        do {
            try desk.buffer.read(place(kind, key))
            let bytes = desk.buffer.bytes
            guard bytes.count > Cache.headerSize else { return nil }
            let payload = UnsafeRawBufferPointer(rebasing: bytes[Cache.headerSize...])
            for (index, word) in header(kind, key, payload).enumerated() {
                guard UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)) == word else {
                    return nil
                }
            }
            var reader = ByteReader(payload, sharing: desk.parts)
            let record = try Record(from: &reader)
            return reader.isAtEnd ? record : nil
        } catch {
            return nil
        }
    }

    /// Keeps a record.
    public func keep(_ record: some ByteCodable, _ kind: Kind, _ key: ContentHash) {
        var desk = Desk()
        keep(record, kind, key, on: &desk)
    }

    /// Keeps a record, written on a desk.
    ///
    /// Nobody reads half of it, and whoever else keeps a record under this key at the same moment does no harm.
    public func keep(_ record: some ByteCodable, _ kind: Kind, _ key: ContentHash, on desk: inout Desk) {
        guard keeps else { return }
        desk.writer.removeAll()
        for _ in 0..<Cache.headerWords { desk.writer.write(0) }
        desk.writer.write(record)
        let head = desk.writer.withBytes { bytes in
            header(kind, key, UnsafeRawBufferPointer(rebasing: bytes[Cache.headerSize...]))
        }
        for (index, word) in head.enumerated() { desk.writer.put(word, at: 8 * index) }
        desk.writer.withBytes { RecordFile(place: place(kind, key)).replace(with: $0) }
    }

    /// The key of a record about a whole folder, the same from every working directory.
    public static func key(ofFolder path: String) -> ContentHash {
        guard let resolved = realpath(path, nil) else { return ContentHash(of: path) }
        defer { free(resolved) }
        return ContentHash(of: String(cString: resolved))
    }

    private func place(_ kind: Kind, _ key: ContentHash) -> String {
        let name = key.text
        return "\(folder)/\(kind.name)-\(kind.version)/\(name.prefix(2))/\(name)"
    }

    private static let headerWords = 5
    private static let headerSize = 8 * headerWords

    /// Kind, version, key and payload as one hash behind a mark that says what the file is.
    private func header(_ kind: Kind, _ key: ContentHash, _ payload: UnsafeRawBufferPointer) -> [UInt64] {
        let content = ContentHash(of: payload)
        return [Cache.mark, content.high ^ UInt64(kind.version), content.low, key.high, key.low]
    }

    /// `bnchfol1` in ASCII.
    private static let mark: UInt64 = 0x316C_6F66_6863_6E62
}
