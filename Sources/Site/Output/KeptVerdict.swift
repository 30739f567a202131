import Archive
import Comparisons
import Reports

/// A verdict as it is kept: all but what it says of single benchmarks, and a hash of that.
///
/// Thousands are read and handed around by a build that makes three anew, so it is one reference; it never changes.
final class KeptVerdict: Sendable {
    /// The verdict without its benchmarks.
    let overview: Verdict
    let words: VerdictWords
    /// What its benchmarks come to where they are shown; equal hashes, equal pages.
    let benchmarks: ContentHash

    convenience init(_ shown: ShownVerdict) {
        self.init(shown.verdict.overview, shown.words, benchmarks: shown.benchmarksHash)
    }

    private init(_ overview: Verdict, _ words: VerdictWords, benchmarks: ContentHash) {
        self.overview = overview
        self.words = words
        self.benchmarks = benchmarks
    }

    /// Takes a verdict from a record.
    convenience init(from reader: inout ByteReader) throws(DamagedRecord) {
        let benchmarks = try ContentHash(from: &reader)
        self.init(try Verdict(from: &reader), try VerdictWords(from: &reader), benchmarks: benchmarks)
    }
}

extension KeptVerdict: Hashable {
    static func == (left: KeptVerdict, right: KeptVerdict) -> Bool {
        left === right
            || (left.benchmarks == right.benchmarks && left.overview == right.overview && left.words == right.words)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(benchmarks) }
}

extension KeptVerdict: ByteCodable {
    func write(to writer: inout ByteWriter) {
        writer.write(benchmarks)
        writer.write(overview)
        writer.write(words)
    }
}

/// The verdicts of an archive's comparisons, as they are kept.
typealias VerdictRecord = KeyedRecord<KeptVerdict>

extension VerdictRecord {
    /// The kind of record; its version changes whenever the bytes do.
    static var kind: Cache.Kind { Cache.Kind("verdicts", version: 4) }
}
