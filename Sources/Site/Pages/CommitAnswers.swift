import Archive
import Comparisons
import Markdown
import Reports

/// What a commit's comparisons come down to, in the order in which a reader asks: one line for each baseline and build.
struct CommitAnswers: Sendable {
    /// A line: what is asked, and what the machines say.
    struct Answer: Sendable {
        let question: String
        let sentence: String
        /// Both for a title: `vs. merge base d7159b0: slower on 2 of 5 machines: both Windows`.
        let phrase: String
        /// The comparisons that say it.
        let entries: [Catalogue.Entry]
        /// `slower` where a machine says that the commit is, else `faster` where one says that; nil where none has a clear verdict.
        let direction: VerdictWord?
        /// The attribute that colours the sentence.
        var colour: HTML { direction.map { word -> HTML in " class=\"\(word.rawValue)\"" } ?? "" }
        /// Whether it says what the commit or its build changed, and not how far it is from a release.
        var saysWhatChanged: Bool { entries.first?.column.isVersion == false }
        /// The flags of the build that is asked about.
        fileprivate var flags: Flags { entries.first?.pair.head.name.flags ?? .none }
        /// Whether it says less of the commit than others do.
        fileprivate var isAside: Bool {
            let isOfOneCommit = entries.allSatisfy { $0.pair.head.name.hash == $0.pair.base.name.hash }
            return isOfOneCommit || (entries.count == 1 && !flags.isDefault)
        }

        /// The comparison that a reader should see first: one that got slower, else one that got faster, else any.
        var foremost: Catalogue.Entry? { entries.foremost }
    }

    /// The lines; none where the commit was compared with nothing.
    let all: [Answer]

    /// What stands in place of an answer where the commit was compared with nothing.
    static let none = "Not compared with any baseline yet."

    /// What the machines say together of each baseline and build that at least two of them have, the merge base first.
    ///
    /// What is asked of a build first, one machine answers alone where no two can, since they have few benchmarks in common: one that got
    /// slower where there is one. A special build of which one machine alone speaks comes last, and so does what builds of the one commit
    /// say of each other.
    init(_ entries: [Catalogue.Entry]) {
        let entries = entries.sorted {
            ($0.pair.head.name.flags, $0.pair.head.file) < ($1.pair.head.name.flags, $1.pair.head.file)
        }.mergeBaseFirst
        var answers: [Answer] = []
        var answered: Set<Flags> = []
        var asked: Set<Question> = []
        let byQuestion = Dictionary(grouping: entries, by: Question.init)
        for entry in entries where asked.insert(Question(entry)).inserted {
            let flags = entry.pair.head.name.flags
            let alike = byQuestion[Question(entry)] ?? []
            if let answer = CommitAnswers.agreement(entry, alike) {
                answers.append(answer)
            } else if !answered.contains(flags), let entry = alike.foremost {
                let question = "\(entry.question) on \(entry.pair.head.name.nickname)"
                let phrase = "on \(entry.pair.head.name.nickname) \(entry.subject): \(ShortVerdict(entry.verdict).phrase)"
                answers.append(
                    Answer(
                        question: question, sentence: entry.words.sentence, phrase: phrase, entries: [entry],
                        direction: entry.verdict.word.isClear ? entry.verdict.word : nil))
            } else {
                continue
            }
            answered.insert(flags)
        }
        let last = answers.filter(\.isAside).enumerated().sorted {
            ($0.element.flags, $0.offset) < ($1.element.flags, $1.offset)
        }
        all = answers.filter { !$0.isAside } + last.map(\.element)
    }

    /// What a machine is asked; two builds may have one name in words.
    private struct Question: Hashable {
        let flags: Flags
        let words: String

        init(_ entry: Catalogue.Entry) {
            flags = entry.pair.head.name.flags
            words = entry.question
        }
    }

    /// - Parameter entry: the first of those that are asked the same
    private static func agreement(_ entry: Catalogue.Entry, _ entries: [Catalogue.Entry]) -> Answer? {
        let overall = entries.filter(\.verdict.isOverall)
        let agreement = Agreement(overall.map { Agreement.Voice(machine: $0.pair.head.machine, word: $0.verdict.word) })
        return agreement.sentence.map {
            Answer(
                question: entry.question, sentence: $0, phrase: "\(entry.subject): \($0)", entries: overall,
                direction: agreement.direction)
        }
    }

    /// The first line as a sentence of its own.
    var result: String? {
        all.first.map { "\($0.question): \($0.sentence)\($0.sentence.hasSuffix(".") ? "" : ".")" }
    }
}

extension Catalogue {
    /// Why nothing says what a commit changed, where its runs are held against releases alone; nil where something does, or nobody asks,
    /// as of a release.
    ///
    /// - Parameter runs: the runs of the commit
    func unknownChange(of runs: [RunDigest]) -> String? {
        let entries = runs.flatMap(entries)
        let isRelease = runs.contains { run in
            run.name.isUpstream && configuration.bases.contains { $0.text == run.name.version.text }
        }
        guard !entries.isEmpty, !isRelease, !entries.contains(where: { $0.column == .mergeBase }) else { return nil }
        let mergeBase = runs.lazy.compactMap(\.metadata.mergeBase).first { !$0.isEmpty }
        let reason = mergeBase.map { "no run of its merge base \($0.prefix(7)) can be held against it" }
        return "What this commit changed is not known: \(reason ?? "no run names its merge base")."
    }
}

extension [Catalogue.Entry] {
    /// The comparison that a reader should see first.
    fileprivate var foremost: Catalogue.Entry? {
        first { $0.verdict.word == .slower } ?? first { $0.verdict.word == .faster } ?? first
    }
}

extension Catalogue.Entry {
    /// What its machine is asked, and others with it: `Against merge base d7159b0, JIT build`.
    fileprivate var question: String { "Against \(pair.baselineWords), \(pair.head.flagWords) build" }

    /// The same for a title, where nobody misses the default build: `vs. merge base d7159b0, JIT build`.
    fileprivate var subject: String {
        "vs. \(pair.baselineWords)\(pair.head.name.flags.isDefault ? "" : ", \(pair.head.flagWords) build")"
    }
}
