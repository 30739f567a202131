import Comparisons
import Markdown
import Reports

/// A comment for the pull request of a commit, in Markdown: the verdict first, then what it rests on, and the way to the pages.
///
/// A forge takes comments up to 65,536 characters. This one has at most 60,000 bytes, whatever the archive holds: a piece that does not
/// fit is left out, and of the full table as many rows as do not fit; both are said. Names are code, so that they mention nobody and lead
/// nowhere.
struct CommitComment {
    private let link: CommitLink
    private let main: (entry: Catalogue.Entry, comparison: Comparison)?
    private let answers: CommitAnswers

    /// The most bytes of a comment.
    static let limit = 60_000
    /// The most rows of the tables of what is clearly slower, and clearly faster.
    static let shownRows = 10
    /// The most names of what is missing, and of what is new.
    static let shownNames = 10
    /// The most lines on other comparisons.
    static let shownOthers = 20
    /// The most Unicode scalars of a name, and of a sentence.
    static let longest = (name: 80, sentence: 400)

    /// Prepares a comment.
    ///
    /// - Parameter main: the comparison that is shown in full; nil where there is none
    init(_ link: CommitLink, main: (Catalogue.Entry, Comparison)?) {
        self.link = link
        self.main = main
        answers = link.answers
    }

    /// The comment; its first line is a mark by which a program finds the comment again.
    ///
    /// O(benchmarks · log benchmarks).
    var markdown: String {
        var text = "<!-- benchfolio: commit \(link.catalogue.map.name(ofCommit: link.commit.hash)) -->\n"
        let closing = "\n\(place(link.path, "All results of commit \(link.commit.hash)")).\n"
        var isWhole = true
        let leftOut = "\nWhat did not fit here is on that page.\n"
        let room = CommitComment.limit - closing.utf8.count - leftOut.utf8.count
        for piece in pieces {
            if text.utf8.count + piece.utf8.count <= room { text += piece } else { isWhole = false }
        }
        if let main {
            let rest = room - text.utf8.count - 1
            text += CommitComment.details(main.entry.verdict, room: rest, report: report(main.entry))
        }
        return text + closing + (isWhole ? "" : leftOut)
    }

    private var pieces: [String] {
        guard let main else { return ["**\(words("\(link.summary) \(CommitAnswers.none)"))**\n"] }
        let (verdict, oneSided) = (main.entry.verdict, OneSidedNames(main.comparison))
        return [head(main.entry), unknownChange, context(main.entry), cautions(main.entry)]
            + [VerdictWord.slower, .faster].map { CommitComment.clear($0, verdict) }
            + [
                names(oneSided.missing, "missing in the head"), names(oneSided.new, "new in the head"),
                names(oneSided.inOtherUnit, "not compared: in another unit in the head"), others,
            ]
    }

    /// What the machines say together, or what the one says.
    private func head(_ entry: Catalogue.Entry) -> String {
        "**\(words(isAlone ? entry.words.sentence : answers.result ?? ""))**\n"
    }

    /// Where the sentence is about a release, that nothing says what the commit changed.
    private var unknownChange: String {
        link.catalogue.unknownChange(of: link.catalogue.runs).map { "\n\(words($0))\n" } ?? ""
    }

    /// Whether the first answer is that of one machine.
    private var isAlone: Bool { answers.all.first?.entries.count == 1 }

    private func context(_ entry: Catalogue.Entry) -> String {
        let sentence = isAlone ? "." : ": \(words(entry.words.sentence))"
        return "\n\(CommitComment.question(entry))\(sentence) \(words(entry.words.memory)) \(report(entry)).\n"
    }

    private func cautions(_ entry: Catalogue.Entry) -> String {
        guard !entry.words.cautions.isEmpty else { return "" }
        return "\n" + entry.words.cautions.map { "- \(words($0))\n" }.joined()
    }

    private func names(_ names: [String], _ place: String) -> String {
        guard !names.isEmpty else { return "" }
        let shown = names.prefix(CommitComment.shownNames).map(CommitComment.name).joined(separator: ", ")
        let more = names.count > CommitComment.shownNames ? " and \(names.count - CommitComment.shownNames) more" : ""
        return "\n\(Count.words(names.count, "benchmark")) \(place): \(shown)\(more).\n"
    }

    /// A line for each other comparison, in the order of the commit's page.
    private var others: String {
        let all = link.catalogue.runs.flatMap { link.catalogue.entries(of: $0) }.mergeBaseFirst
        let others = all.filter { $0.pair != main?.entry.pair }
        guard !others.isEmpty else { return "" }
        let lines = others.prefix(CommitComment.shownOthers).map { entry in
            "- \(CommitComment.question(entry)): \(words(entry.words.sentence)) \(report(entry)).\n"
        }
        let rest = others.count - lines.count
        let more = rest > 0 ? "- and \(rest) more on the commit's page.\n" : ""
        return "\n\(Count.words(others.count, "other comparison")):\n\n\(lines.joined())\(more)"
    }

    /// `On vultr, default build, against merge base cd61d5c`.
    private static func question(_ entry: Catalogue.Entry) -> String {
        let head = entry.pair.head
        return "On \(name(head.name.nickname)), \(name(head.flagWords)) build, against \(name(entry.pair.baselineWords))"
    }

    private func report(_ entry: Catalogue.Entry) -> String { place(entry.paths.report, "Report") }

    /// A link to a page, or its path where nobody has said where the site is published.
    private func place(_ path: SitePath, _ text: String) -> String {
        guard let url = link.url(of: path) else { return "\(text): \(MarkdownText.code(path.text))" }
        return MarkdownText.link(text, to: url)
    }

    private func words(_ sentence: String) -> String {
        MarkdownText.inert(CommitStatus.shortened(sentence, to: CommitComment.longest.sentence))
    }

    /// A name as code.
    static func name(_ name: String) -> String {
        let scalars = name.unicodeScalars
        guard scalars.count > longest.name else { return MarkdownText.code(name) }
        return MarkdownText.code(String(String.UnicodeScalarView(scalars.prefix(longest.name - 1))) + "…")
    }
}
