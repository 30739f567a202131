import Archive

/// What every file of a site depends on, besides the runs: the tool itself, the templates, the settings, the prose.
public struct Edition: Sendable {
    /// All of it as one hash.
    public let hash: ContentHash
    /// The tool's name and version.
    public let generator: String

    /// Hashes what every file depends on.
    ///
    /// - Parameters:
    ///   - tool: the path of the program that makes the site
    ///   - files: the paths of configuration files, templates and prose, in a fixed order; one that is missing counts as such
    ///   - hashes: the hashes of files that stand as they stood
    public init(generator: String, tool: String?, files: [String], hashes: FileHashes) {
        var key = PageKey(ContentHash(of: generator), "edition")
        var buffer = FileBuffer()
        for file in [tool].compactMap(\.self) + files {
            key.add(hashes.hash(of: file, reading: &buffer) ?? ContentHash(of: "missing"))
            if file != tool { key.add(String(file.split(separator: "/").last ?? "")) }
        }
        self.generator = generator
        hash = key.hash
    }

    /// Everything a whole site depends on as one hash: this edition, the assets, and each file of the archive.
    ///
    /// Files that stand as they stood are not read. O(files), on the archive's tasks.
    public func fingerprint(of tree: ResultsTree, in archive: ArchiveReader, assets: [String]) async -> ContentHash {
        let (root, hashes) = (archive.root, archive.hashes)
        let runs = tree.runs.map { "\(root)/\($0.file.path)" }
        let contents = await Concurrency.map(assets + runs, jobs: archive.jobs, worker: { FileBuffer() }) { buffer, path in
            hashes.hash(of: path, reading: &buffer)
        }
        var key = PageKey(hash, "site")
        key.add(assets.map { String($0.split(separator: "/").last ?? "") })
        key.add(tree.files.map(\.path))
        key.add(tree.problems)
        for content in contents { key.add(content ?? ContentHash(of: "missing")) }
        return key.hash
    }
}
