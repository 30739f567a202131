import Archive
import Statistics

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
    /// The commit's date and time as the file has it, which every order of runs asks for; nil where that is no date.
    public let commitDate: String?
    /// The day of the commit, `2025-04-02`: from the file's own date and time, or from its name.
    public let commitDay: String
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

/// What comparisons ask of a results file, whatever its name.
public struct RunContent: Sendable {
    /// What the file says about the whole run.
    public let metadata: Metadata
    /// The content's hash.
    public let hash: ContentHash
    /// The samples in file order.
    public internal(set) var samples: RunSamples
    /// The values of the samples.
    public var rest: LatePart<RunValues>
    /// Whether the unit of the memory readings is known.
    public let knowsMemoryUnit: Bool

    /// Summarises a run's content.
    ///
    /// O(values).
    public init(_ run: Run, machine: Machine) {
        let unit = MemoryUnit(
            system: machine.memorySystem(platform: run.metadata.platform), perfVersion: run.metadata.perfVersion)
        metadata = run.metadata
        hash = run.hash
        samples = RunSamples(run.samples, memoryUnit: unit)
        rest = LatePart(RunValues(run.samples))
        knowsMemoryUnit = unit != .unknown
    }

    /// Lets the samples share their list of benchmarks with those that came before and have the same.
    mutating func share(_ lists: inout BenchmarkLists) {
        samples = RunSamples(columns: SampleColumns(samples.columns, of: lists.shared(samples.columns.benchmarks)))
    }
}

extension RunContent: Equatable {
    /// Whether both say the same of the same samples; their values follow from the content that has the same hash.
    public static func == (left: RunContent, right: RunContent) -> Bool {
        left.hash == right.hash && left.metadata == right.metadata && left.knowsMemoryUnit == right.knowsMemoryUnit
            && left.samples == right.samples
    }
}

/// What the readings of a process's own memory count: before pyperf 2.6.3 they came out 1,024 times too large on macOS.
enum MemoryUnit: Sendable, Hashable {
    case bytes
    case tooLarge
    case unknown

    init(system: Machine.System, perfVersion: String?) {
        guard system == .darwin else {
            self = .bytes
            return
        }
        guard let perfVersion else {
            self = .unknown
            return
        }
        let numbers = perfVersion.split(separator: ".").map { Int($0) ?? 0 }
        self = numbers.lexicographicallyPrecedes([2, 6, 3]) ? .tooLarge : .bytes
    }

    func bytes(_ readings: MemoryReadings) -> [Double] {
        if readings.process.isEmpty { return readings.command }
        let process = self == .tooLarge ? readings.process.map { $0 / 1024 } : readings.process
        return readings.command.isEmpty ? process : readings.command + process
    }
}

extension Machine {
    /// The system whose rules for memory hold: the machine's own, but for the special nickname `unknown` the one that the run's
    /// platform names.
    func memorySystem(platform: String?) -> System {
        guard nickname == "unknown", system == .other("unknown"), let platform else { return system }
        let systems: [(name: String, system: System)] = [
            ("Linux", .linux), ("Windows", .windows), ("macOS", .darwin), ("Darwin", .darwin),
        ]
        return systems.first { platform.hasPrefix($0.name) }?.system ?? system
    }
}
