import Archive

/// A verdict as it is kept: all but what it says of single benchmarks, and a hash of that.
public struct KeptVerdict: Sendable, Hashable {
    /// The verdict without its benchmarks.
    public let overview: Verdict
    /// What its benchmarks come to where they are shown; equal hashes, equal pages.
    public let benchmarks: ContentHash

    /// Makes a kept verdict.
    public init(_ verdict: Verdict, benchmarks: ContentHash) {
        overview = verdict.overview
        self.benchmarks = benchmarks
    }
}

/// The verdicts of an archive's comparisons, as they are kept.
public typealias VerdictRecord = KeyedRecord<KeptVerdict>

extension VerdictRecord {
    /// The kind of record; its version changes whenever the bytes do.
    public static var kind: Cache.Kind { Cache.Kind("verdicts", version: 1) }
}

extension KeptVerdict: ByteCodable {
    /// Adds the verdict to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(benchmarks)
        writer.write(overview.word)
        writer.write(overview.overall)
        writer.write(overview.overallCount)
        writer.write(overview.counts)
        writer.write(overview.driver)
        writer.write(overview.cautions)
        writer.write(overview.memory)
        writer.write(overview.machine)
    }

    /// Takes a verdict from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        benchmarks = try ContentHash(from: &reader)
        overview = Verdict(
            word: try VerdictWord(from: &reader), overall: try reader.optional(), overallCount: try reader.int(), benchmarks: [],
            counts: try VerdictCounts(from: &reader), driver: try reader.optional(), cautions: try reader.list(),
            memory: try reader.optional(), machine: try reader.string())
    }
}

extension VerdictWord: ByteCodable {
    /// Adds the word to a record.
    public func write(to writer: inout ByteWriter) { writer.write(rawValue) }

    /// Takes a word from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        guard let word = VerdictWord(rawValue: try reader.string()) else { throw DamagedRecord() }
        self = word
    }
}

extension Estimate: ByteCodable {
    /// Adds the estimate to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(logRatio)
        writer.write(deviation)
    }

    /// Takes an estimate from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(logRatio: try reader.double(), deviation: try reader.double())
    }
}

extension VerdictCounts: ByteCodable {
    /// Adds the counts to a record.
    public func write(to writer: inout ByteWriter) {
        for count in [faster, slower, same, unclear, hints] { writer.write(count) }
    }

    /// Takes counts from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(
            faster: try reader.int(), slower: try reader.int(), same: try reader.int(), unclear: try reader.int(),
            hints: try reader.int())
    }
}

extension Verdict.Driver: ByteCodable {
    /// Adds the benchmark to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(benchmark)
        writer.write(isOpposite)
    }

    /// Takes a benchmark from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(benchmark: try reader.string(), isOpposite: try reader.bool())
    }
}

extension MemoryVerdict: ByteCodable {
    /// Adds the verdict to a record, without its benchmarks.
    public func write(to writer: inout ByteWriter) {
        writer.write(word)
        writer.write(overall)
        writer.write(counts)
    }

    /// Takes a verdict from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(
            word: try VerdictWord(from: &reader), overall: try reader.optional(), benchmarks: [],
            counts: try VerdictCounts(from: &reader))
    }
}
