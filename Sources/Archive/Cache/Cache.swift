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

    /// Uses a folder, which is made when the first record is kept.
    public init(folder: String) { self.folder = folder }

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

    /// The record of a key; nil where there is none that can be trusted.
    ///
    /// O(bytes).
    public func record<Record: ByteCodable>(_ kind: Kind, _ key: ContentHash, as type: Record.Type = Record.self) -> Record? {
        var buffer = FileBuffer()
        do {
            try buffer.read(place(kind, key))
            let bytes = buffer.bytes
            guard bytes.count > Cache.headerSize else { return nil }
            let payload = UnsafeRawBufferPointer(rebasing: bytes[Cache.headerSize...])
            guard bytes.prefix(Cache.headerSize).elementsEqual(header(kind, key, payload)) else { return nil }
            var reader = ByteReader(payload)
            let record = try Record(from: &reader)
            return reader.isAtEnd ? record : nil
        } catch {
            return nil
        }
    }

    /// Keeps a record.
    ///
    /// It is written beside its place and moved there, so that nobody reads half of it.
    public func keep(_ record: some ByteCodable, _ kind: Kind, _ key: ContentHash) {
        var writer = ByteWriter()
        writer.write(record)
        let payload = writer.bytes
        let head = payload.withUnsafeBytes { header(kind, key, $0) }
        let place = place(kind, key)
        let temporary = "\(place).\(getpid()).new"
        if FileOutput.create(temporary, [head, payload]) != nil {
            unlink(temporary)
        } else if FileOutput.move(temporary, to: place) != nil {
            unlink(temporary)
        }
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

    private static let headerSize = 40

    /// Kind, version, key and payload as one hash behind a mark that says what the file is.
    private func header(_ kind: Kind, _ key: ContentHash, _ payload: UnsafeRawBufferPointer) -> [UInt8] {
        let content = ContentHash(of: payload)
        var writer = ByteWriter()
        writer.write(Cache.mark)
        writer.write(content.high ^ UInt64(kind.version))
        writer.write(content.low)
        writer.write(key.high)
        writer.write(key.low)
        return writer.bytes
    }

    /// `bnchfol1` in ASCII.
    private static let mark: UInt64 = 0x316C_6F66_6863_6E62
}
