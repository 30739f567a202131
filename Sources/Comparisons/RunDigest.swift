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

    /// Puts together what the names, the configuration and the content say of a run.
    public init(file: String, name: RunName, machine: Machine, content: RunContent) {
        self.file = file
        self.name = name
        self.machine = machine
        self.content = content
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
    /// Where the sample of each benchmark stands among the samples.
    var positions: [String: Int] { content.samples.positions }
}

extension RunDigest: Hashable {
    /// Whether both are the same file with the same content on the same machine.
    public static func == (left: RunDigest, right: RunDigest) -> Bool {
        left === right || (left.file == right.file && left.machine == right.machine && left.content == right.content)
    }

    /// Hashes the file's path.
    public func hash(into hasher: inout Hasher) { hasher.combine(file) }
}

/// What comparisons ask of a results file, whatever its name.
public struct RunContent: Sendable, Hashable {
    /// What the file says about the whole run.
    public let metadata: Metadata
    /// The content's hash.
    public let hash: ContentHash
    /// The samples in file order.
    public let samples: RunSamples
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
        knowsMemoryUnit = unit != .unknown
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
