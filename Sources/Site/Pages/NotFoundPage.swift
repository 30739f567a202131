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
        let commits = History.newestFirst(catalogue.runsByCommit)
        guard !commits.isEmpty else { return nil }
        let items = commits.prefix(NotFoundPage.newestCount).map { commit -> HTML in
            let runs = CommitPage.ordered(commit.runs)
            let answer = CommitAnswers(runs.flatMap(catalogue.entries)).result ?? CommitAnswers.none
            let words = Set(runs.map { "\($0.name.version.text), \($0.branch)" }).sorted().joined(separator: "; ")
            let page = base + catalogue.map.commit(commit.hash).text
            return """
                <li><a href="\(page)"><code>\(commit.hash)</code></a> of \(commit.day), \(words)<br>\(answer)</li>

                """
        }
        return items.reduce("<ul class=\"commits\">\n", +) + "</ul>"
    }
}
