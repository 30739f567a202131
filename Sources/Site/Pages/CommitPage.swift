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
        let summary = CommitPage.summary(of: runs)
        let newest = runs.first
        let full = runs.compactMap(\.fullHash).first
        let runs = CommitPage.ordered(runs)
        let answers = CommitAnswers(runs.flatMap(catalogue.entries))
        let table = CommitTable(runs, catalogue: catalogue, path: path)
        return CommitView(
            shell: frame.shell(
                path, title: ["Commit \(hash)", answers.all.first?.phrase].compactMap(\.self).joined(separator: " "),
                description: "\(answers.result.map { "\($0) " } ?? "")Benchmarks of commit \(hash): \(summary)", kind: .article,
                here: "Commit \(hash)"),
            hash: hash, summary: summary, agreements: html(answers, unknownChange: catalogue.unknownChange(of: runs), from: path),
            forge: newest.map {
                Link(
                    "The code of this commit", href: catalogue.site.commitURL(fork: $0.name.fork, commit: full ?? hash))
            },
            facts: facts(runs, full: full, from: path), table: table.html, notes: table.notes,
            legend: "\(Legend.html(frame, from: path, hasStars: false)) \(classic(from: path))")
    }

    /// What the last column says.
    private func classic(from path: SitePath) -> HTML {
        let page = frame.link(toProse: "classic-report", "What they are", from: path).map { link -> HTML in " \(link.html)." }
        return """
            <em>Classic mean</em> and HPT, how sure it is that the two runs differ, are the classic report's and know nothing of the \
            noise.\(page ?? "")
            """
    }

    /// How many runs there are, and where they were made: `2 runs on linux, mac.`.
    static func summary(of runs: [RunDigest]) -> String {
        let machines = Set(runs.map(\.name.nickname)).sorted()
        return "\(Count.words(runs.count, "run")) on \(machines.joined(separator: ", "))."
    }

    private func html(_ answers: CommitAnswers, unknownChange: String?, from path: SitePath) -> HTML {
        guard !answers.all.isEmpty else { return "<p class=\"notice\">\(CommitAnswers.none)</p>" }
        let notice = unknownChange.map { text -> HTML in "<p class=\"notice\">\(text)</p>\n" } ?? ""
        let lines = answers.all.map { line -> HTML in
            """
            <div><dt>\(line.question):</dt> <dd\(line.colour)>\(line.sentence)</dd>\(voices(line, from: path))</div>

            """
        }
        return notice + lines.reduce("<dl class=\"agreements\">\n", +) + "</dl>"
    }

    /// What each machine says of which the line only says how many they are, with links to the reports.
    private func voices(_ line: CommitAnswers.Answer, from path: SitePath) -> HTML {
        guard line.entries.count > 1 else { return "" }
        let voices = line.entries.map { entry -> HTML in
            let (words, link) = (ShortVerdict(entry.verdict), path.href(to: entry.paths.report))
            let word = entry.verdict.word.rawValue
            let detail = words.detail.map { detail -> HTML in " <small>\(detail)</small>" }
            return """
                <li>\(entry.pair.head.name.nickname): <a class="\(word)" href="\(link)">\(words.text)</a>\(detail ?? "")</li>
                """
        }
        return "<dd><ul>\(voices.joined())</ul></dd>"
    }

    /// The addresses under which a commit is found: its short hash, and its full one where some run knows it.
    static func paths(_ hash: String, runs: [RunDigest], map: SiteMap) -> [SitePath] {
        [map.commit(hash)] + Set(runs.compactMap(\.fullHash)).sorted().map { SitePath.commit(SafeName($0)) }
    }

    /// Runs in the order of the page: by machine, build and path.
    static func ordered(_ runs: [RunDigest]) -> [RunDigest] {
        runs.sorted { ($0.name.nickname, $0.name.flags, $0.file) < ($1.name.nickname, $1.name.flags, $1.file) }
    }

    private func facts(_ runs: [RunDigest], full: String?, from path: SitePath) -> [Fact] {
        var facts: [Fact] = []
        if let date = runs.first?.commitDay { facts.append(Fact("Date", date)) }
        for fork in Set(runs.map(\.name.fork)).sorted() {
            let refs = Set(runs.filter { $0.name.fork == fork }.compactMap(\.refWords)).sorted()
            let link = Link(fork, href: path.href(to: catalogue.map.fork(fork))).html
            facts.append(Fact("Fork", html: refs.reduce(link) { "\($0), \($1)" }))
        }
        if let full { facts.append(Fact("Full hash", full)) }
        let versions = Set(runs.map(\.name.version)).sorted().map(\.text)
        return facts + [Fact("Version", versions.joined(separator: ", "))]
    }
}

extension RunDigest {
    /// The full hash of the commit, where the file knows it: as its id, or as the branch that was measured.
    var fullHash: String? {
        [metadata.commitID, metadata.commitBranch].compactMap(\.self).first { text in
            text.utf8.count == 40 && text.hasPrefix(name.hash) && text.isHexadecimal
        }
    }
}
