import Archive

/// What is known of a site's files from the builds before: by their manifest, its stamps, and the journal of one that ended too soon.
struct KnownFiles: Sendable {
    let old: Manifest?
    let journal: Journal
    /// The stamps of the manifest's files, as far as they are known.
    let stamps: [FileStamp?]
    private let folder: SiteFolder

    /// A file of the site as this build leaves it.
    enum Note {
        /// It stands as the manifest has it, at this place of its lines.
        case kept(Int, FileStamp?)
        case new(String, Manifest.File, FileStamp?)
    }

    /// Looks what is known of a folder; stamps of another manifest say nothing.
    init(of folder: SiteFolder, _ stamps: SiteStamps?) {
        self.folder = folder
        journal = Journal(folder: folder)
        let old = folder.bytes(Manifest.path.text).flatMap(Manifest.init(utf8:))
        self.old = old
        let count = old?.files.count ?? 0
        if let stamps, stamps.manifest == old?.hash, stamps.stamps.count == count {
            self.stamps = stamps.stamps
        } else {
            self.stamps = Array(repeating: nil, count: count)
        }
    }

    /// All that a file of this path may hold that is the tool's own.
    func contents(of path: String) -> [ContentHash] {
        let listed = old.flatMap { old in old.files.index(of: path).flatMap(old.files.file) }
        return (journal.files[path] ?? []).map(\.content) + (listed.map { [$0.content] } ?? [])
    }

    /// A file that is there as it was made from a key, given as its 32 digits; nil where it is not.
    ///
    /// Nearly all files stand as they stood: of these no line of the manifest is taken apart.
    func file(at path: String, madeFrom digits: String) -> Note? {
        if let file = journal.files[path]?.last {
            guard file.key.text == digits, let stamp = folder.stamp(path) else { return nil }
            return note(file, at: path, stamp)
        }
        guard let old, let index = old.files.index(of: path), old.files.isMade(at: index, from: digits),
            let stamp = folder.stamp(path)
        else { return nil }
        if stamp == stamps[index] { return .kept(index, stamp) }
        return old.files.file(at: index).flatMap { note($0, at: path, stamp) }
    }

    /// A file that holds these bytes already; nil where it does not.
    ///
    /// - Parameter stamp: the stamp of what stands at the path
    func note(_ file: Manifest.File, at path: String, _ stamp: FileStamp) -> Note? {
        let index = journal.files[path] == nil ? old?.files.index(of: path) : nil
        let listed = index.flatMap { old?.files.file(at: $0) }
        var settled: FileStamp? = stamp
        if let index, stamp == stamps[index] {
            guard listed?.content == file.content else { return nil }
        } else {
            var buffer = FileBuffer()
            do throws(FileFailure) { try buffer.read(folder.place(path)) } catch { return nil }
            guard ContentHash(of: buffer.bytes) == file.content else { return nil }
            if !stamp.isSettled { settled = nil }
        }
        if let index, listed == file { return .kept(index, settled) }
        return .new(path, file, settled)
    }
}

/// Looks at the files of a site one after another.
struct FileLook: ~Copyable {
    private let root: String
    private let folder: StampedFolder
    private var buffer = FileBuffer()

    init(root: String) {
        self.root = root
        folder = StampedFolder(root)
    }

    /// The stamps of some files of a manifest; nil where one does not hold what it was left with.
    ///
    /// - Parameter known: the stamps that the files were left with
    mutating func stamps(of files: ManifestLines, _ part: Range<Int>, known: [FileStamp?]) -> [FileStamp?]? {
        var stamps: [FileStamp?] = []
        stamps.reserveCapacity(part.count)
        for index in part {
            guard let stamp = files.withPath(at: index, { folder.stamp($0) }) else { return nil }
            if stamp == known[index] {
                stamps.append(stamp)
                continue
            }
            do throws(FileFailure) { try buffer.read("\(root)/\(files.path(at: index))") } catch { return nil }
            guard ContentHash(of: buffer.bytes) == files.file(at: index)?.content else { return nil }
            stamps.append(stamp.isSettled ? stamp : nil)
        }
        return stamps
    }
}
