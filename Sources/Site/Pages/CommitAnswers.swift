import Archive
import Comparisons
import Reports

/// What a commit's comparisons come down to, in the order in which a reader asks: one line for each baseline and build.
struct CommitAnswers {
    /// A line: what is asked, and what the machines say.
    struct Answer {
        let question: String
        let sentence: String
        /// Both for a title: `vs. merge base d7159b0: slower on 2 of 5 machines: both Windows`.
        let phrase: String
    }

    /// The lines; none where the commit was compared with nothing.
    let all: [Answer]

    /// What the machines say together of each baseline and build that at least two of them have, the merge base first.
    ///
    /// A build of which no two machines can say anything has its first comparison speak alone.
    init(_ entries: [Catalogue.Entry]) {
        let entries = entries.sorted {
            ($0.pair.head.name.flags, $0.pair.head.file) < ($1.pair.head.name.flags, $1.pair.head.file)
        }.mergeBaseFirst
        var answers: [Answer] = []
        var answered: Set<Flags> = []
        var asked: Set<String> = []
        let byQuestion = Dictionary(grouping: entries, by: \.question)
        for entry in entries where asked.insert(entry.question).inserted {
            let voices = (byQuestion[entry.question] ?? []).filter(\.verdict.isOverall).map {
                Agreement.Voice(machine: $0.pair.head.machine, word: $0.verdict.word)
            }
            guard let sentence = Agreement.sentence(voices) else { continue }
            answers.append(Answer(question: entry.question, sentence: sentence, phrase: "\(entry.subject): \(sentence)"))
            answered.insert(entry.pair.head.name.flags)
        }
        let unanswered = Dictionary(grouping: entries) { $0.pair.head.name.flags }.filter { !answered.contains($0.key) }
        for (_, entries) in unanswered.sorted(by: { $0.key < $1.key }) {
            guard let first = entries.first else { continue }
            let question = "\(first.question) on \(first.pair.head.name.nickname)"
            let phrase = "on \(first.pair.head.name.nickname) \(first.subject): \(ShortVerdict(first.verdict).phrase)"
            answers.append(Answer(question: question, sentence: first.words.sentence, phrase: phrase))
        }
        all = answers
    }

    /// The first line as a sentence of its own.
    var result: String? {
        all.first.map { "\($0.question): \($0.sentence)\($0.sentence.hasSuffix(".") ? "" : ".")" }
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
