import Markdown

/// A page of prose: about, the method, how to read a report.
struct ContentView: PageView {
    /// The template it fills.
    static let template = TemplateName.content

    /// What stands around the page.
    var shell: PageShell
    /// The page with its own heading, converted from its Markdown.
    var body: HTML

    /// A value from which templates are checked.
    static let specimen = ContentView(shell: .specimen, body: "")
}

extension ContentView {
    /// Every property under its own name.
    var fields: Fields {
        [
            "shell": .view(shell), "body": .html(body),
        ]
    }
}
