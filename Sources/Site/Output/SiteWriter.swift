import Archive
import Markdown
import Synchronization

/// Writes the files of a site, those alone that change; the only type that writes to the site's folder.
///
/// A file whose bytes are there already is left alone, so that it keeps its time. A new file is written beside its place and then
/// moved there, so that a reader never sees half of it. A file that takes another's place is moved there only when the whole site is
/// written, and one that is due no longer is removed after that: until then the old site stands, and at every moment all links lead
/// somewhere.
public final class SiteWriter: Sendable {
    let folder: SiteFolder
    let known: KnownFiles
    private let skips: Bool
    /// Whether there was a site without the list of its files, as where it was copied without its hidden ones.
    let hasLostManifest: Bool
    let state: Mutex<State>

    struct State: Sendable {
        /// Which files of the old manifest stand as they are, and the stamps of these.
        var isKept: [Bool]
        var keptStamps: [FileStamp?]
        /// All other files of the site so far, and their stamps.
        var files: [String: Manifest.File] = [:]
        var stamps: [String: FileStamp] = [:]
        var written: Set<String> = []
        /// The files that wait beside their places, with their stamps there.
        var waiting: [String: FileStamp] = [:]
        /// The first file that could not be written: no other is written after it.
        var failure: Problem?
        /// How many things are just being done to the folder.
        var underway = 0
        /// Whether nothing is to be done to it any more.
        var isAbandoned = false
        /// The stamps of the site as it was left.
        var sealed: SiteStamps?
    }

    /// A kind of file that is counted.
    public enum Counted: String, Sendable {
        /// Every file.
        case files
        case pages
        case reports

        func includes(_ path: String) -> Bool {
            var path = path
            return path.withUTF8 { includes(UnsafeRawBufferPointer($0)) }
        }

