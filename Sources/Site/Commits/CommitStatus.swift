import Archive
import Comparisons

/// A commit status, as GitHub's REST API takes one: a mark beside the commit, a few words, and the way to its page.
///
/// The mark is for what a reader asks first, the commit's first answer: slower on any machine fails, and all else succeeds, also what cannot
/// be told. A commit that was compared with nothing is pending, or in error where something is wrong with its runs. Source: https://docs.github.com/rest/commits/statuses.
struct CommitStatus {
    /// What the mark says.
    enum State: String {
        case success, failure, pending, error
    }

    let state: State
    let description: String
    let url: String?

    /// The longest description that is taken, in Unicode scalars.
    static let longest = 140
    /// What tells this status from those of other programs.
    static let context = "benchfolio"

    /// Makes the status of a commit.
    ///
    /// - Parameters:
    ///   - summary: which runs there are, for a commit that was compared with nothing
    ///   - problems: what may be the reason
    ///   - url: the address of the commit's page
    init(_ answers: CommitAnswers, summary: String, problems: [Problem], url: String?) {
        let reason = problems.first { $0.severity == .error }?.message
        if let answer = answers.all.first {
            state = answer.direction == .slower ? .failure : .success
        } else {
            state = reason == nil ? .pending : .error
        }
        let words = answers.result ?? reason ?? "\(summary) \(CommitAnswers.none)"
        description = CommitStatus.shortened(words, to: CommitStatus.longest)
        self.url = url
    }

    /// The status as JSON on one line; where the address is not known it is null.
    var json: String {
        var json = JSONText(capacity: 512)
        json.object { status in
            status.text("context", CommitStatus.context)
            status.text("description", description)
            status.text("state", state.rawValue)
            status.text("target_url", url)
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }

    /// A text of at most so many Unicode scalars: one that is longer ends with `…` behind its last whole word.
    static func shortened(_ text: String, to limit: Int) -> String {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count > limit else { return text }
        var end = limit - 1
        if let space = scalars[..<limit].lastIndex(of: " "), space > 0 { end = space }
        while end > 1, scalars[end - 1] == " " { end -= 1 }
        var short = String.UnicodeScalarView()
        short.append(contentsOf: scalars[..<end])
        return String(short) + "…"
    }
}
