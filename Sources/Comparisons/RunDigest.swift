import Archive

/// A run as comparisons see it: each sample with its summaries.
///
/// Pages and pairs hand runs around by the thousand, so a run is one reference; it never changes.
public final class RunDigest: Sendable {
    /// The path relative to the archive's root.
    public let file: String
    /// What the file's and its folder's names say.
    public let name: RunName
    /// The machine the run was measured on.
    public let machine: Machine
    /// What was made of the file's content.
    public let content: RunContent
    /// The commit's date and time as the file has it, by whose text the field orders listings; nil where that is no date.
    public let commitDate: String?
    /// The day of the commit, `2025-04-02`: from the file's own date and time, or from its name.
    public let commitDay: String
    /// When the commit was made, which tells what was newer; the start of the day in the file's name where the file does not say, and 1970
    /// where that is no day.
    public let commitMoment: Instant
    /// The path's hash: runs are looked up by the thousand, and paths are long.
    private let fileHash: Int

    /// Puts together what the names, the configuration and the content say of a run.
    public init(file: String, name: RunName, machine: Machine, content: RunContent) {
        self.file = file
        self.name = name
        self.machine = machine
        self.content = content
        fileHash = file.hashValue
        let date = content.metadata.commitDate.flatMap { Instant.isDay(atStartOf: $0) ? $0 : nil }
        commitDate = date
        commitDay = date.map { String(Substring($0.utf8.prefix(10))) } ?? name.dashedDate
        commitMoment =
            content.metadata.commitInstant ?? Instant("\(name.dashedDate)T00:00:00Z") ?? Instant(seconds: 0)
    }

    /// Summarises a run.
    ///
    /// O(values).
    public convenience init(_ run: Run, machine: Machine) {
        self.init(file: run.file, name: run.name, machine: machine, content: RunContent(run, machine: machine))
    }

    /// The file's name without folder and ending.
    public var stem: String { RunPath.stem(of: file) }
    /// What the file says about the whole run.
    public var metadata: Metadata { content.metadata }
    /// The content's hash.
    public var hash: ContentHash { content.hash }
    /// The samples in file order.
    public var samples: RunSamples { content.samples }

    /// The values of the samples; fails where they have to be read again and the file is not what it was.
    public func values() throws(Problem) -> RunValues { try content.rest.get() }
}

extension RunDigest: Hashable {
    /// Whether both are the same file with the same content on the same machine.
    public static func == (left: RunDigest, right: RunDigest) -> Bool {
        left === right || (left.file == right.file && left.machine == right.machine && left.content == right.content)
    }

    /// Hashes the file's path.
    public func hash(into hasher: inout Hasher) { hasher.combine(fileHash) }
}
