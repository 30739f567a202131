import Archive
import Comparisons

/// The figures of an archive's comparisons that were computed before.
///
/// One record holds them all, since most builds want nearly all of them.
struct KnownFigures: Sendable {
    private let cache: Cache?
    private let place: ContentHash
    private let keys: FiguresRecord.Keys
    private let old: FiguresRecord

    /// Reads what is kept of an archive.
    init(of archive: ArchiveReader, excluded: Set<String>, edition: ContentHash) {
        cache = archive.cache
        place = Cache.key(ofFolder: archive.root)
        keys = FiguresRecord.Keys(excluded: excluded, edition: edition)
        old = cache?.record(FiguresRecord.kind, place, as: FiguresRecord.self) ?? FiguresRecord()
    }

    /// The figures of a comparison, where they are known.
    subscript(pair: Pair) -> Figures? { old.figures.isEmpty ? nil : old.figures[keys.key(of: pair)] }

    /// Keeps the figures of these comparisons, and no others.
    func keep(_ entries: [Catalogue.Entry]) {
        guard let cache else { return }
        let new = FiguresRecord(
            Dictionary(entries.map { (keys.key(of: $0.pair), $0.figures) }, uniquingKeysWith: { first, _ in first }))
        if new != old { cache.keep(new, FiguresRecord.kind, place) }
    }
}
