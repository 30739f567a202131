import Archive
import Comparisons

/// The verdicts of an archive's comparisons that were reached before.
///
/// A run that is added changes the noise of one build of one machine, if any; the verdicts of all others stand.
struct KnownVerdicts: Sendable {
    private let cache: Cache?
    private let place: ContentHash
    private let figures: FiguresRecord.Keys
    private let judge: Judge
    private let old: VerdictRecord

    /// Reads what is kept of an archive.
    init(of archive: ArchiveReader, judge: Judge, excluded: Set<String>, edition: ContentHash) {
        cache = archive.cache
        place = Cache.key(ofFolder: archive.root)
        figures = FiguresRecord.Keys(excluded: excluded, edition: edition)
        self.judge = judge
        old = cache?.record(VerdictRecord.kind, place, as: VerdictRecord.self) ?? VerdictRecord()
    }

    /// What a comparison's verdict is judged from.
    func key(of pair: Pair) -> ContentHash {
        var writer = ByteWriter()
        writer.write(figures.key(of: pair))
        writer.write(judge.basis(of: pair))
        return ContentHash(of: writer.bytes)
    }

    /// The verdict under a key, where it is known.
    subscript(key: ContentHash) -> KeptVerdict? { old.verdicts[key] }

    /// Keeps these verdicts, and no others.
    func keep(_ verdicts: [ContentHash: KeptVerdict]) {
        guard let cache else { return }
        let new = VerdictRecord(verdicts)
        if new != old { cache.keep(new, VerdictRecord.kind, place) }
    }
}
