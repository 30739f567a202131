import Markdown

/// A page of prose: about, the method, how to read a report.
public struct ContentView: PageView {
    /// The template it fills.
    public static let template = TemplateName.content

    /// What stands around the page.
    public var shell: PageShell
    /// The page with its own heading, converted from its Markdown.
    public var body: HTML

    /// Makes a view.
    public init(shell: PageShell, body: HTML) {
        self.shell = shell
        self.body = body
    }

    /// A value from which templates are checked.
    public static let specimen = ContentView(shell: .specimen, body: "")
}

extension ContentView {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "shell": .view(shell), "body": .html(body),
        ]
    }
}
