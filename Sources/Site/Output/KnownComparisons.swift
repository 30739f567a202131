import Archive
import Comparisons

/// What builds before found out about an archive's comparisons: their figures, and their verdicts.
///
/// Figures follow from the two runs alone. A verdict follows from the noise of their builds as well: a run that is added changes that
/// of one build of one machine, if any, and the verdicts of all others stand. One record holds all of a kind, since most builds want
/// nearly all of them.
struct KnownComparisons: Sendable {
    /// What a comparison's figures and its verdict are known under.
    struct Keys: Sendable {
        let figures: ContentHash
        let verdict: ContentHash
    }

    private let cache: Cache?
    private let place: ContentHash
    private let keys: FiguresRecord.Keys
    private let judge: Judge
    private let oldFigures: FiguresRecord
    private let oldVerdicts: VerdictRecord

    /// Reads what is kept of an archive.
    init(of archive: ArchiveReader, judge: Judge, excluded: Set<ExactText>, edition: ContentHash) {
        cache = archive.cache
        place = Cache.key(ofFolder: archive.root)
        keys = FiguresRecord.Keys(excluded: excluded, edition: edition)
        self.judge = judge
        oldFigures = cache?.record(FiguresRecord.kind, place, as: FiguresRecord.self) ?? FiguresRecord()
        oldVerdicts = cache?.record(VerdictRecord.kind, place, as: VerdictRecord.self) ?? VerdictRecord()
    }

    /// What a comparison depends on.
    func keys(of pair: Pair) -> Keys {
        let figures = keys.key(of: pair)
        var writer = ByteWriter()
        writer.write(figures)
        writer.write(judge.basis(of: pair))
        return Keys(figures: figures, verdict: writer.hash)
    }

    /// The figures, where they are known.
    func figures(_ keys: Keys) -> Figures? { oldFigures.values[keys.figures] }

    /// The verdict, where it is known.
    func verdict(_ keys: Keys) -> KeptVerdict? { oldVerdicts.values[keys.verdict] }

    /// Keeps these figures and verdicts, and no others.
    func keep(_ figures: [ContentHash: Figures], _ verdicts: [ContentHash: KeptVerdict]) {
        guard let cache else { return }
        let (newFigures, newVerdicts) = (FiguresRecord(figures), VerdictRecord(verdicts))
        if newFigures != oldFigures { cache.keep(newFigures, FiguresRecord.kind, place) }
        if newVerdicts != oldVerdicts { cache.keep(newVerdicts, VerdictRecord.kind, place) }
    }
}
