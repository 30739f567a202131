/// The peaks of memory in use that were read in the course of a benchmark, in the unit the machine gave them.
///
/// Peaks of the measured command come before peaks of the process that started it: only the latter come out 1,024 times too large on macOS
/// before pyperf 2.6.3.
public struct MemoryReadings: Sendable, Hashable {
    /// Peaks of the measured command.
    public let command: [Double]
    /// Peaks of the measuring process.
    public let process: [Double]

    /// No reading.
    public static let none = MemoryReadings(command: [], process: [])

    /// Makes the readings of one benchmark.
    public init(command: [Double], process: [Double]) {
        self.command = command
        self.process = process
    }

    /// Whether nothing was read.
    public var isEmpty: Bool { command.isEmpty && process.isEmpty }
}
