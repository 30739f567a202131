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

    /// Commits by the day on which the newest of their runs' commits was made, the newest first; those of one day in code-point order of their
    /// hashes.
    ///
    /// O(n log n).
    static func newestFirst(_ commits: [String: [RunDigest]]) -> [(hash: String, day: String, runs: [RunDigest])] {
        commits.map { hash, runs in (hash: hash, day: runs.map(\.commitDay).max() ?? "", runs: runs) }
            .sorted { $0.day == $1.day ? $0.hash.precedes($1.hash) : $1.day.precedes($0.day) }
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
