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
    /// Where the sample of each benchmark stands among the samples.
    let positions: [String: Int]

    /// Puts together what the names, the configuration and the content say of a run.
    public init(file: String, name: RunName, machine: Machine, content: RunContent) {
        self.file = file
        self.name = name
        self.machine = machine
        self.content = content
        positions = Dictionary(content.samples.enumerated().map { ($1.benchmark, $0) }) { first, _ in first }
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
    public var samples: [SampleDigest] { content.samples }
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
    public let samples: [SampleDigest]
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
        samples = run.samples.compactMap { SampleDigest($0, memoryUnit: unit) }
        knowsMemoryUnit = unit != .unknown
    }
}

/// A sample with what comparisons ask of it; one reference, since every comparison of a run hands its samples around.
public final class SampleDigest: Sendable {
    /// The benchmark's name.
    public let benchmark: String
    /// The benchmark's tags.
    public let tags: [String]
    /// What the values count.
    public let unit: Sample.Unit
    /// The values in file order.
    public let values: [Double]
    /// How many of the values each process gave, in file order.
    public let valuesPerProcess: [Int]
    /// The values' summary.
    public let summary: Summary
    /// The memory readings' summary, in bytes; nil where nothing was read.
    public let memory: Summary?
    /// The logarithm of the mean time, with the doubt that the processes leave about it.
    public let logTime: LogMean
    /// The logarithm of the mean memory, with the doubt that its readings leave about it; nil where nothing was read.
    public let logMemory: LogMean?

    init?(_ sample: Sample, memoryUnit: MemoryUnit) {
        guard let summary = Summary(sample.values) else { return nil }
        benchmark = sample.benchmark
        tags = sample.tags
        unit = sample.unit
        values = sample.values
        valuesPerProcess = sample.valuesPerProcess
        self.summary = summary
        logTime = LogMean(of: sample.values, mean: summary.mean, groupSizes: sample.valuesPerProcess)
        let readings = memoryUnit.bytes(sample.memory)
        memory = Summary(readings)
        logMemory = memory.map { LogMean(of: readings, mean: $0.mean, groupSizes: []) }
    }

    /// Takes a sample from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        benchmark = try reader.string()
        tags = try reader.list()
        unit = Sample.Unit(name: try reader.string())
        values = try reader.doubles()
        valuesPerProcess = try RunLengths(from: &reader).numbers
        summary = try Summary(from: &reader)
        memory = try reader.optional()
        logTime = try LogMean(from: &reader)
        logMemory = try reader.optional()
    }
}

extension SampleDigest: Hashable {
    /// Whether both hold the same values of the same benchmark.
    public static func == (left: SampleDigest, right: SampleDigest) -> Bool {
        left === right
            || (left.benchmark == right.benchmark && left.tags == right.tags && left.unit == right.unit
                && left.values == right.values
                && left.valuesPerProcess == right.valuesPerProcess && left.summary == right.summary
                && left.memory == right.memory && left.logTime == right.logTime && left.logMemory == right.logMemory)
    }

    /// Hashes the benchmark's name and the values' mean.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(benchmark)
        hasher.combine(summary.mean)
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
        let divisor = self == .tooLarge ? 1024.0 : 1
        return readings.command + readings.process.map { $0 / divisor }
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
