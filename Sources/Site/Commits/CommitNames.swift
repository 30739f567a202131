import Archive
import Comparisons

/// The commits of an archive, found by any part of their hashes that begins them.
struct CommitNames {
    /// A commit by its names.
    struct Commit: Sendable {
        /// The short hash, under which its page stands.
        let hash: String
        /// The full hashes that its runs know; more than one only where two commits share the short one.
        let fullHashes: [String]

        /// Whether a text in lower case begins one of its hashes; where the full one is not known, the short one may begin the text.
        fileprivate func isMeant(by text: String) -> Bool {
            let short = hash.lowercased()
            if ([short] + fullHashes.map { $0.lowercased() }).contains(where: { $0.hasPrefix(text) }) { return true }
            return fullHashes.isEmpty && short.utf8.count >= CommitNames.shortLength && text.hasPrefix(short)
        }
    }

    /// Fewer digits name no commit.
    static let fewestDigits = 4
    /// How many digits of a hash the names of files hold.
    private static let shortLength = 7

    /// The commits in code-point order of their short hashes.
    let all: [Commit]
    /// The short hashes of the newest commits, the newest first.
    private let newest: [String]

    /// Gathers the commits of some runs.
    ///
    /// O(n log n).
    init(_ runs: [RunDigest]) {
        let groups = Dictionary(grouping: runs, by: \.name.hash)
        all = groups.sorted { $0.key.precedes($1.key) }.map { hash, runs in
            Commit(hash: hash, fullHashes: Set(runs.compactMap(\.fullHash)).sorted())
        }
        newest = History.newestFirst(groups).prefix(3).map(\.hash)
    }

    /// The one commit that a text means; a problem where it is none, or may be several.
    func commit(_ text: String) throws(Problem) -> Commit {
        let wanted = text.lowercased()
        let exact = all.filter { $0.hash.lowercased() == wanted }
        guard exact.isEmpty else { return try one(of: exact, text) }
        guard wanted.utf8.count >= CommitNames.fewestDigits, wanted.isHexadecimal else {
            throw problem(
                "`\(text)` is no hash of a commit.",
                hint: "Name a commit by 4 or more of the first digits of its hash, 0 to 9 and a to f.")
        }
        return try one(of: all.filter { $0.isMeant(by: wanted) }, text)
    }

    private func one(of found: [Commit], _ text: String) throws(Problem) -> Commit {
        guard let first = found.first else {
            throw problem("No run in this archive is of a commit `\(text)`.", hint: nearest(text))
        }
        guard found.count == 1 else {
            let names = found.prefix(10).map { "`\($0.fullHashes.first ?? $0.hash)`" }.joined(separator: ", ")
            let rest = found.count > 10 ? " and \(found.count - 10) more" : ""
            throw problem("`\(text)` begins the hashes of \(found.count) commits.", hint: "Name more digits: \(names)\(rest).")
        }
        return first
    }

    private func nearest(_ text: String) -> String {
        let digits = String(text.lowercased().prefix(CommitNames.shortLength))
        if let hash = NearestName.nearest(to: digits, among: all.map(\.hash)) { return "Is `\(hash)` meant?" }
        guard !newest.isEmpty else { return "There is no run in this archive at all." }
        return "The newest commits are \(newest.map { "`\($0)`" }.joined(separator: ", "))."
    }

    private func problem(_ message: String, hint: String) -> Problem {
        Problem(.error, file: "results", message, hint: hint)
    }
}
