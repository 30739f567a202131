import Synchronization

/// The content hashes of files, without reading those that stand as they stood.
///
/// A file that was changed just before it was hashed may be changed again within the resolution of its time: it is hashed anew next time.
public final class FileHashes: Sendable {
    fileprivate struct Entry: Sendable {
        let stamp: FileStamp
        let hash: ContentHash
        /// Whether the stamp is old enough to tell a later change.
        var isSettled = true
    }

    private let known: [ExactText: Entry]
    private let seen = Mutex<[ExactText: Entry]>([:])

    /// Knows nothing yet.
    public init() { known = [:] }

    private init(_ known: [ExactText: Entry]) {
        self.known = known
        seen.withLock { $0.reserveCapacity(known.count) }
    }

    /// The content hash of a file; nil where it cannot be read.
    ///
    /// Reads the file unless it stands as it stood.
    ///
    /// - Parameters:
    ///   - buffer: memory to read into
    ///   - largest: how many bytes a file may have; one that has more cannot be read
    public func hash(of path: String, reading buffer: inout FileBuffer, largest: Int = FileBuffer.standardLargest) -> ContentHash?
    {
        guard let stamp = FileStamp(of: path) else { return nil }
        if let hash = remembered(path, stamp) { return hash }
        do {
            try buffer.read(path, largest: largest)
        } catch {
            return nil
        }
        let hash = ContentHash(of: buffer.bytes)
        remember(hash, of: path, stamp: stamp)
        return hash
    }

    /// A hash of a file's content, or of why it cannot be read: absent is not the same as forbidden.
    public func state(of path: String, reading buffer: inout FileBuffer, largest: Int = FileBuffer.standardLargest) -> ContentHash
    {
        if let hash = hash(of: path, reading: &buffer, largest: largest) { return hash }
        do {
            try buffer.read(path, largest: largest)
            return ContentHash(of: buffer.bytes)
        } catch {
            return FileHashes.unreadable(error)
        }
    }

    /// What stands for the content of a file that cannot be read.
    static func unreadable(_ failure: FileFailure) -> ContentHash { ContentHash(of: "cannot be read: \(failure.reason)") }

    /// The content hash of a file that stands as it stood; nil for any other, which has to be read.
    public func remembered(_ path: String) -> ContentHash? {
        FileStamp(of: path).flatMap { remembered(path, $0) }
    }

    private func remembered(_ path: String, _ stamp: FileStamp) -> ContentHash? {
        let path = ExactText(path)
        return seen.withLock { seen in
            if let entry = seen[path] { return entry.stamp == stamp ? entry.hash : nil }
            guard let entry = known[path], entry.stamp == stamp else { return nil }
            seen[path] = entry
            return entry.hash
        }
    }

    /// The hash a file had when it was looked at last, whatever has happened to it since; nil where it was not looked at yet.
    ///
    /// What was made of the file then belongs to this hash, not to the one the file has now.
    public func seen(_ path: String) -> ContentHash? { seen.withLock { $0[ExactText(path)]?.hash } }

    /// Learns the hash of a file that had this stamp before it was read.
    public func remember(_ hash: ContentHash, of path: String, stamp: FileStamp) {
        seen.withLock { $0[ExactText(path)] = Entry(stamp: stamp, hash: hash, isSettled: stamp.isSettled) }
    }

    /// Learns what stands for the content of a file that could not be read when it was wanted: this build is made without it, whatever
    /// becomes of the file.
    func rememberUnread(_ hash: ContentHash, of path: String) {
        seen.withLock { $0[ExactText(path)] = Entry(stamp: .none, hash: hash, isSettled: false) }
    }

    /// The kind of record that is kept.
    public static let kind = Cache.Kind("hashes", version: 2)

    /// What is known now: a record to keep.
    public var record: Record { Record(entries: seen.withLock { $0.filter(\.value.isSettled) }) }

    /// Whether what is known now is another thing than what was known at first; if not, there is nothing new to keep.
    public var hasChanged: Bool {
        seen.withLock { seen in
            seen.count != known.count || seen.contains { path, entry in known[path]?.stamp != entry.stamp }
        }
    }

    /// Goes on from what was known once.
    public convenience init(_ record: Record) { self.init(record.entries) }

    /// Hashes by path, as they can be kept.
    public struct Record: ByteCodable {
        fileprivate let entries: [ExactText: Entry]

        fileprivate init(entries: [ExactText: Entry]) { self.entries = entries }

        /// Adds all entries to a record.
        public func write(to writer: inout ByteWriter) {
            writer.write(entries.count)
            for (path, entry) in entries {
                writer.write(path.text)
                writer.write(entry.stamp)
                writer.write(entry.hash)
            }
        }

        /// Takes all entries from a record.
        public init(from reader: inout ByteReader) throws(DamagedRecord) {
            // No entry is shorter than a length, four numbers and a hash.
            let count = try reader.length(ofItemsOf: 56)
            var entries: [ExactText: Entry] = [:]
            entries.reserveCapacity(count)
            for _ in 0..<count {
                let path = ExactText(try reader.string())
                entries[path] = Entry(stamp: try FileStamp(from: &reader), hash: try ContentHash(from: &reader))
            }
            self.entries = entries
        }
    }
}

extension ContentHash: ByteCodable {
    /// Adds the hash to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(high)
        writer.write(low)
    }

    /// Takes a hash from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(high: try reader.uint64(), low: try reader.uint64())
    }
}
