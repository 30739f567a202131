import Archive
import Statistics

/// How a run's content is kept, so that no results file is parsed twice.
extension RunContent: ByteCodable {
    /// The kind of record; its version changes whenever the bytes, or what is computed from a results file, do.
    public static let kind = Cache.Kind("run", version: 3)

    /// What, besides a file's content, decides what is made of it: the meaning of memory readings on the machine.
    ///
    /// The nickname `unknown` is special only as long as the configuration does not say what system it has.
    public static func variant(of machine: Machine) -> String {
        if machine.nickname == "unknown", machine.system == .other("unknown") { return "unknown" }
        return machine.system == .darwin ? "darwin" : ""
    }

    /// Adds the content to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(hash)
        writer.write(knowsMemoryUnit)
        writer.write(metadata)
        writer.write(samples)
    }

    /// Takes a content from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        hash = try ContentHash(from: &reader)
        knowsMemoryUnit = try reader.bool()
        metadata = try Metadata(from: &reader)
        samples = try reader.list()
    }
}

extension SampleDigest: ByteCodable {
    /// Adds the sample to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(benchmark)
        writer.write(tags)
        writer.write(unit.name)
        writer.write(values)
        writer.write(RunLengths(valuesPerProcess))
        writer.write(summary)
        writer.write(memory)
        writer.write(logTime)
        writer.write(logMemory)
    }
}

extension LogMean: ByteCodable {
    /// Adds the mean to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(value)
        writer.write(squaredError)
    }

    /// Takes a mean from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(value: try reader.double(), squaredError: try reader.double())
    }
}

extension Summary: ByteCodable {
    /// Adds the summary to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(count)
        for value in [mean, squaredDeviations, trimmedMean, trimmedMeanOfInverses, middle.lower, middle.upper] {
            writer.write(value)
        }
    }

    /// Takes a summary from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(
            count: try reader.int(), mean: try reader.double(), squaredDeviations: try reader.double(),
            trimmedMean: try reader.double(),
            trimmedMeanOfInverses: try reader.double(), middle: Middle(lower: try reader.double(), upper: try reader.double()))
    }
}
