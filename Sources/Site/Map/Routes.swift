import Archive
import Comparisons

/// Which comparisons there are and where their pages stand; known before any of them is made.
struct Routes: Sendable {
    /// Where the pages stand.
    let map: SiteMap
    private let neighbours: [PairKey: (previous: Pair?, next: Pair?)]

    /// Lays the routes of some comparisons.
    ///
    /// O(n log n).
    init(runs: [RunDigest], pairs: [Pair]) {
        map = SiteMap(runs: runs, pairs: pairs)
        var neighbours: [PairKey: (previous: Pair?, next: Pair?)] = [:]
        let series = Dictionary(grouping: pairs) { Series(machine: $0.head.name.nickname, label: $0.label) }
        for pairs in series.values {
            for (pair, previous, next) in History.neighbours(History.ordered(pairs, of: \.head)) {
                neighbours[PairKey(pair)] = (previous, next)
            }
        }
        self.neighbours = neighbours
    }

    /// The comparisons with the same baseline before and after this one in the history of the machine.
    func neighbours(of pair: Pair) -> (previous: Pair?, next: Pair?) { neighbours[PairKey(pair)] ?? (nil, nil) }

    /// What tells two comparisons apart.
    private struct PairKey: Hashable, Sendable {
        let head: RunDigest
        let label: String

        init(_ pair: Pair) { (head, label) = (pair.head, pair.label) }
    }

    /// What comparisons have in common that follow each other.
    private struct Series: Hashable {
        let machine: String
        let label: String
    }
}
