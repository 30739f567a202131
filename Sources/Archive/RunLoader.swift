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
struct RunLoader<Content: KeptContent>: Sendable {
    let path: String
    let file: String
    let name: RunName
    /// What, besides the file's bytes, decides what is made of it.
    let variant: String
    let limits: Limits
    let cache: Cache?
    let hashes: FileHashes
    let making: @Sendable (Run) -> Content

    /// Reads the file only where its hash is not known, and parses it only where the cache has nothing made of it.
    func load(_ reader: inout RunReader) -> ContentRecord<Content> {
        if let hash = hashes.remembered(path), let record = kept(hash, on: &reader.desk) { return record }
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
        if let record = kept(hash, on: &reader.desk) { return record }
        let outcome = reader.outcome(as: file, name: name, hash: hash)
        return keep(outcome.run.map(making), outcome.problems, hash, on: &reader.desk)
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

    private func kept(_ hash: ContentHash, on desk: inout Cache.Desk) -> ContentRecord<Content>? {
        guard let cache, let record: ContentRecord<Content> = cache.record(Content.kind, key(hash), on: &desk) else { return nil }
        return ContentRecord(content: record.content.map { away($0, hash) }, problems: record.problems.map { $0.moved(to: file) })
    }

    /// Keeps what was made of the file; what is kept apart need not stay in memory then.
    private func keep(
        _ content: Content?, _ problems: [Problem], _ hash: ContentHash, on desk: inout Cache.Desk
    ) -> ContentRecord<Content> {
        guard let cache, cache.keeps else { return ContentRecord(content: content, problems: problems) }
        cache.keep(ContentRecord(content: content, problems: problems), Content.kind, key(hash), on: &desk)
        guard let content else { return ContentRecord(content: nil, problems: problems) }
        do throws(Problem) {
            cache.keep(try content.rest.get(), Content.restKind, key(hash), on: &desk)
        } catch {
            return ContentRecord(content: content, problems: problems)
        }
        return ContentRecord(content: away(content, hash), problems: problems)
    }

    /// The content without what is kept apart, which is read when somebody asks for it.
    private func away(_ content: Content, _ hash: ContentHash) -> Content {
        var content = content
        content.rest = LatePart { () throws(Problem) in try rest(hash) }
        return content
    }

    /// What is kept apart, from the cache; where it is lost, from the file, if that is still what it was.
    private func rest(_ hash: ContentHash) throws(Problem) -> Content.Rest {
        if let rest: Content.Rest = cache?.record(Content.restKind, key(hash)) { return rest }
        var reader = RunReader(limits)
        let current: ContentHash
        do throws(FileFailure) { current = try reader.load(path) } catch { throw RunReader.problem(error, file: file) }
        guard current == hash, let run = reader.outcome(as: file, name: name, hash: hash).run else {
            throw Problem(
                .error, file: file, "The file was changed while the site was made, and its values are asked for again.",
                hint: "Build again.")
        }
        return try making(run).rest.get()
    }

    private func key(_ hash: ContentHash) -> ContentHash { ContentHash(of: "\(hash.text) \(variant)\(limits.textOfRuns)") }
}
