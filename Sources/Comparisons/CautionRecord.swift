import Archive

/// How a caution is kept: its code, then what it speaks of.
extension Caution: ByteCodable {
    /// Adds the caution to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(code)
        switch self {
        case .unsteadyRun(let side, let share, let machine):
            writer.write(side == .head)
            writer.write(share)
            writer.write(machine)
        case .assumedNoise: break
        case .noisyBuilds(let change, let machine):
            writer.write(change)
            writer.write(machine)
        case .fewBenchmarks(let count): writer.write(count)
        case .platformChanged(let base, let head):
            writer.write(base)
            writer.write(head)
        case .driver(let driver): writer.write(driver)
        }
    }

    /// Takes a caution from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        switch try reader.string() {
        case "C1":
            self = .unsteadyRun(
                side: try reader.bool() ? .head : .base, share: try reader.double(), machine: try reader.string())
        case "C2": self = .assumedNoise
        case "C3": self = .noisyBuilds(change: try reader.double(), machine: try reader.string())
        case "C4": self = .fewBenchmarks(count: try reader.int())
        case "C5": self = .platformChanged(base: try reader.string(), head: try reader.string())
        case "C6": self = .driver(try Verdict.Driver(from: &reader))
        default: throw DamagedRecord()
        }
    }
}
