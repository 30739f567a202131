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

    /// Makes a machine.
    public init(nickname: String, system: System = .other("unknown")) {
        self.nickname = nickname
        self.system = system
    }
}
