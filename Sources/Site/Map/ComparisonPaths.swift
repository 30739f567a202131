/// Where all that is made of a comparison stands.
public struct ComparisonPaths: Sendable, Hashable {
    /// The page.
    public let report: SitePath
    /// The report in Markdown.
    public let markdown: SitePath
    /// The figures.
    public let json: SitePath
    /// The figures of the benchmarks, a row each.
    public let csv: SitePath

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
