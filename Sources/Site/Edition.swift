import Archive
import Markdown

/// What every file of a site depends on, besides the runs: the tool itself, the templates, the settings, the prose.
public struct Edition: Sendable {
    /// All of it as one hash.
    public let hash: ContentHash
    /// The tool's name and version.
    public let generator: String
    /// The files that all pages share.
    private let assets: ContentHash

    /// Hashes what every file depends on, before any of it is read: what changes afterwards is found by the next build.
    ///
    /// - Parameters:
    ///   - tool: the path of the program that makes the site
    ///   - files: the paths of configuration files, templates and prose, in a fixed order; one that is missing counts as such
    ///   - circumstances: what else they depend on, such as why something among them is not read
    ///   - assets: the files that all pages share; no page depends on what is in them
    ///   - hashes: the hashes of files that stand as they stood
    public init(
        generator: String, tool: String?, files: [String], circumstances: [String] = [], assets: [Asset], hashes: FileHashes
    ) {
        var (key, assetKey) = (PageKey(ContentHash(of: generator), "edition"), PageKey(ContentHash(of: generator), "assets"))
        var buffer = FileBuffer()
        if let tool { key.add(ProgramNote.hash(of: tool) ?? hashes.state(of: tool, reading: &buffer)) }
        // The program may stay as it is while a library that it loads is replaced.
        key.add(MarkdownConverter.libraryVersion)
        // None of these is read further than this.
        for file in files { key.add(file, hashes, &buffer, largest: Limits.Key.pageBytes.largest) }
        key.add(circumstances)
        for asset in assets {
            assetKey.add(asset.name)
            for part in asset.parts { assetKey.add(part, hashes, &buffer, largest: FileBuffer.standardLargest) }
        }
        self.generator = generator
        hash = key.hash
        self.assets = assetKey.hash
    }

    /// Everything a whole site depends on as one hash: this edition, the assets, and each file of the archive.
    ///
    /// A run counts as it was when it was read, if it was: what is changed while the site is made must not pass for made. Files that
    /// stand as they stood are not read. O(files), on the archive's tasks.
    public func fingerprint(of tree: ResultsTree, in archive: ArchiveReader) async -> ContentHash {
        let (root, hashes, largest) = (archive.root, archive.hashes, archive.limits[.fileBytes])
        let runs = tree.files.filter(\.mayBeRun).map { "\(root)/\($0.path)" }
        let contents = await Concurrency.map(runs, jobs: archive.jobs, worker: { FileBuffer() }) { buffer, path in
            hashes.seen(path) ?? hashes.state(of: path, reading: &buffer, largest: largest)
        }
        var key = PageKey(hash, "site")
        key.add(assets)
        key.add(tree.files.map(\.path))
        key.add(tree.unlisted)
        for content in contents { key.add(content) }
        return key.hash
    }
}

extension PageKey {
    /// A file by its name and its content.
    fileprivate mutating func add(_ file: String, _ hashes: FileHashes, _ buffer: inout FileBuffer, largest: Int) {
        add(String(file.split(separator: "/").last ?? ""))
        add(hashes.state(of: file, reading: &buffer, largest: largest))
    }
}
