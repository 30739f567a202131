/// Where all that is made of a comparison stands.
struct ComparisonPaths: Sendable, Hashable {
    /// The page.
    let report: SitePath
    /// The report in Markdown.
    let markdown: SitePath
    /// The figures.
    let json: SitePath
    /// The figures of the benchmarks, a row each.
    let csv: SitePath

    init(head: SafeName, label: SafeName) {
        let stem = "runs/\(head.text)/vs-\(label.text)"
        report = SitePath(stem + ".html")
        markdown = SitePath(stem + ".md")
        json = SitePath(stem + ".json")
        csv = SitePath(stem + ".csv")
    }

    /// All of them.
    var all: [SitePath] { [markdown, json, csv, report] }
}
