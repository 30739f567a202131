/// Reads a whole archive: its configuration, its tree, its runs.
public struct ArchiveReader: Sendable {
    /// The archive's folder.
    public let root: String
    /// How many files are read at once.
    public let jobs: Int

    /// Makes a reader of the archive in a folder.
    public init(root: String, jobs: Int) {
        self.root = root
        self.jobs = jobs
    }

    /// The two configuration files, and what is wrong with them.
    public func configurations() -> (benchmarks: Configuration, site: SiteConfiguration, problems: [Problem]) {
        let (benchmarks, benchmarksProblems) = ConfigurationReader.configuration(
            at: "\(root)/\(ConfigurationReader.benchmarksFile)")
        let (site, siteProblems) = ConfigurationReader.site(at: "\(root)/\(ConfigurationReader.siteFile)")
        return (benchmarks, site, benchmarksProblems + siteProblems)
    }

    /// The files under `results/`.
    public func tree() -> ResultsTree { ResultsTree(root: root) }

    /// Reads all runs of a tree in parallel and keeps of each what `digest` makes of it, in the tree's order.
    ///
    /// A file that cannot be used is left out with its problems; no file stops the others.
    public func runs<Digest: Sendable>(
        of tree: ResultsTree, digest: @escaping @Sendable (Run) -> Digest
    ) async -> (digests: [Digest], problems: [Problem]) {
        let root = root
        let outcomes = await Concurrency.map(tree.runs, jobs: jobs, worker: { RunReader() }) { reader, item in
            let outcome = reader.read("\(root)/\(item.file.path)", as: item.file.path, name: item.name)
            return (outcome.run.map(digest), outcome.problems)
        }
        return (outcomes.compactMap(\.0), outcomes.flatMap(\.1))
    }

    /// Reads one results file by its path, outside any archive.
    ///
    /// - Parameter path: the path, by which problems and reports name the file
    public static func run(at path: String) -> (run: Run?, problems: [Problem]) {
        let parts = path.split(separator: "/").map(String.init)
        let folder = parts.count > 1 ? parts[parts.count - 2] : ""
        let name =
            RunName(stem: RunPath.stem(of: path), folder: folder)
            ?? RunName(stem: RunPath.stem(of: path), folder: "bm-date-version-hash")
        guard let name else {
            return (
                nil,
                [
                    Problem(
                        .error, file: path, "The name does not say which run this is.",
                        hint: "Name it bm-DATE-NICKNAME-ARCHITECTURE-FORK-REF-VERSION-HASH.json.")
                ]
            )
        }
        var reader = RunReader()
        let outcome = reader.read(path, as: path, name: name)
        return (outcome.run, outcome.problems)
    }
}
