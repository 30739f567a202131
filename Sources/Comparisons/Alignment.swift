import Archive
import Synchronization

/// How the benchmarks of a head and of a baseline stand to each other: worked out once for two lists, which nearly all runs share.
final class Alignment: Sendable {
    private let lists: (base: BenchmarkList, head: BenchmarkList)
    /// The places of the common benchmarks in both lists, in the order of the baseline's.
    let places: [(base: Int, head: Int)]
    /// The names of the common benchmarks.
    let names: [String]
    /// Whether each of them is left out of the figures over a whole comparison.
    let isExcluded: [Bool]
    /// Where the common benchmarks stand in code-point order of their names; equal ones as they stand.
    let orderByName: [Int]
    /// The tags in code-point order.
    let tags: [String]
    /// For each common benchmark where its tags stand among ``tags``, each once.
    let tagsOfRow: [[Int]]
    /// The benchmarks of the baseline alone, in code-point order.
    let missing: [String]
    /// The benchmarks of the head alone, in code-point order.
    let new: [String]

    /// O(n log n) in the benchmarks and their tags.
    init(base: BenchmarkList, head: BenchmarkList, excluded: Set<ExactText>) {
        lists = (base, head)
        let matching = Matching(base: base, head: head)
        places = matching.common
        let names = matching.common.map { base.names[$0.base] }
        self.names = names
        isExcluded = names.map { excluded.contains(ExactText($0)) }
        orderByName = names.indices.sorted { names[$0].isSame(as: names[$1]) ? $0 < $1 : names[$0].precedes(names[$1]) }
        missing = matching.missing.sorted { $0.precedes($1) }
        new = matching.new.sorted { $0.precedes($1) }
        let tagsOfRow = matching.common.map { base.tags[$0.base] }
        let tags = Set(tagsOfRow.joined().map { ExactText($0) }).sorted { $0.text.precedes($1.text) }
        let numbers = Dictionary(uniqueKeysWithValues: zip(tags, tags.indices))
        self.tags = tags.map(\.text)
        self.tagsOfRow = tagsOfRow.map { Set($0.map { ExactText($0) }).compactMap { numbers[$0] } }
    }
}

/// The alignments of the lists that were held against each other so far.
final class Alignments: Sendable {
    private struct Key: Hashable, Sendable {
        let base: ObjectIdentifier
        let head: ObjectIdentifier
    }

    private let excluded: Set<ExactText>
    /// An alignment keeps its lists, so that no other list can come to have their identity.
    private let known = Mutex<[Key: Alignment]>([:])

    init(excluded: Set<ExactText>) { self.excluded = excluded }

    /// The alignment of the benchmarks of a pair.
    func alignment(of pair: Pair) -> Alignment {
        let (base, head) = (pair.base.samples.columns.benchmarks, pair.head.samples.columns.benchmarks)
        let key = Key(base: ObjectIdentifier(base), head: ObjectIdentifier(head))
        if let alignment = known.withLock({ $0[key] }) { return alignment }
        let alignment = Alignment(base: base, head: head, excluded: excluded)
        known.withLock { $0[key] = alignment }
        return alignment
    }
}

/// Two lists of benchmarks, put side by side.
struct Matching {
    /// The places of the benchmarks that both have, in the order of the baseline's; of one that comes twice the head's first place counts.
    private(set) var common: [(base: Int, head: Int)] = []
    /// The names of the baseline alone.
    private(set) var missing: [String] = []
    /// The names of the head alone.
    let new: [String]

    init(base: BenchmarkList, head: BenchmarkList) {
        let (left, right) = (base.identities, head.identities)
        let places = Dictionary(zip(right, right.indices)) { first, _ in first }
        for (index, benchmark) in left.enumerated() {
            if let place = places[benchmark] { common.append((index, place)) } else { missing.append(benchmark.name.text) }
        }
        let known = Set(left)
        new = right.filter { !known.contains($0) }.map(\.name.text)
    }
}
