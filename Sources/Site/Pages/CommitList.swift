import Comparisons
import Markdown

/// The newest commits with what they come down to, each a few words and a sentence.
struct CommitList {
    private let catalogue: Catalogue
    private let commits: [(hash: String, day: String, runs: [RunDigest])]

    /// Puts the commits in order.
    ///
    /// O(n log n).
    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        commits = History.newestFirst(catalogue.runsByCommit)
    }

    /// The first of them as a list; nil where there are none.
    ///
    /// - Parameter href: the address of a page from where the list stands
    func html(count: Int, href: (SitePath) -> String) -> HTML? {
        guard !commits.isEmpty else { return nil }
        let items = commits.prefix(count).map { commit -> HTML in
            let runs = CommitPage.ordered(commit.runs)
            let answers = CommitAnswers(runs.flatMap(catalogue.entries))
            // How far a commit is from a release is no news of it, and has no colour.
            let colour = answers.all.first.map { $0.saysWhatChanged ? $0.colour : "" } ?? ""
            let words = Set(runs.map { "\($0.name.version.text), \($0.branch)" }).sorted().joined(separator: "; ")
            return """
                <li><a href="\(href(catalogue.map.commit(commit.hash)))"><code>\(commit.hash)</code></a> of \(HTML.day(commit.day)), \
                \(words)<br><span\(colour)>\(answers.result ?? CommitAnswers.none)</span></li>

                """
        }
        return items.reduce("<ul class=\"commits\">\n", +) + "</ul>"
    }
}
