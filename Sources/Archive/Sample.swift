/// The values of one benchmark in one run; never empty, every value positive and finite.
public struct Sample: Sendable, Hashable {
    /// What a benchmark's values count.
    public enum Unit: Sendable, Hashable {
        case second
        case byte
        case integer

        /// The name in a results file.
        public var name: String {
            switch self {
            case .second: return "second"
            case .byte: return "byte"
            case .integer: return "integer"
            }
        }

        /// The unit under its name in a results file; seconds where the name is unknown, as the field has it.
        public init(name: String) {
            switch name {
            case "byte": self = .byte
            case "integer": self = .integer
            default: self = .second
            }
        }
    }

    /// The benchmark's name.
    public let benchmark: String
    /// The benchmark's tags in the file's order.
    public let tags: [String]
    /// What the values count.
    public let unit: Unit
    /// All values of all processes, in file order: the time of one loop each.
    public let values: [Double]
    /// How many of the values each process gave, in file order; the sum is the number of values.
    public let valuesPerProcess: [Int]
    /// The memory that was read beside the values.
    public let memory: MemoryReadings

    /// Makes a sample; nil without values or where a value is not a positive finite number.
    public init?(
        benchmark: String, tags: [String] = [], unit: Unit = .second, values: [Double], valuesPerProcess: [Int] = [],
        memory: MemoryReadings = .none
    ) {
        guard !values.isEmpty, values.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
        self.benchmark = benchmark
        self.tags = tags
        self.unit = unit
        self.values = values
        self.valuesPerProcess = valuesPerProcess
        self.memory = memory
    }
}
