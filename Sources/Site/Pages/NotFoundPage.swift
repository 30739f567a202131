import Archive
import Comparisons
import Markdown

/// Makes the page for addresses that lead nowhere, which leads to commits: most such addresses are those of a commit, not quite right.
struct NotFoundPage {
    let catalogue: Catalogue
    let frame: PageFrame

    /// How many commits it lists.
    static let newestCount = 20

    var view: NotFoundView {
        let base = catalogue.site.basePath
        let shell = frame.shell(
            .notFound, title: "Page not found", description: "There is no page at this address of \(catalogue.site.title).")
        return NotFoundView(
            shell: shell.standing(below: base), siteName: catalogue.site.title, home: base + SitePath.home.text,
            newest: newest(below: base))
    }

    /// The newest commits with what they come down to, each a few words and a sentence; nil where there are none.
    private func newest(below base: String) -> HTML? {
        let commits = catalogue.runsByCommit.map { hash, runs in
            (hash: hash, day: runs.map(\.commitDay).max() ?? "", runs: CommitPage.ordered(runs))
        }
        guard !commits.isEmpty else { return nil }
        let newest = commits.sorted { $0.day == $1.day ? $0.hash.precedes($1.hash) : $1.day.precedes($0.day) }
        let items = newest.prefix(NotFoundPage.newestCount).map { commit -> HTML in
            let answer = CommitAnswers(commit.runs.flatMap(catalogue.entries)).result ?? CommitAnswers.none
            let words = Set(commit.runs.map { "\($0.name.version.text), \($0.branch)" }).sorted().joined(separator: "; ")
            let page = base + catalogue.map.commit(commit.hash).text
            return """
                <li><a href="\(page)"><code>\(commit.hash)</code></a> of \(commit.day), \(words)<br>\(answer)</li>

                """
        }
        return items.reduce("<ul class=\"commits\">\n", +) + "</ul>"
    }
}
