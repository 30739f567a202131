import Archive
import Comparisons

/// The order in which runs came to be: by the day of the commit where it was made, inside a day by its moment, and of one commit by path.
enum History {
    /// What belongs to one run each, the oldest first.
    ///
    /// O(n log n).
    static func ordered<Item>(_ items: [Item], of run: (Item) -> RunDigest) -> [Item] {
        let dated = items.map { item in
            let run = run(item)
            return (day: run.commitDay, moment: run.commitMoment, file: run.file, item: item)
        }
        return dated.sorted { ($0.day, $0.moment, $0.file) < ($1.day, $1.moment, $1.file) }.map(\.item)
    }

    /// Commits with the day on which each was made, the newest first: by day, inside a day by moment, and those of one moment by hash.
    ///
    /// O(n log n).
    static func newestFirst(_ commits: [String: [RunDigest]]) -> [(hash: String, day: String, runs: [RunDigest])] {
        let dated = commits.compactMap { hash, runs in
            runs.max { ($0.commitDay, $0.commitMoment) < ($1.commitDay, $1.commitMoment) }.map {
                (hash: hash, newest: $0, runs: runs)
            }
        }
        return dated.sorted { left, right in
            let (one, two) = (
                (left.newest.commitDay, left.newest.commitMoment), (right.newest.commitDay, right.newest.commitMoment)
            )
            return one == two ? left.hash.precedes(right.hash) : two < one
        }.map { ($0.hash, $0.newest.commitDay, $0.runs) }
    }

    /// Each item with the one before and the one after it.
    ///
    /// O(n).
    static func neighbours<Item>(_ ordered: [Item]) -> [(item: Item, previous: Item?, next: Item?)] {
        ordered.indices.map { index in
            (
                ordered[index], index > 0 ? ordered[index - 1] : nil, index + 1 < ordered.count ? ordered[index + 1] : nil
            )
        }
    }
}
