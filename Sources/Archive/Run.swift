/// One results file: a build of one commit, measured once on one machine.
public struct Run: Sendable, Hashable {
    /// The path relative to the archive's root, `results/…json`.
    public let file: String
    /// What the file's and its folder's names say.
    public let name: RunName
    /// What the file says about the whole run.
    public let metadata: Metadata
    /// The benchmarks in file order, no name twice.
    public let samples: [Sample]
    /// The content's hash, by which everything made from it is known.
    public let hash: ContentHash

    /// Makes a run.
    public init(file: String, name: RunName, metadata: Metadata, samples: [Sample], hash: ContentHash) {
        self.file = file
        self.name = name
        self.metadata = metadata
        self.samples = samples
        self.hash = hash
    }

    /// The file's name without folder and ending, which names the run in a report.
    public var stem: String { RunPath.stem(of: file) }
}

/// The parts of a results file's path.
public enum RunPath {
    /// The file's name without folder and ending.
    public static func stem(of file: String) -> String {
        let bytes = file.utf8
        let name = bytes.lastIndex(of: UInt8(ascii: "/")).map { file[bytes.index(after: $0)...] } ?? file[...]
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return String(name) }
        return String(name[..<dot])
    }
}
