/// What an archive's `bench_runner.toml` says.
public struct Configuration: Sendable, Hashable {
    /// The versions every run is compared with, in the order of the file.
    public let bases: [Version]
    /// The flags whose builds are also compared with the default build of their merge base.
    public let compareToDefault: [String]
    /// The benchmarks that count for no figure over the whole of a comparison.
    public let excludedBenchmarks: Set<ExactText>
    /// The machines by their nicknames.
    public let machines: [String: Machine]

    /// A configuration that names nothing.
    public static let empty = Configuration()

    /// Makes a configuration.
    public init(
        bases: [Version] = [], compareToDefault: [String] = [], excludedBenchmarks: Set<ExactText> = [], machines: [Machine] = []
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
