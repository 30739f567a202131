import Archive
import Testing

@testable import Site

/// A commit is found by any part of its hashes that begins them.
@Suite struct CommitNamesTests {
    private static let full = "ccaa69a" + String(repeating: "1", count: 33)

    private func names() throws -> CommitNames {
        CommitNames([
            try ListedRun(commitDate: "2025-04-02", commitID: Self.full).digest(),
            try ListedRun(hash: "ccaa000", commitDate: "2025-04-01").digest(),
            try ListedRun(hash: "d7159b0", commitDate: "2025-03-01").digest(),
            try ListedRun(hash: "release").digest(),
        ])
    }

    @Test(arguments: [
        ("ccaa6", "ccaa69a"), ("CCAA69A", "ccaa69a"), (full, "ccaa69a"), ("ccaa69a111", "ccaa69a"), ("d715", "d7159b0"),
        ("d7159b0ffffff", "d7159b0"), ("release", "release"),
    ])
    func `a part that begins one hash names it`(text: String, hash: String) throws {
        #expect(try names().commit(text).hash == hash)
    }

    @Test(arguments: [
        ("ccaa", "`ccaa` begins the hashes of 2 commits.", "Name more digits: `ccaa000`, `\(full)`."),
        ("ccaa69a2", "No run in this archive is of a commit `ccaa69a2`.", "Is `ccaa69a` meant?"),
        ("d7159b1", "No run in this archive is of a commit `d7159b1`.", "Is `d7159b0` meant?"),
        (
            "0123456", "No run in this archive is of a commit `0123456`.",
            "The newest commits are `ccaa69a`, `release`, `ccaa000`."
        ),
        (
            "cca", "`cca` is no hash of a commit.",
            "Name a commit by 4 or more of the first digits of its hash, 0 to 9 and a to f."
        ),
        (
            "main", "`main` is no hash of a commit.",
            "Name a commit by 4 or more of the first digits of its hash, 0 to 9 and a to f."
        ),
    ])
    func `what names none, or several, is a problem with a way out`(text: String, message: String, hint: String) throws {
        let names = try names()
        #expect(throws: Problem(.error, file: "results", message, hint: hint)) { try names.commit(text) }
    }
}
