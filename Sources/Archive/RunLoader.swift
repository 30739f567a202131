/// What was made of one results file.
public struct ReadRun<Content: Sendable>: Sendable {
    /// The path relative to the archive's root.
    public let file: String
    /// What the names say.
    public let name: RunName
    /// What was made of the content.
    public let content: Content
}

/// What was made of one content: nothing, where nothing of it could be used, and what is wrong with it.
struct ContentRecord<Content: ByteCodable>: ByteCodable {
    let content: Content?
    let problems: [Problem]

    init(content: Content?, problems: [Problem]) {
        self.content = content
        self.problems = problems
    }

    func write(to writer: inout ByteWriter) {
        writer.write(content)
        writer.write(problems)
    }

    init(from reader: inout ByteReader) throws(DamagedRecord) {
        content = try reader.optional()
        problems = try reader.list()
    }
}

/// Makes something of one results file, or takes it from the cache.
struct RunLoader {
    let path: String
    let file: String
    let name: RunName
    let variant: String
    let kind: Cache.Kind
    let cache: Cache?
    let hashes: FileHashes

    /// Reads the file only where its hash is not known, and parses it only where the cache has nothing made of it.
    func load<Content: ByteCodable>(_ reader: inout RunReader, making: (Run) -> Content) -> ContentRecord<Content> {
        if let hash = hashes.remembered(path), let record: ContentRecord<Content> = kept(hash, on: &reader.desk) { return record }
        let hash: ContentHash
        do {
            guard let whole = try loadWhole(&reader) else {
                hashes.rememberUnread(ContentHash(of: "changing"), of: path)
                return ContentRecord(content: nil, problems: [changing])
            }
            hash = whole
        } catch {
            hashes.rememberUnread(FileHashes.unreadable(error), of: path)
            return ContentRecord(content: nil, problems: [RunReader.problem(error, file: file)])
        }
        if let record: ContentRecord<Content> = kept(hash, on: &reader.desk) { return record }
        let outcome = reader.outcome(as: file, name: name, hash: hash)
        let record = ContentRecord(content: outcome.run.map(making), problems: outcome.problems)
        cache?.keep(record, kind, key(hash), on: &reader.desk)
        return record
    }

    /// Loads the file as it was at one moment, and returns its hash; nil where it goes on changing.
    private func loadWhole(_ reader: inout RunReader) throws(FileFailure) -> ContentHash? {
        for _ in 0..<3 {
            let stamp = FileStamp(of: path)
            let hash = try reader.load(path)
            guard FileStamp(of: path) == stamp else { continue }
            if let stamp { hashes.remember(hash, of: path, stamp: stamp) }
            return hash
        }
        return nil
    }

    private var changing: Problem {
        Problem(
            .error, file: file, "The file was changed again and again while it was read; it was left out.",
            hint: "Build again when it is complete.")
    }

    private func kept<Content: ByteCodable>(_ hash: ContentHash, on desk: inout Cache.Desk) -> ContentRecord<Content>? {
        guard let cache, let record: ContentRecord<Content> = cache.record(kind, key(hash), on: &desk) else { return nil }
        return ContentRecord(content: record.content, problems: record.problems.map { $0.moved(to: file) })
    }

    private func key(_ hash: ContentHash) -> ContentHash { ContentHash(of: "\(hash.text) \(variant)") }
}
