import Archive

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
