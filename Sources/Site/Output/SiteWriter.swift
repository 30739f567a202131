import Archive
import Synchronization

/// Writes the files of a site, those alone that change; the only type that writes to the site's folder.
///
/// A file whose bytes are there already is left alone, so that it keeps its time. A new file is written beside its place and then
/// moved there, so that a reader never sees half of it. A file that takes another's place is moved there only when the whole site is
/// written, and one that is due no longer is removed after that: until then the old site stands, and at every moment all links lead
/// somewhere.
public final class SiteWriter: Sendable {
    let folder: SiteFolder
    let hashes: FileHashes
    let old: Manifest?
    let journal: Journal
    /// What stands in the folder by the last manifest, and by what was written after it.
    let made: [String: Manifest.File]
    private let skips: Bool
    let state = Mutex(State())

    struct State: Sendable {
        var files: [String: Manifest.File] = [:]
        var written: Set<String> = []
        /// The files that wait beside their places, with the hashes of their bytes, in the order they were written.
        var waiting: [(path: String, content: ContentHash)] = []
        /// The first file that could not be written: no other is written after it.
        var failure: Problem?
        /// How many things are just being done to the folder.
        var underway = 0
        /// Whether nothing is to be done to it any more.
        var isAbandoned = false
    }

    /// A kind of file that is counted.
    public enum Counted: String, Sendable {
        /// Every file.
        case files
        case pages
        case reports

        func includes(_ path: String) -> Bool {
            switch self {
            case .files: return true
            case .pages: return path.hasSuffix(".html")
            case .reports: return path.hasSuffix(".md")
            }
        }
    }

    /// How many files of a kind there are, and how many of them had to be written.
    public struct Counts: Sendable {
        /// All of the site so far.
        public var files: Int
        /// Those that were not there, or had other bytes.
        public var written: Int
    }

    /// Makes a writer of the site in a folder, which need not exist yet.
    ///
    /// - Parameters:
    ///   - hashes: the hashes of files that stand as they stood
    ///   - skips: whether a file that was made from the same before need not be made again
    public init(folder: String, hashes: FileHashes = FileHashes(), skips: Bool = true) {
        self.folder = SiteFolder(folder)
        self.hashes = hashes
        self.skips = skips
        old = self.folder.bytes(Manifest.path.text).flatMap(Manifest.init(bytes:))
        journal = Journal(folder: self.folder)
        made = (old?.files ?? [:]).merging(journal.files.compactMapValues(\.last)) { _, newer in newer }
    }

    /// What was done so far.
    public func done(_ kind: Counted) -> Counts {
        state.withLock {
            Counts(files: $0.files.keys.count(where: kind.includes), written: $0.written.count(where: kind.includes))
        }
    }

    /// Whether an earlier build left a manifest that may save work.
    public var hasManifest: Bool { skips && old != nil }

    /// The last build of the site, where all its files still are as it left them and it was made from the same; nil otherwise.
    ///
    /// Files whose stamp is new are read and hashed, on `jobs` tasks. O(files).
    public func unchangedSite(fingerprint: ContentHash, jobs: Int) async -> Manifest? {
        guard skips, let old, old.fingerprint == fingerprint, !journal.wasThere else { return nil }
        let (folder, hashes) = (folder, hashes)
        let intact = await Concurrency.map(Array(old.files), jobs: jobs, worker: { FileBuffer() }) { buffer, file in
            hashes.hash(of: folder.place(file.key), reading: &buffer, followsLinks: false) == file.value.content
        }
        guard intact.allSatisfy(\.self) else { return nil }
        // A build that was ended by force may have begun to write this one's manifest.
        folder.discard(Manifest.path.text)
        return old
    }

    /// Whether all these files are there as they were made from the same before; if so, they count as done.
    func areCurrent(_ paths: [SitePath], key: ContentHash) -> Bool {
        guard skips else { return false }
        var buffer = FileBuffer()
        var files: [(String, Manifest.File)] = []
        for path in paths {
            guard let file = made[path.text], file.key == key,
                hashes.hash(of: folder.place(path.text), reading: &buffer, followsLinks: false) == file.content
            else { return false }
            files.append((path.text, file))
        }
        state.withLock { state in
            for (path, file) in files { state.files[path] = file }
        }
        return true
    }

    /// Writes a text where its bytes differ from what is there.
    ///
    /// - Parameter key: all that the file depends on
    public func write(_ text: String, to path: SitePath, key: ContentHash) throws(Problem) {
        var text = text
        let failure = text.withUTF8 { bytes in write(UnsafeRawBufferPointer(bytes), to: path, key: key) }
        if let failure { throw failure }
    }

    /// Writes some bytes where they differ from what is there.
    public func write(_ bytes: [UInt8], to path: SitePath, key: ContentHash) throws(Problem) {
        if let failure = bytes.withUnsafeBytes({ write($0, to: path, key: key) }) { throw failure }
    }

    /// The text of a file that is in the site already; nil where there is none.
    public func text(at path: SitePath) -> String? { folder.bytes(path.text).map { String(decoding: $0, as: UTF8.self) } }

    /// Writes some bytes where they differ from what is there.
    private func write(_ bytes: UnsafeRawBufferPointer, to path: SitePath, key: ContentHash) -> Problem? {
        if let failure = begin() { return failure }
        defer { state.withLock { $0.underway -= 1 } }
        let file = Manifest.File(key: key, content: ContentHash(of: bytes))
        let place = folder.place(path.text)
        let kind = FileOutput.kind(of: place)
        if kind == .file {
            var buffer = FileBuffer()
            if hashes.hash(of: place, reading: &buffer, followsLinks: false) == file.content {
                state.withLock { $0.files[path.text] = file }
                return nil
            }
        }
        if let failure = put(bytes, file, at: path, over: kind) { return fail(failure) }
        state.withLock { state in
            state.files[path.text] = file
            state.written.insert(path.text)
        }
        return nil
    }

    /// Puts a new file in its place, and any other beside it; the journal knows of it before it is there.
    private func put(
        _ bytes: UnsafeRawBufferPointer, _ file: Manifest.File, at path: SitePath, over kind: FileOutput.Kind
    ) -> Problem? {
        if kind == .folder { return folder.problem(path.text, .isFolder) }
        let failure = folder.makeRoom(for: Journal.path.text) ?? journal.note(file, at: path) ?? folder.prepare(path.text, bytes)
        if let failure {
            folder.discard(path.text)
            return failure
        }
        if kind == .nothing {
            if let failure = folder.putInPlace(path.text) {
                folder.discard(path.text)
                return failure
            }
            hashes.rememberWritten(file.content, of: folder.place(path.text))
            return nil
        }
        let earlier = state.withLock { state -> Problem? in
            if state.failure == nil { state.waiting.append((path.text, file.content)) }
            return state.failure
        }
        if earlier != nil { folder.discard(path.text) }
        return earlier
    }
}
