import Archive
import Comparisons
import Markdown
import Reports

/// Makes the page of a commit: every machine, build and baseline it was measured with.
struct CommitPage {
    let catalogue: Catalogue
    let frame: PageFrame

    /// The view of the runs of one short hash, which is never empty.
    func view(_ hash: String, runs: [RunDigest]) -> CommitView {
        let path = catalogue.map.commit(hash)
        let machines = Set(runs.map(\.name.nickname)).sorted()
        let summary = "\(Count.words(runs.count, "run")) on \(machines.joined(separator: ", "))."
        let newest = runs.first
        let full = runs.compactMap(\.fullHash).first
        let runs = ordered(runs)
        let agreements = agreements(runs)
        let table = CommitTable(runs, catalogue: catalogue, path: path)
        return CommitView(
            shell: frame.shell(
                path, title: "Commit \(hash)",
                description: "Benchmarks of commit \(hash): \(summary)\(result(runs, agreements).map { " \($0)" } ?? "")"),
            hash: hash, summary: summary, agreements: html(agreements),
            forge: newest.map {
                Link(
                    "The commit where its code is kept", href: catalogue.site.commitURL(fork: $0.name.fork, commit: full ?? hash))
            },
            facts: facts(runs, full: full, from: path), table: table.html, notes: table.notes,
            legend: Legend.html(frame, from: path))
    }

    /// What the machines say together of each baseline and build that at least two of them have, the merge base first.
    ///
    /// A build of which no two machines can say anything has its first comparison speak alone.
    private func agreements(_ runs: [RunDigest]) -> [(of: String, sentence: String)] {
        let entries = runs.flatMap(catalogue.entries)
            .sorted { ($0.pair.head.name.flags, $0.pair.head.file) < ($1.pair.head.name.flags, $1.pair.head.file) }
            .mergeBaseFirst
        var questions: [String] = []
        var asked: [String: [Catalogue.Entry]] = [:]
        for entry in entries {
            let question = "Against \(entry.pair.baselineWords), \(entry.pair.head.flagWords) build"
            if asked[question] == nil { questions.append(question) }
            asked[question, default: []].append(entry)
        }
        let together = questions.compactMap { question -> (of: String, sentence: String, flags: Flags)? in
            guard let entries = asked[question], let first = entries.first else { return nil }
            let voices = entries.filter(\.verdict.isOverall).map {
                Agreement.Voice(machine: $0.pair.head.machine, word: $0.verdict.word)
            }
            return Agreement.sentence(voices).map { (question, $0, first.pair.head.name.flags) }
        }
        let answered = Set(together.map(\.flags))
        let alone = Dictionary(grouping: entries) { $0.pair.head.name.flags }.filter { !answered.contains($0.key) }
            .sorted { $0.key < $1.key }.compactMap { _, entries in
                entries.first.map { entry in
                    let pair = entry.pair
                    return (
                        "Against \(pair.baselineWords), \(pair.head.flagWords) build on \(pair.head.name.nickname)",
                        entry.words.sentence
                    )
                }
            }
        return together.map { ($0.of, $0.sentence) } + alone
    }

    private func html(_ agreements: [(of: String, sentence: String)]) -> HTML? {
        guard !agreements.isEmpty else { return nil }
        let lines = agreements.map { line -> HTML in "<div><dt>\(line.of)</dt><dd>\(line.sentence)</dd></div>\n" }
        return lines.reduce("<dl class=\"agreements\">\n", +) + "</dl>"
    }

    /// What the commit comes down to in one sentence; nil where it was compared with nothing.
    private func result(_ runs: [RunDigest], _ agreements: [(of: String, sentence: String)]) -> String? {
        agreements.first.map { "\($0.of): \($0.sentence)\($0.sentence.hasSuffix(".") ? "" : ".")" }
    }

    /// The addresses under which a commit is found: its short hash, and its full one where some run knows it.
    static func paths(_ hash: String, runs: [RunDigest], map: SiteMap) -> [SitePath] {
        [map.commit(hash)] + Set(runs.compactMap(\.fullHash)).sorted().map { SitePath.commit(SafeName($0)) }
    }

    private func ordered(_ runs: [RunDigest]) -> [RunDigest] {
        runs.sorted { ($0.name.nickname, $0.name.flags, $0.file) < ($1.name.nickname, $1.name.flags, $1.file) }
    }

    private func facts(_ runs: [RunDigest], full: String?, from path: SitePath) -> [Fact] {
        var facts: [Fact] = []
        if let date = runs.first?.commitDay { facts.append(Fact("Date", date)) }
        for fork in Set(runs.map(\.name.fork)).sorted() {
            let refs = Set(runs.filter { $0.name.fork == fork }.map(\.name.ref)).sorted().joined(separator: ", ")
            facts.append(Fact("Fork", html: "\(Link(fork, href: path.href(to: catalogue.map.fork(fork))).html), \(refs)"))
        }
        if let full { facts.append(Fact("Full hash", full)) }
        let versions = Set(runs.map(\.name.version)).sorted().map(\.text)
        return facts + [Fact("Version", versions.joined(separator: ", "))]
    }
}

extension RunDigest {
    /// The full hash of the commit, where the file knows it: as its id, or as the branch that was measured.
    var fullHash: String? {
        [metadata["commit_id"], metadata["commit_branch"]].compactMap(\.self).first { text in
            text.utf8.count == 40 && text.hasPrefix(name.hash) && text.allSatisfy(\.isHexDigit)
        }
    }
}

extension Catalogue.Entry {
    /// What it comes down to, for those who see nothing around it: `Against merge base d7159b0: No change: …`.
    var result: String { "Against \(pair.baselineWords): \(words.sentence)" }
}
