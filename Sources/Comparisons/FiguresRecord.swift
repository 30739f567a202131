import Archive
import Statistics

/// The figures of an archive's comparisons, as they are kept.
public typealias FiguresRecord = KeyedRecord<Figures>

extension FiguresRecord {
    /// The kind of record; its version changes whenever the bytes do.
    public static var kind: Cache.Kind { Cache.Kind("figures", version: 3) }

    /// The keys of figures: everything that decides them, by content and not by name.
    public struct Keys: Sendable {
        private let shared: ContentHash

        /// Takes what all figures depend on.
        ///
        /// - Parameters:
        ///   - excluded: the benchmarks that count for no figure over the whole
        ///   - edition: what the computation itself depends on, such as the tool's own hash
        public init(excluded: Set<ExactText>, edition: ContentHash) {
            var writer = ByteWriter()
            writer.write(edition)
            writer.write(excluded.map(\.text).sorted { $0.precedes($1) })
            shared = writer.hash
        }

        /// The key of a pair's figures.
        public func key(of pair: Pair) -> ContentHash {
            var writer = ByteWriter()
            writer.write(shared)
            for run in [pair.head, pair.base] {
                writer.write(run.hash)
                writer.write(run.machine.system.name)
                writer.write(RunContent.variant(of: run.machine))
            }
            return writer.hash
        }
    }
}

extension Figures: ByteCodable {
    /// Adds the figures to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(overallMean)
        writer.write(overallCount)
        writer.write(performanceTest)
        writer.write(memoryChange)
    }

    /// Takes figures from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(
            overallMean: try reader.optional(), overallCount: try reader.int(), performanceTest: try reader.optional(),
            memoryChange: try reader.optional())
    }
}

extension HierarchicalPerformanceTest: ByteCodable {
    /// Adds the test's results to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(direction == .faster)
        writer.write(reliability)
        for factor in [at90, at95, at99] { writer.write(factor) }
    }

    /// Takes a test's results from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        self.init(
            direction: try reader.bool() ? .faster : .slower, reliability: try reader.double(), at90: try reader.optional(),
            at95: try reader.optional(), at99: try reader.optional())
    }
}
