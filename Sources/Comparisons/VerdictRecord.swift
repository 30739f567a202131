import Archive

extension Verdict: ByteCodable {
    /// Adds the verdict to a record, without its benchmarks.
    public func write(to writer: inout ByteWriter) {
        writer.write(word)
        writer.write(overall)
        writer.write(overallCount)
        writer.write(counts)
        writer.write(cautions)
        writer.write(memory)
        writer.write(repeatedMemory)
        writer.write(machine)
    }

    /// Takes a verdict from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(
            word: try VerdictWord(from: &reader), overall: try reader.optional(), overallCount: try reader.int(), benchmarks: [],
            counts: try VerdictCounts(from: &reader), cautions: try reader.list(),
            memory: try reader.optional(), repeatedMemory: try reader.optional(), machine: try reader.string())
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

extension RepeatedMemory: ByteCodable {
    /// Adds what was found to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(side == .head)
        writer.write(count)
        writer.write(family)
    }

    /// Takes what was found from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(side: try reader.bool() ? .head : .base, count: try reader.int(), family: try reader.int())
    }
}
