import Archive
import Markdown

/// Makes the pages that no run has: the problems, the prose.
struct SmallPages {
    let catalogue: Catalogue
    let frame: PageFrame

    var problems: ProblemsView {
        let problems = catalogue.problems
        let counts = Problem.Severity.allCases.compactMap { severity -> String? in
            let count = problems.count { $0.severity == severity }
            return count == 0 ? nil : Count.words(count, severity.rawValue)
        }
        let summary =
            problems.isEmpty ? "Nothing is wrong with this archive." : "\(counts.joined(separator: ", ")) in this archive."
        return ProblemsView(
            shell: frame.shell(.problems, title: "Problems", description: summary), summary: summary,
            table: problems.isEmpty ? nil : ProblemTable(caption: "What is wrong, file by file", problems: problems).html)
    }

    func prose(_ page: ProsePage) -> ContentView {
        ContentView(
            shell: frame.shell(
                .content(page.name), title: page.title, description: "\(page.title), \(catalogue.site.title)", kind: .article),
            body: page.body)
    }
}
