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
            newest: CommitList(catalogue).html(count: NotFoundPage.newestCount) { base + $0.text })
    }
}
