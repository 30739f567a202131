import Archive
import Synchronization

/// Writes the files of a site, those alone that change; the only type that writes to the site's folder.
///
/// A file whose bytes are there already is left alone, so that it keeps its time. A new file is written beside its place and then
/// moved there, so that a reader never sees half of it.
public final class SiteWriter: Sendable {
    private let folder: String
    private let hashes: FileHashes
    private let old: Manifest?
    private let journal: Journal
    /// What stands in the folder by the last manifest, and by what was written after it.
    private let made: [String: Manifest.File]
    private let skips: Bool
    private let state = Mutex(State())

    private struct State: Sendable {
        var files: [String: Manifest.File] = [:]
        var written: Set<String> = []
        /// Whether some file could not be written, so that the site is not what it should be.
        var isIncomplete = false
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
        self.folder = folder
        self.hashes = hashes
        self.skips = skips
        old = FileContents.bytes(at: "\(folder)/\(Manifest.path.text)").flatMap(Manifest.init(bytes:))
        journal = Journal(folder: folder)
        made = (old?.files ?? [:]).merging(journal.files) { _, newer in newer }
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
            hashes.hash(of: "\(folder)/\(file.key)", reading: &buffer) == file.value.content
        }
        return intact.allSatisfy(\.self) ? old : nil
    }

    /// Whether all these files are there as they were made from the same before; if so, they count as done.
    func areCurrent(_ paths: [SitePath], key: ContentHash) -> Bool {
        guard skips else { return false }
        var buffer = FileBuffer()
        var files: [(String, Manifest.File)] = []
        for path in paths {
            guard let file = made[path.text], file.key == key,
                hashes.hash(of: place(path), reading: &buffer) == file.content
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
    public func text(at path: SitePath) -> String? { FileContents.text(at: place(path)) }

    /// Ends a build: removes what an earlier build wrote and this one did not, and writes the manifest.
    ///
    /// A file that somebody changed since is not the tool's any more: it stays, with a note. Where some file could not be written, the
    /// manifest says so, and the next build does not take the site for made.
    public func finish(fingerprint: ContentHash, comparisons: Int, problems: [Problem]) throws(Problem) -> [Problem] {
        let (files, isIncomplete) = state.withLock { ($0.files, $0.isIncomplete) }
        let notes = removeLeftOvers(but: files)
        try keep(
            Manifest(
                fingerprint: isIncomplete ? Manifest.unfinished : fingerprint, comparisons: comparisons, problems: problems,
                files: files))
        return notes
    }

    /// Ends a part of a build: what was written is noted beside what was there before, and nothing is removed.
    public func finishPart() throws(Problem) {
        guard journal.isThere else { return }
        let files = made.merging(state.withLock(\.files)) { _, newer in newer }
        try keep(Manifest(fingerprint: Manifest.unfinished, comparisons: 0, problems: [], files: files))
    }

    private func removeLeftOvers(but files: [String: Manifest.File]) -> [Problem] {
        var notes: [Problem] = []
        var buffer = FileBuffer()
        // A build that was ended by force leaves what it was just writing.
        for path in journal.files.keys.sorted() {
            let temporary = temporary(SitePath(path))
            if let reason = FileOutput.remove(temporary, under: folder) { notes.append(leftOver(temporary, reason)) }
        }
        for (path, file) in made.filter({ files[$0.key] == nil }).sorted(by: { $0.key < $1.key }) {
            guard let content = hashes.hash(of: "\(folder)/\(path)", reading: &buffer) else { continue }
            if content == file.content || content == old?.files[path]?.content {
                if let reason = FileOutput.remove(path, under: folder) { notes.append(leftOver(path, reason)) }
            } else {
                notes.append(leftOver(path, "it was changed since it was written"))
            }
        }
        return notes
    }

    /// Writes the manifest, which takes the journal's place.
    private func keep(_ manifest: Manifest) throws(Problem) {
        if manifest != old {
            var text = manifest.text
            let failure = text.withUTF8 { replace(Manifest.path, UnsafeRawBufferPointer($0)) }
            if let failure { throw failure }
        }
        if let reason = journal.remove() { throw problem(Journal.path, reason) }
    }

    private func leftOver(_ path: String, _ reason: String) -> Problem {
        Problem(
            .note, file: "\(folder)/\(path)", "The site no longer has this page, but its file stays: \(reason).",
            hint: "Remove it by hand.")
    }

    private func place(_ path: SitePath) -> String { "\(folder)/\(path.text)" }

    /// Where a file is written before it is moved into place.
    private func temporary(_ path: SitePath) -> String { "\(path.text).new" }

    private func write(_ bytes: UnsafeRawBufferPointer, to path: SitePath, key: ContentHash) -> Problem? {
        let place = place(path)
        let content = ContentHash(of: bytes)
        let file = Manifest.File(key: key, content: content)
        var buffer = FileBuffer()
        let isThere = hashes.hash(of: place, reading: &buffer) == content
        if !isThere {
            if let failure = replace(path, bytes, noting: file) {
                state.withLock { $0.isIncomplete = true }
                return failure
            }
            hashes.rememberWritten(content, of: place)
        }
        state.withLock { state in
            state.files[path.text] = file
            if !isThere { state.written.insert(path.text) }
        }
        return nil
    }

    /// Puts a file in its place; the journal knows of it before it is there.
    private func replace(_ path: SitePath, _ bytes: UnsafeRawBufferPointer, noting file: Manifest.File? = nil) -> Problem? {
        let (place, temporary) = (place(path), temporary(path))
        let failure =
            file.flatMap { journal.note($0, at: path) } ?? FileOutput.create("\(folder)/\(temporary)", bytes)
            ?? FileOutput.move("\(folder)/\(temporary)", to: place)
        guard let reason = failure else { return nil }
        // What cannot be removed either is part of what is wrong with the folder.
        _ = FileOutput.remove(temporary, under: folder)
        return problem(path, reason)
    }

    private func problem(_ path: SitePath, _ reason: String) -> Problem {
        Problem(
            .error, file: place(path), "The file cannot be written: \(reason).",
            hint: "Is there room, and may you write to the folder?")
    }
}
