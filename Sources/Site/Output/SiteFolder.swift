import Archive
import Synchronization

/// The folder a site stands in, which may be a symbolic link itself.
///
/// Below it nothing is written or removed through a link: a link in the place of a file is replaced, one in the place of a folder is a
/// problem. Each folder on the way is looked at once in a build.
final class SiteFolder: Sendable {
    let root: String
    /// The folders that were looked at, and whether each was made by this build.
    private let known = Mutex<[Substring: Bool]>([:])

    private let stamped: StampedFolder

    init(_ root: String) {
        self.root = root
        stamped = StampedFolder(root)
    }

    /// The stamp of a file that was there before this build; nil where there is none, or a link.
    func stamp(_ path: String) -> FileStamp? {
        var path = path
        return path.withUTF8 { stamped.stamp(UnsafeRawBufferPointer($0)) }
    }

    /// Where a file of the site stands.
    func place(_ path: String) -> String { "\(root)/\(path)" }

    /// The bytes of a file of the site; nil where there is none, or a link.
    func bytes(_ path: String) -> [UInt8]? {
        FileStamp(of: place(path), followsLinks: false).flatMap { _ in FileContents.bytes(at: place(path)) }
    }

    /// Where a file is written before it is moved into its place.
    static func temporary(_ path: String) -> String { "\(path).new" }

    /// Writes a file beside its place, with the folders above it, and returns its stamp.
    func prepare(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(Problem) -> FileStamp {
        let temporary = place(SiteFolder.temporary(path))
        try makeRoom(for: path)
        do throws(FileFailure) { return try FileOutput.createPublic(temporary, bytes) } catch {
            guard error.isAbsence else { throw problem(path, error) }
        }
        // Somebody has removed the folder since.
        known.withLock { $0 = [:] }
        try makeRoom(for: path)
        do throws(FileFailure) { return try FileOutput.createPublic(temporary, bytes) } catch { throw problem(path, error) }
    }

    /// Writes bytes beside their place.
    func prepare(_ path: String, _ bytes: [UInt8]) throws(Problem) -> FileStamp {
        let result = bytes.withUnsafeBytes { bytes in Result { () throws(Problem) in try prepare(path, bytes) } }
        return try result.get()
    }

    /// Moves a file that was written beside its place into it, and returns its stamp there; nil where it is another's by then.
    ///
    /// - Parameter prepared: its stamp beside its place
    @discardableResult
    func putInPlace(_ path: String, _ prepared: FileStamp) throws(Problem) -> FileStamp? {
        if let failure = FileOutput.move(place(SiteFolder.temporary(path)), to: place(path)) { throw problem(path, failure) }
        return stamp(path).flatMap { $0.isMoved(from: prepared) ? $0 : nil }
    }

    /// Removes what was written beside a file's place; what cannot be removed is part of what is wrong with the folder already.
    func discard(_ path: String) { _ = remove(SiteFolder.temporary(path)) }

    /// Removes a file, and the folders above it that are empty then; returns why it stays.
    func remove(_ path: String) -> String? {
        guard !isBehindLink(path) else { return "it stands behind a symbolic link" }
        if let failure = FileOutput.remove(place(path)) { return failure.reason }
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            guard FileOutput.removeEmptyFolder(place(String(folder))) else { break }
            known.withLock { _ = $0.removeValue(forKey: folder) }
        }
        return nil
    }

    /// Makes the folders above a file that are missing.
    ///
    /// - Parameter announce: called before each of them is made, but for the site's own; returns what speaks against it
    func makeRoom(for path: String, announcing announce: () -> Problem? = { nil }) throws(Problem) {
        if let problem = open(SiteFolder.folder(of: path), announce) { throw problem }
    }

    /// Whether a file's folder was made by this build, so that nobody else's file can be in it.
    func isNew(_ path: String) -> Bool { known.withLock { $0[SiteFolder.folder(of: path)] == true } }

    /// The folder of a file; the site's own has no name.
    private static func folder(of path: String) -> Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
    }

    /// What went wrong with the writing of a file, and what would mend it.
    func problem(_ path: String, _ failure: FileFailure) -> Problem {
        let hint: String
        if failure.isLackOfRoom {
            hint = "Make room and build again; the site that was there has not changed."
        } else if FileOutput.kind(of: place(path)) == .folder {
            hint = "Remove the folder that stands in its place, and build again."
        } else {
            hint = "May you write to the folder? Then build again."
        }
        return Problem(.error, file: place(path), "The file cannot be written: \(failure.reason).", hint: hint)
    }

    private func isBehindLink(_ path: String) -> Bool {
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            if known.withLock({ $0[folder] != nil }) { return false }
            if FileOutput.kind(of: place(String(folder))) == .link { return true }
        }
        return false
    }

    /// Makes sure that a folder is there and no link; the site's own folder has no name.
    private func open(_ folder: Substring, _ announce: () -> Problem?) -> Problem? {
        if known.withLock({ $0[folder] != nil }) { return nil }
        if !folder.isEmpty, let problem = open(folder.lastIndex(of: "/").map { folder[..<$0] } ?? "", announce) { return problem }
        let place = folder.isEmpty ? root : place(String(folder))
        var (failure, isNew): (FileFailure?, Bool) = (nil, false)
        // Another task may make it just now, so the last word has what is there then.
        if FileOutput.kind(of: place) == .nothing {
            if !folder.isEmpty, let problem = announce() { return problem }
            failure = FileOutput.makePublicFolder(place) { isNew = isNew || $0 == place }
        }
        switch FileOutput.kind(of: place) {
        case .folder: break
        case .link where folder.isEmpty: break
        case .link:
            return Problem(
                .error, file: place, "This folder of the site is a symbolic link, and nothing is written through it.",
                hint: "Remove the link, and build again; only the site's own folder may be one.")
        case .file, .other:
            return Problem(
                .error, file: place, "A file stands where the site has a folder.", hint: "Remove the file, and build again.")
        case .nothing:
            return Problem(
                .error, file: place, "The folder cannot be made: \(failure?.reason ?? "it is gone again").",
                hint: failure?.isLackOfRoom == true
                    ? "Make room and build again; the site that was there has not changed."
                    : "May you write to the folder above it?")
        }
        known.withLock { $0[folder] = $0[folder] ?? isNew }
        return nil
    }
}
