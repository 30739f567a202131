/// Finds the name that somebody who mistyped one is likely to have meant.
public enum NearestName {
    /// The name with the fewest changes to `name`, where these are at most a third of its length (and 2 at least); the first of equals.
    public static func nearest(to name: String, among names: [String]) -> String? {
        let limit = max(2, name.count / 3)
        let near = names.map { (name: $0, changes: changes(from: name.lowercased(), to: $0.lowercased())) }
        guard let best = near.min(by: { $0.changes < $1.changes }), best.changes <= limit else { return nil }
        return best.name
    }

    /// The number of single characters to insert, remove or replace (Levenshtein, 1966).
    ///
    /// O(n·m).
    static func changes(from first: String, to second: String) -> Int {
        let second = Array(second)
        var row = Array(0...second.count)
        for (i, character) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in second.indices {
                let replaced = diagonal + (character == second[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[second.count]
    }
}
