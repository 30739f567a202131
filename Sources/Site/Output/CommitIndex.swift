import Archive
import Comparisons
import Reports

/// The commits of a site for programs: `data/commits.json` for one that wants to link to a commit's page, and `assets/commits.js` for
/// the page that finds a commit by a part of its hash.
///
/// Keys of the first may be added, never changed; objects have their keys in code-point order and every record has every key:
///
///     {"commits": [{"full": full hash or null, "hash": short hash, "page": path in the site, "runs": [
///         {"date": day of the commit, "flags": [names], "fork", "machine", "page", "ref", "verdicts": [
///             {"geometricMean": number or null, "label", "overall": faster, slower, same or unclear, "report": path, "sentence"}],
///          "version"}]}],
///      "generator", "schema": 1}
///
/// Commits stand in code-point order of their short hashes, runs and verdicts in the order of the commit's page, so that the first
/// verdict of the first run of a build is the one to look at.
struct CommitIndex {
    static let schema = 1

    private let catalogue: Catalogue
    private let generator: String
    private let commits: [CommitNames.Commit]

    init(_ catalogue: Catalogue, generator: String) {
        self.catalogue = catalogue
        self.generator = generator
        commits = CommitNames(catalogue.runs).all
    }

    /// The index as JSON.
    var json: [UInt8] {
        var json = JSONText(capacity: 1024 + 512 * catalogue.runs.count + 256 * catalogue.entries.count)
        json.object { index in
            index.list("commits") { list in
                for commit in commits { list.object { write(commit, to: &$0) } }
            }
            index.text("generator", generator)
            index.number("schema", CommitIndex.schema)
        }
        json.endFile()
        return json.bytes
    }

    /// A call with a text for each commit: the name of its page, and its full hash where it is known.
    ///
    /// Such names are safe in a script.
    var script: [UInt8] {
        var json = JSONText(capacity: 64 * commits.count)
        json.list { list in
            for commit in commits {
                list.text(([catalogue.map.name(ofCommit: commit.hash)] + commit.fullHashes).joined(separator: " "))
            }
        }
        return Array("benchfolioCommits(".utf8) + json.bytes + Array(");\n".utf8)
    }

    private func write(_ commit: CommitNames.Commit, to json: inout JSONText) {
        json.text("full", commit.fullHashes.first)
        json.text("hash", commit.hash)
        json.text("page", catalogue.map.commit(commit.hash).text)
        json.list("runs") { list in
            for run in CommitPage.ordered(catalogue.runsByCommit[commit.hash] ?? []) { list.object { write(run, to: &$0) } }
        }
    }

    private func write(_ run: RunDigest, to json: inout JSONText) {
        json.text("date", run.commitDay)
        json.texts("flags", run.name.flags.names)
        json.text("fork", run.name.fork)
        json.text("machine", run.name.nickname)
        json.text("page", catalogue.map.run(run).text)
        json.text("ref", run.name.ref)
        json.list("verdicts") { list in
            for entry in catalogue.entries(of: run).mergeBaseFirst { list.object { write(entry, to: &$0) } }
        }
        json.text("version", run.name.version.text)
    }

    private func write(_ entry: Catalogue.Entry, to json: inout JSONText) {
        json.number("geometricMean", entry.figures.overallMean)
        json.text("label", entry.pair.label)
        json.text("overall", entry.verdict.word.rawValue)
        json.text("report", entry.paths.report.text)
        json.text("sentence", entry.words.sentence)
    }
}
