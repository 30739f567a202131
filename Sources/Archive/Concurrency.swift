import Synchronization

/// Work on many things at once, in a bounded number of tasks.
public enum Concurrency {
    /// Maps `items` on `jobs` tasks and returns the results in the order of the items.
    ///
    /// Each task owns one `worker`, which it makes first, so that buffers and parsers are reused without being shared. Tasks take the next
    /// item as they become free; the results do not depend on their number. O(items) space.
    ///
    /// - Parameters:
    ///   - items: what is worked on
    ///   - jobs: how many tasks at most, at least one
    ///   - worker: makes what a task keeps between items
    ///   - transform: makes one result
    public static func map<Item: Sendable, Worker: ~Copyable, Result: Sendable>(
        _ items: [Item], jobs: Int, worker: @escaping @Sendable () -> Worker,
        _ transform: @escaping @Sendable (inout Worker, Item) -> Result
    ) async -> [Result] {
        let next = Counter()
        let parts = await withTaskGroup(of: Part<Result>.self) { group in
            for _ in 0..<max(1, min(jobs, items.count)) {
                group.addTask {
                    var own = worker()
                    var part = Part<Result>()
                    while let index = next.take(below: items.count) {
                        part.indices.append(index)
                        part.results.append(transform(&own, items[index]))
                    }
                    return part
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        return Part.joined(parts, count: items.count)
    }

    /// Maps `items` on `jobs` tasks that keep nothing between items.
    public static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], jobs: Int, _ transform: @escaping @Sendable (Item) -> Result
    ) async -> [Result] {
        await map(items, jobs: jobs, worker: { () }) { (_: inout Void, item) in transform(item) }
    }
}

/// The results of one task, and of which items they are.
private struct Part<Result: Sendable>: Sendable {
    var indices: [Int] = []
    var results: [Result] = []

    /// All results in the order of their items.
    ///
    /// A task takes items in their order, so the next result of an item's task is the item's.
    static func joined(_ parts: [Part], count: Int) -> [Result] {
        if parts.count == 1 { return parts[0].results }
        var owners = Array(repeating: 0, count: count)
        for (number, part) in parts.enumerated() {
            for index in part.indices { owners[index] = number }
        }
        var next = Array(repeating: 0, count: parts.count)
        return owners.map { owner in
            defer { next[owner] += 1 }
            return parts[owner].results[next[owner]]
        }
    }
}

/// Hands out the numbers from 0 on, each once.
private final class Counter: Sendable {
    private let value = Atomic(0)

    func take(below limit: Int) -> Int? {
        let taken = value.wrappingAdd(1, ordering: .relaxed).oldValue
        return taken < limit ? taken : nil
    }
}
