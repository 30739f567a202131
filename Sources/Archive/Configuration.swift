/// What an archive's `bench_runner.toml` says.
public struct Configuration: Sendable, Hashable {
    /// The versions every run is compared with, in the order of the file.
    public let bases: [Version]
    /// The flags whose builds are also compared with the default build of their merge base.
    public let compareToDefault: [String]
    /// The benchmarks that count for no figure over the whole of a comparison.
    public let excludedBenchmarks: Set<String>
    /// The machines by their nicknames.
    public let machines: [String: Machine]

    /// A configuration that names nothing.
    public static let empty = Configuration()

    /// Makes a configuration.
    public init(
        bases: [Version] = [], compareToDefault: [String] = [], excludedBenchmarks: Set<String> = [], machines: [Machine] = []
    ) {
        self.bases = bases
        self.compareToDefault = compareToDefault
        self.excludedBenchmarks = excludedBenchmarks
        self.machines = Dictionary(machines.map { ($0.nickname, $0) }) { first, _ in first }
    }

    /// The machine of a nickname; one whose system is unknown where the file does not name it.
    public func machine(_ nickname: String) -> Machine {
        machines[nickname] ?? Machine(nickname: nickname)
    }
}

/// A machine that runs benchmarks.
public struct Machine: Sendable, Hashable {
    /// The operating systems whose memory figures differ in meaning.
    public enum System: Sendable, Hashable {
        case linux
        case windows
        case darwin
        /// Any other, under its own name; `unknown` where nothing is known.
        case other(String)

        /// The system of a name in a configuration.
        public init(name: String) {
            switch name {
            case "linux": self = .linux
            case "windows": self = .windows
            case "darwin": self = .darwin
            default: self = .other(name)
            }
        }

        /// The name as a configuration has it.
        public var name: String {
            switch self {
            case .linux: return "linux"
            case .windows: return "windows"
            case .darwin: return "darwin"
            case .other(let name): return name
            }
        }
    }

    /// The name by which result files call the machine.
    public let nickname: String
    /// The operating system.
    public let system: System
    /// A short name for charts, where the configuration has one.
    public let plotName: String?

    /// Makes a machine.
    public init(nickname: String, system: System = .other("unknown"), plotName: String? = nil) {
        self.nickname = nickname
        self.system = system
        self.plotName = plotName
    }
}
