/// Reads a whole archive: its configuration, its tree, its runs.
public struct ArchiveReader: Sendable {
    /// The archive's folder.
    public let root: String
    /// How many files are read at once.
    public let jobs: Int
    /// What was read before, where that is kept.
    public let cache: Cache?
    /// The hashes of files that stand as they stood.
    public let hashes: FileHashes

    /// Makes a reader of the archive in a folder.
    public init(root: String, jobs: Int, cache: Cache? = nil, hashes: FileHashes = FileHashes()) {
        self.root = root
        self.jobs = jobs
        self.cache = cache
        self.hashes = hashes
    }

    /// The two configuration files, and what is wrong with them.
    public func configurations() -> (benchmarks: Configuration, site: SiteConfiguration, problems: [Problem]) {
        let (benchmarks, benchmarksProblems) = ConfigurationReader.configuration(
            at: "\(root)/\(ConfigurationReader.benchmarksFile)", within: FileSystem.resolved(root))
        let (site, siteProblems) = siteConfiguration
        return (benchmarks, site, benchmarksProblems + siteProblems)
    }

    /// How much is read of each input, as `site.toml` has it.
    public var limits: Limits { siteConfiguration.0.limits }

    private var siteConfiguration: (SiteConfiguration, [Problem]) {
        ConfigurationReader.site(at: "\(root)/\(ConfigurationReader.siteFile)", within: FileSystem.resolved(root))
    }

    /// The files under `results/`.
    public func tree() -> ResultsTree { ResultsTree(root: root) }

    /// Reads runs of a tree in parallel and keeps of each what `making` makes of it, in their order.
    ///
    /// A file that cannot be used is left out with its problems; no file stops the others. What was made of a content once is taken
    /// from the cache, and the content is not parsed again.
    ///
    /// - Parameters:
    ///   - variant: what, besides a file's content, decides what is made of it
    ///   - making: makes it
    public func contents<Content: KeptContent>(
        of runs: [ResultsTree.NamedRun], variant: @escaping @Sendable (RunName) -> String,
        making: @escaping @Sendable (Run) -> Content
    ) async -> (contents: [ReadRun<Content>], problems: [Problem]) {
        let (root, cache, hashes, limits) = (root, cache, hashes, limits)
        let outcomes = await Concurrency.map(runs, jobs: jobs, worker: { RunReader(limits) }) { reader, item in
            let loader = RunLoader(
                path: "\(root)/\(item.file.path)", file: item.file.path, name: item.name, variant: variant(item.name),
                limits: limits, cache: cache, hashes: hashes, making: making)
            return (item, loader.load(&reader))
        }
        let contents = outcomes.compactMap { item, record in
            record.content.map { ReadRun(file: item.file.path, name: item.name, content: $0) }
        }
        return (contents, outcomes.flatMap { $0.1.problems })
    }

    /// Reads one results file by its path, outside any archive.
    ///
    /// - Parameter path: the path, by which problems and reports name the file
    public static func run(at path: String) -> (run: Run?, problems: [Problem]) {
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        let folder = parts.count > 1 ? parts[parts.count - 2] : ""
        let name =
            RunName(stem: RunPath.stem(of: path), folder: folder)
            ?? RunName(stem: RunPath.stem(of: path), folder: "bm-date-version-hash")
        guard let name else {
            if FileOutput.kind(of: path) == .nothing {
                return (nil, [Problem(.error, file: path, "There is no such file.", hint: "Name a results file of an archive.")])
            }
            return (
                nil,
                [
                    Problem(
                        .error, file: path, "The name does not say which run this is.",
                        hint: "Name it \(RunName.form). \(RunName.ruleOfHyphens)")
                ]
            )
        }
        var reader = RunReader(limits(around: path))
        let outcome = reader.read(path, as: path, name: name)
        return (outcome.run, outcome.problems)
    }

    /// The limits of the archive that a file stands in, below the last folder on its way that is called `results`; the standard ones
    /// where there is none.
    private static func limits(around path: String) -> Limits {
        let absolute = path.utf8.first == UInt8(ascii: "/")
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).dropLast().map { String(Substring($0)) }
        guard let results = parts.lastIndex(of: "results") else { return .standard }
        let root = (absolute ? "/" : "./") + parts[..<results].joined(separator: "/")
        return ArchiveReader(root: root, jobs: 1).limits
    }
}
