import Foundation
import Markdown
import TestSupport
import Testing

@testable import Archive
@testable import Site

/// Templates are read, checked and filled.
@Suite struct TemplateLibraryTests {
    private func library(_ name: TemplateName, _ text: String) -> TemplateLibrary {
        TemplateLibrary(sources: [TemplateSource(name: name.rawValue, file: "T/\(name.fileName)", text: text)])
    }

    private func notFound(siteName: String) -> NotFoundView {
        NotFoundView(shell: .specimen, siteName: siteName, home: nil, newest: nil)
    }

    @Test func `text is escaped, whatever mark follows the character`() throws {
        let library = library(.notFound, "<p title=\"{{siteName}}\">")
        #expect(
            try library.render(notFound(siteName: "<b>\"\u{301}'\u{308}&\u{20DD}>")) == """
                <p title="&lt;b&gt;&quot;\u{301}&#39;\u{308}&amp;\u{20DD}&gt;">
                """)
    }

    @Test func `text is escaped in partials and blocks too`() throws {
        let library = TemplateLibrary(sources: [
            TemplateSource(name: "404", file: "404", text: "{{<layout}}{{$main}}{{siteName}}|{{>part}}{{/main}}{{/layout}}"),
            TemplateSource(name: "layout", file: "layout", text: "[{{$main}}{{/main}}]"),
            TemplateSource(name: "part", file: "part", text: "{{siteName}}"),
        ])
        #expect(try library.render(notFound(siteName: "\"\u{301}")) == "[&quot;\u{301}|&quot;\u{301}]")
    }

    @Test func `HTML goes in as it stands`() throws {
        let view = ContentView(shell: .specimen, body: "<p>\("<&>")</p>")
        #expect(try library(.content, "{{{body}}}{{#shell}}{{{colophon}}}{{/shell}}").render(view) == "<p>&lt;&amp;&gt;</p>Made.")
    }

    @Test func `an absent optional leaves its section out`() throws {
        let library = library(.notFound, "{{#home}}<a href=\"{{.}}\">{{siteName}}</a>{{/home}}{{^home}}none{{/home}}")
        #expect(
            try library.render(NotFoundView(shell: .specimen, siteName: "S", home: "/a", newest: nil)) == "<a href=\"/a\">S</a>")
        #expect(try library.render(notFound(siteName: "S")) == "none")
    }

    @Test func `lines that hold only a tag leave no line, whatever the line ends are`() throws {
        let text = "a\n{{#home}}\nb\n{{/home}}\nc\n"
        let view = NotFoundView(shell: .specimen, siteName: "S", home: "/", newest: nil)
        #expect(try library(.notFound, text).render(view) == "a\nb\nc\n")
        let dos = text.split(separator: "\n").joined(separator: "\r\n") + "\r\n"
        #expect(try library(.notFound, dos).render(view) == "a\r\nb\r\nc\r\n")
    }

    @Test func `every template that is missing is a problem, and its page cannot be filled`() {
        let library = TemplateLibrary(sources: [], folder: "My")
        #expect(library.problems.map(\.file) == TemplateName.allCases.map { "My/" + $0.fileName }.sorted())
        #expect(library.problems.first?.message == "The template is missing.")
        #expect(throws: Problem.self) { try library.render(notFound(siteName: "S")) }
    }

    @Test func `a template with a tag left open is a problem, and its page cannot be filled`() {
        let library = library(.notFound, "\n {{#home}}")
        #expect(
            library.problems.first { $0.file == "T/404.mustache" }
                == Problem(
                    .error, file: "T/404.mustache", line: 2, column: 2, "{{#home}} is never closed.",
                    hint: "Add {{/home}} where it should end."))
        #expect(throws: Problem.self) { try library.render(notFound(siteName: "S")) }
    }

    @Test(arguments: [
        ["{{>other}}", "{{>other}}"], ["{{>other}}", "{{>third}}", "{{>other}}"], ["{{>404}}"],
        ["{{<other}}{{/other}}", "{{<404}}{{/404}}"],
        ["{{<other}}{{$main}}a{{$main}}b{{/main}}{{/main}}{{/other}}", "{{$main}}{{/main}}"],
        ["{{<other}}{{$main}}a{{>third}}{{/main}}{{/other}}", "{{$main}}{{/main}}", "{{$main}}{{/main}}"],
    ])
    func `templates that would be filled without end are a problem, and their page cannot be filled`(texts: [String]) {
        let names = [NotFoundView.template.rawValue, "other", "third"]
        let library = TemplateLibrary(sources: zip(names, texts).map { TemplateSource(name: $0, file: $0, text: $1) })
        #expect(library.problems.contains { $0.file == "other" || $0.file == "third" || $0.file == names[0] })
        #expect(throws: Problem.self) { try library.render(notFound(siteName: "S")) }
    }

    @Test func `a problem of a partial that every page includes is named once`() throws {
        let sources = TemplateName.allCases.map { TemplateSource(name: $0.rawValue, file: $0.rawValue, text: "{{>part}}") }
        let library = TemplateLibrary(sources: sources + [TemplateSource(name: "part", file: "part", text: "{{nonsense}}")])
        #expect(Set(library.problems.map { "\($0.file):\($0.line ?? 0):\($0.column ?? 0)" }) == ["part:1:1"])
    }

    @Test func `a page whose template has no end in sight cannot be filled`() {
        let sources = (0..<40).map { level in
            TemplateSource(name: "p\(level)", file: "p\(level)", text: level < 39 ? "{{>p\(level + 1)}}{{>p\(level + 1)}}" : "x")
        }
        let library = TemplateLibrary(sources: sources + [TemplateSource(name: "404", file: "404", text: "{{>p0}}")])
        #expect(throws: Problem.self) { try library.render(notFound(siteName: "S")) }
    }

    @Test func `templates are read from their folder, and a folder that is not there is a problem`() throws {
        let folder = try TemporaryFolder()
        try folder.write("{{siteName}}", to: "404.mustache")
        try folder.write("no template", to: "readme.txt")
        let sources = try TemplateSource.read(folder: folder.path)
        let name = folder.url.lastPathComponent
        #expect(sources == [TemplateSource(name: "404", file: name + "/404.mustache", text: "{{siteName}}")])
        // However the folder is spelled, the site's bytes are the same.
        #expect(try TemplateSource.read(folder: "\(folder.path)/../\(name)/.") == sources)
        // The mark that some editors put before a text is none of it.
        try folder.write("\u{FEFF}{{siteName}}", to: "404.mustache")
        #expect(try TemplateSource.read(folder: folder.path) == sources)
        #expect(throws: Problem.self) { try TemplateSource.read(folder: folder.path + "/none") }
    }

    @Test func `a template that is no UTF-8 is a problem`() throws {
        let folder = try TemporaryFolder()
        try Data([0x7B, 0xFF, 0xFE]).write(to: folder.url.appendingPathComponent("home.mustache"))
        #expect(
            throws: Problem(
                .error, file: folder.url.lastPathComponent + "/home.mustache", "The template is no UTF-8 text.",
                hint: "Save it as UTF-8.")
        ) {
            try TemplateSource.read(folder: folder.path)
        }
    }
}

@Suite struct NearestNameTests {
    @Test func `the name with the fewest changes is the nearest`() {
        #expect(NearestName.nearest(to: "titel", among: ["table", "title", "tile"]) == "title")
        #expect(NearestName.nearest(to: "HREF", among: ["href"]) == "href")
        #expect(NearestName.nearest(to: "colour", among: ["href", "label"]) == nil)
        #expect(NearestName.nearest(to: "x", among: []) == nil)
    }

    @Test(arguments: [
        ("", "", 0), ("abc", "", 3), ("", "abc", 3), ("kitten", "sitting", 3), ("flaw", "lawn", 2), ("same", "same", 0),
    ])
    func `changes are counted as Levenshtein does`(first: String, second: String, count: Int) {
        #expect(NearestName.changes(from: first, to: second) == count)
    }
}