        func includes(_ path: UnsafeRawBufferPointer) -> Bool {
            switch self {
            case .files: return true
            case .pages: return path.suffix(5).elementsEqual(".html".utf8)
            case .reports: return path.suffix(3).elementsEqual(".md".utf8)
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
    ///   - stamps: the stamps of its files as the last build left them
    ///   - skips: whether a file that was made from the same before need not be made again
    public init(folder: String, stamps: SiteStamps? = nil, skips: Bool = true) {
        let folder = SiteFolder(folder)
        self.folder = folder
        self.skips = skips
        known = KnownFiles(of: folder, stamps)
        hasLostManifest =
            known.old == nil && !known.journal.wasThere && FileOutput.kind(of: folder.place(SitePath.index.text)) == .file
        state = Mutex(State(isKept: known.stamps.map { _ in false }, keptStamps: known.stamps))
    }

    /// What was done so far.
    public func done(_ kind: Counted) -> Counts {
        state.withLock { state in
            let kept = known.old?.files.count(of: kind) { state.isKept[$0] } ?? 0
            return Counts(
                files: kept + state.files.keys.count(where: kind.includes), written: state.written.count(where: kind.includes))
        }
    }

    /// What speaks against a site in this folder: a page of another one, which no build has made.
    ///
    /// A site that has lost its manifest is known by its index for programs.
    ///
    /// - Parameter site: what will be written, asked for where there is a file for search engines that is none of ours: without an address on
    ///   the web there is nothing for them
    public func foreignSite(_ site: @autoclosure () -> SiteConfiguration) -> Problem? {
        guard !hasLostManifest else { return nil }
        func isForeign(_ page: SitePath) -> Bool {
            FileOutput.kind(of: folder.place(page.text)) == .file && known.contents(of: page.text).isEmpty
        }
        var foreign = [SitePath.home, .notFound, .feed].first(where: isForeign)
        if foreign == nil, let page = [SitePath.sitemap, .robots].first(where: isForeign), site().address(of: "") != nil {
            foreign = page
        }
        guard let page = foreign else { return nil }
        return Problem(
            .error, file: folder.place(page.text), "This file is not one that Benchfolio has made, and it would be overwritten.",
            hint: "Name another folder: --output FOLDER; or remove the file, if the folder is meant.")
    }

    /// Whether an earlier build left a manifest that may save work.
    public var hasManifest: Bool { skips && known.old != nil }

    /// The stamps of the site as this build has left it; nil as long as it has not ended, or where they are what they were.
    public var newStamps: SiteStamps? {
        state.withLock(\.sealed).flatMap { $0.manifest == known.old?.hash && $0.stamps == known.stamps ? nil : $0 }
    }

    /// The last build of the site, where all its files still are as it left them and it was made from the same; nil otherwise.
    ///
    /// Files whose stamp is new are read and hashed, on `jobs` tasks. O(files).
    public func unchangedSite(fingerprint: ContentHash, jobs: Int) async -> Manifest? {
        guard skips, let old = known.old, old.fingerprint == fingerprint, !known.journal.wasThere else { return nil }
        let (root, left, files) = (folder.root, known.stamps, old.files)
        let parts = stride(from: 0, to: files.count, by: 256).map { $0..<min($0 + 256, files.count) }
        let stamps = await Concurrency.map(parts, jobs: jobs, worker: { FileLook(root: root) }) { look, part in
            look.stamps(of: files, part, known: left)
        }
        guard stamps.allSatisfy({ $0 != nil }) else { return nil }
        // A build that was ended by force may have begun to write this one's manifest.
        folder.discard(Manifest.path.text)
        state.withLock { $0.sealed = SiteStamps(manifest: old.hash, stamps: stamps.compactMap(\.self).flatMap(\.self)) }
        return old
    }

    /// Whether all these files are there as they were made from the same before; if so, they count as done.
    func areCurrent(_ paths: [SitePath], key: ContentHash) -> Bool {
        guard skips else { return false }
        let digits = key.text
        var notes: [KnownFiles.Note] = []
        for path in paths {
            guard let note = known.file(at: path.text, madeFrom: digits) else { return false }
            notes.append(note)
        }
        state.withLock { state in
            for note in notes { state.add(note) }
        }
        return true
    }

    /// Writes a text where its bytes differ from what is there.
    ///
    /// - Parameter key: all that the file depends on
    public func write(_ text: String, to path: SitePath, key: ContentHash) throws(Problem) {
        var text = text
        let failure = text.withUTF8 { bytes in write(UnsafeRawBufferPointer(bytes), to: path.text, key: key) }
        if let failure { throw failure }
    }

    /// Writes some bytes where they differ from what is there.
    public func write(_ bytes: [UInt8], to path: SitePath, key: ContentHash) throws(Problem) {
        if let failure = bytes.withUnsafeBytes({ write($0, to: path.text, key: key) }) { throw failure }
    }

    /// Writes what has been gathered where it differs from what is there.
    func write(_ bytes: borrowing GrowingBytes, to path: SitePath, key: ContentHash) throws(Problem) {
        if let failure = bytes.withBytes({ write($0, to: path.text, key: key) }) { throw failure }
    }

    /// The text of a file that is in the site already; nil where there is none.
    public func text(at path: SitePath) -> String? { folder.bytes(path.text).map { String(decoding: $0, as: UTF8.self) } }

    /// Writes some bytes where they differ from what is there.
    private func write(_ bytes: UnsafeRawBufferPointer, to path: String, key: ContentHash) -> Problem? {
        if let failure = begin() { return failure }
        defer { state.withLock { $0.underway -= 1 } }
        let file = Manifest.File(key: key, content: ContentHash(of: bytes))
        // The journal knows of a file before it is there, and before its folder is: an empty one would be nobody's.
        var isNoted = false
        func note() -> Problem? {
            defer { isNoted = true }
            return isNoted ? nil : known.journal.note(file, at: path)
        }
        do throws(Problem) {
            try folder.makeRoom(for: path, announcing: note)
            let (kind, stamp) = folder.isNew(path) ? (.nothing, nil) : FileOutput.look(at: folder.place(path))
            if let stamp, stamp.size == bytes.count, let note = known.note(file, at: path, stamp) {
                state.withLock { $0.add(note) }
                return nil
            }
            let written = try put(bytes, at: path, over: kind, announcing: note)
            state.withLock { state in
                state.add(.new(path, file, written))
                state.written.insert(path)
            }
            return nil
        } catch {
            return fail(error)
        }
    }

    /// Puts a new file in its place, and any other beside it, and returns the stamp of the one in its place.
    ///
    /// - Parameter announce: called before anything is done; returns what speaks against it
    private func put(
        _ bytes: UnsafeRawBufferPointer, at path: String, over kind: FileOutput.Kind, announcing announce: () -> Problem?
    ) throws(Problem) -> FileStamp? {
        if kind == .folder { throw folder.problem(path, .isFolder) }
        do throws(Problem) {
            if let failure = announce() { throw failure }
            let stamp = try folder.prepare(path, bytes)
            if kind == .nothing { return try folder.putInPlace(path, stamp) }
            let earlier = state.withLock { state -> Problem? in
                if state.failure == nil { state.waiting[path] = stamp }
                return state.failure
            }
            if let earlier { throw earlier }
            return nil
        } catch {
            folder.discard(path)
            throw error
        }
    }
}

extension SiteWriter.State {
    /// Notes a file of the site.
    fileprivate mutating func add(_ note: KnownFiles.Note) {
        switch note {
        case .kept(let index, let stamp):
            isKept[index] = true
            keptStamps[index] = stamp
        case .new(let path, let file, let stamp):
            files[path] = file
            stamps[path] = stamp
        }
    }
}
