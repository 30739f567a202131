import Archive

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
