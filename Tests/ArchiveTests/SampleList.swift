import Archive

/// What is made of a run in these tests: the names and values of its samples, by the way that a build takes.
struct SampleList: KeptContent, Equatable {
    static let kind = Cache.Kind("test-samples", version: 1)
    static let restKind = Cache.Kind("test-rest", version: 1)

    let benchmarks: [String]
    let values: [[Double]]
    var rest = LatePart<Int>(0)

    init(_ run: Run) {
        benchmarks = run.samples.map(\.benchmark)
        values = run.samples.map(\.values)
    }

    init(from reader: inout ByteReader) throws(DamagedRecord) {
        benchmarks = try reader.list()
        values = try benchmarks.map { _ throws(DamagedRecord) in try reader.doubles() }
    }

    func write(to writer: inout ByteWriter) {
        writer.write(benchmarks)
        for sample in values { writer.write(sample) }
    }

    static func == (left: SampleList, right: SampleList) -> Bool {
        left.benchmarks == right.benchmarks && left.values == right.values
    }
}

extension ArchiveReader {
    /// Reads all runs of a tree as a build does.
    func samples(of tree: ResultsTree) async -> (runs: [ReadRun<SampleList>], problems: [Problem]) {
        let (contents, problems) = await contents(of: tree.runs, variant: { _ in "" }, making: SampleList.init)
        return (contents, problems)
    }
}
