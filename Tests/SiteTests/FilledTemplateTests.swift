import Markdown
import Testing

@testable import Site

/// What values make of a template's marks is what the engine would have made of the values.
@Suite struct FilledTemplateTests {
    /// A template that uses all that templates may, some of it indented, so that the ends of values matter.
    private static let sources = [
        TemplateSource(
            name: "run", file: "run",
            text: """
                {{<layout}}
                {{$main}}
                  {{>part}}
                \t{{#problems}}[{{{.}}}{{{.}}}]{{/problems}}{{^problems}}none{{/problems}}
                {{#neighbours}}{{#previous}}{{label}}<{{heading}}{{/previous}}{{^next}}last{{/next}}{{/neighbours}}
                {{{environment}}}{{! no words }}
                {{/main}}
                {{/layout}}
                """),
        TemplateSource(
            name: "layout", file: "layout",
            text:
                "{{shell.title}}\r\n  {{$main}}nothing{{/main}}\n{{#shell.navigation}}\n{{label}}{{#isCurrent}}!{{/isCurrent}}\n"
                + "{{/shell.navigation}}"),
        TemplateSource(
            name: "part", file: "part",
            text: "{{heading}}\n{{{environment}}}{{summary}}\n{{#facts}}\n  {{name}}: {{{value}}}\n{{/facts}}\n"
                + "{{{comparisons}}}{{{comparisons}}}\n"),
    ]

    private static let texts = [
        "", "a", "<&>\"'", "line\n", "\n", "two\n\n", "dos\r\n", "\r", "\u{301}", "é\u{301}", "\u{1}0&\u{2}", "\u{7F}0&\u{7F}",
    ]

    private func view(_ text: String, _ html: HTML, variant: Int) -> RunView {
        var view = RunView.specimen
        view.heading = text
        view.summary = text
        view.shell.title = text
        view.environment = html
        view.comparisons = variant.isMultiple(of: 2) ? html : nil
        view.problems = variant.isMultiple(of: 3) ? html : nil
        view.facts = (0..<variant).map { Fact("\(text)\($0)", html: html) }
        view.neighbours?.next = variant > 1 ? nil : Link(text, href: text)
        view.shell.navigation = (0..<3).map { NavigationLink("\($0)\(text)", href: "", isCurrent: $0 == variant) }
        return view
    }

    @Test func `a page is what the engine alone makes of it, whatever its values and its shape`() throws {
        let library = TemplateLibrary(sources: Self.sources)
        #expect(library.problems.filter { $0.message != "The template is missing." } == [])
        // With a control character in a template the engine does all the work.
        let comment = TemplateSource(name: "other", file: "other", text: "{{! \u{7F} }}")
        let engine = TemplateLibrary(sources: Self.sources + [comment])
        for variant in 0..<4 {
            for text in Self.texts {
                for html in Self.texts {
                    let view = view(text, HTML(trustedMarkup: html), variant: variant)
                    #expect(try Array(library.render(view).utf8) == Array(engine.render(view).utf8))
                }
            }
        }
    }

    @Test func `pages of one shape keep their own values apart`() throws {
        let source = TemplateSource(name: "404", file: "404", text: "{{siteName}}, {{siteName}} {{home}}")
        let library = TemplateLibrary(sources: [source])
        func view(_ name: String, _ home: String) -> NotFoundView {
            NotFoundView(shell: .specimen, siteName: name, home: home, newest: nil)
        }
        #expect(try library.render(view("A & B", "/en/")) == "A &amp; B, A &amp; B /en/")
        #expect(try library.render(view("C", "/de/")) == "C, C /de/")
    }
}
