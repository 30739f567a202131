import Comparisons

/// The order in which runs came to be: by the day of the commit, and inside a day by path.
enum History {
    /// What belongs to one run each, the oldest first.
    ///
    /// O(n log n).
    static func ordered<Item>(_ items: [Item], of run: (Item) -> RunDigest) -> [Item] {
        items.sorted { left, right in
            let (left, right) = (run(left), run(right))
            return (left.commitDay, left.file) < (right.commitDay, right.file)
        }
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
