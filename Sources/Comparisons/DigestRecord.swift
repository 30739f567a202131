import Archive

/// How a run's content is kept, so that no results file is parsed twice.
extension RunContent: KeptContent {
    /// How the cache knows the content; its version changes whenever the bytes, or what is computed from a results file, do.
    public static let kind = Cache.Kind("run", version: version)
    /// How the cache knows the values, which belong to the samples of the content and so have its version.
    public static let restKind = Cache.Kind("values", version: version)

    private static let version = 11

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
        samples = try RunSamples(from: &reader)
        rest = LatePart { () throws(Problem) in
            throw Problem(.error, file: "", "The values of a run were not kept.", hint: "Build again.")
        }
    }
}

extension RunSamples: ByteCodable {
    /// Adds the samples to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(shared: columns.benchmarks)
        writer.write(columns.counts)
        writer.write(columns.figures)
    }

    /// Takes samples from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        let benchmarks = try reader.shared(BenchmarkList.self)
        let (counts, figures) = (try reader.ints(), try reader.doubles())
        self.init(columns: try SampleColumns(benchmarks: benchmarks, counts: counts, figures: figures))
    }
}
