import Archive
import Markdown
import Testing

@testable import Site

/// A template is held against its view: what is wrong is said with its place and what would mend it.
@Suite struct TemplateCheckTests {
    struct Inner: Sendable {
        var label = "text"
        var href: String? = "text"
    }

    struct Outer: Sendable {
        var title = "text"
        var body: HTML = "<p>"
        var note: String? = "text"
        var chart: HTML? = "<svg>"
        var isNew = true
        var links = [Inner()]
        var names = ["text"]
        var charts: [HTML] = ["<svg>"]
        var shell = Inner()
    }

    /// The problems of a template `page`, with further templates it may include.
    private func problems(_ text: String, _ others: [String: String] = [:]) -> [String] {
        var trees: [String: TemplateTree] = [:]
        var found: [Problem] = []
        for (name, text) in [("page", text)] + others.sorted(by: { $0.key < $1.key }) {
            let (tree, writing) = TemplateTree.parse(TemplateSource(name: name, file: "T/\(name).mustache", text: text))
            trees[name] = tree
            found += writing
        }
        found += TemplateCheck(of: "page", view: ViewShape(of: Outer()), trees: trees).problems
        return found.map { "\($0.file):\($0.line ?? 0):\($0.column ?? 0) \($0.message) \($0.hint ?? "")" }
    }

    @Test func `names of the view, of nested sections and of partials pass`() {
        let text = """
            <h1>{{title}} {{ shell.label }}</h1> {{! a comment
            of two lines }}
            {{{body}}}{{&body}} {{#isNew}}new{{/isNew}}{{^isNew}}old{{/isNew}}
            {{#links}}<a{{#href}} href="{{.}}"{{/href}}>{{label}} {{title}}</a>{{/links}}{{^links}}none{{/links}}
            {{#names}}{{.}}{{/names}}{{#charts}}{{{.}}}{{/charts}}{{#chart}}{{{chart}}}{{/chart}}{{#note}}{{.}}{{/note}}
            {{#shell}}{{label}}{{/shell}}{{>part}}
            """
        #expect(problems(text, ["part": "{{title}}"]) == [])
    }

    @Test func `a block inside of its own filling is a problem`() {
        #expect(
            problems("{{<part}}{{$main}}a{{$main}}b{{/main}}{{/main}}{{/part}}", ["part": "{{$main}}{{/main}}"]) == [
                "T/page.mustache:1:20 {{$main}} stands inside of its own filling. Name one of the two otherwise."
            ])
    }

    @Test func `more tags, or deeper ones, than the engine can take are a problem`() {
        for tag in ["{{title}}\n", "{{!a}}\n", "{{a b}}\n", "{{{\n"] {
            let found = problems(String(repeating: tag, count: 2_001))
            #expect(
                found.prefix(1) == [
                    "T/page.mustache:2000:\(tag.count) The template has more than 2000 tags, and no more are read. "
                        + "Part it in several that one includes with {{>name}}."
                ], "\(tag)")
        }
        #expect(problems(String(repeating: "{{title}}{{!a}}\n", count: 1_000)) == [])
        let (deep, ends) = (String(repeating: "{{#isNew}}", count: 51), String(repeating: "{{/isNew}}", count: 51))
        #expect(
            problems(deep + ends) == [
                "T/page.mustache:1:501 {{#isNew}} stands inside of more than 50 others. Nest them less deeply."
            ])
        #expect(problems("\(deep.dropLast(10))\(ends.dropLast(10))") == [])
    }

    @Test func `templates that include each other too often, or too deeply, are a problem`() {
        let message =
            "T/page.mustache:0:0 The template comes to more than 20000 tags with all that it includes. "
            + "Look for templates that include others many times, or deeply."
        let doubling = Dictionary(
            uniqueKeysWithValues: (0..<40).map { ("p\($0)", $0 < 39 ? "{{>p\($0 + 1)}}{{>p\($0 + 1)}}" : "") })
        #expect(problems("{{>p0}}", doubling) == [message])
        let chain = Dictionary(uniqueKeysWithValues: (0..<1_000).map { ("p\($0)", $0 < 999 ? "{{>p\($0 + 1)}}" : "") })
        #expect(problems("{{>p0}}", chain) == [message])
        #expect(problems("{{>p960}}", chain) == [])
    }

    @Test func `what an inverted section of an unknown name holds is looked at`() {
        #expect(problems("{{^titel}}{{#links}}{{labl}}{{/links}}{{/titel}}").count == 2)
    }

    @Test func `an unknown name is found with its line and column, and the nearest name`() {
        #expect(
            problems("<h1>\n  ö {{titel}}</h1>") == [
                "T/page.mustache:2:5 The view has no property named titel. Did you mean title?"
            ])
    }

    @Test func `a name unlike any other is answered with the names that are known`() {
        #expect(
            problems("{{#links}}{{zzzzzzzz}}{{/links}}") == [
                """
                T/page.mustache:1:11 The view has no property named zzzzzzzz. Known here: body, chart, charts, href, isNew, label, links, \
                names, note, shell, title.
                """
            ])
    }

    @Test func `a name of an element is unknown outside its section`() {
        #expect(
            problems("{{#links}}{{label}}{{/links}}{{label}}").map { String($0.prefix(69)) } == [
                "T/page.mustache:1:30 The view has no property named label. Known here"
            ])
    }

    @Test func `the second part of a dotted name is looked up in the first alone`() {
        #expect(
            problems("{{shell.labl}} {{title.size}}") == [
                "T/page.mustache:1:1 shell.labl: there is no property named labl. Did you mean label?",
                "T/page.mustache:1:16 title.size: there is no property named size. Nothing can be asked of it here.",
            ])
    }

    @Test func `an unknown name in a partial is a problem of the partial's file`() {
        #expect(
            problems("{{>part}}", ["part": "\n\n{{tytle}}"]) == [
                "T/part.mustache:3:1 The view has no property named tytle. Did you mean title?"
            ])
    }

    @Test func `a block's filling is checked in the file it is written in`() {
        let layout = "<main>{{$main}}{{tilte}}{{/main}}</main>"
        #expect(
            problems("{{<layout}}{{$main}}{{bdy}}{{/main}}{{/layout}}", ["layout": layout]) == [
                "T/page.mustache:1:21 The view has no property named bdy. Did you mean body?"
            ])
        #expect(
            problems("{{<layout}}{{$mian}}{{/mian}}{{/layout}}", ["layout": layout]) == [
                "T/page.mustache:1:12 T/layout.mustache has no block named mian. Did you mean main?",
                "T/layout.mustache:1:16 The view has no property named tilte. Did you mean title?",
            ])
    }

    @Test func `a partial that is missing, and one that includes itself, are problems`() {
        #expect(
            problems("{{>prat}}{{>part}}", ["part": "{{>part}}"]) == [
                "T/page.mustache:1:1 There is no template named prat. Did you mean part?",
                "T/part.mustache:1:1 {{>part}} includes the template inside itself, without end. Remove it.",
            ])
    }

    @Test func `text goes into two braces, HTML into three, the rest into sections`() {
        #expect(
            problems("{{body}} {{{title}}} {{links}} {{isNew}} {{#title}}{{/title}}") == [
                "T/page.mustache:1:1 body is HTML and would be shown as its source. Write {{{body}}}.",
                "T/page.mustache:1:10 title is plain text and would go in unescaped. Write {{title}}.",
                "T/page.mustache:1:22 links has no text of its own. Open a section with {{#links}} and close it with {{/links}}.",
                "T/page.mustache:1:32 isNew has no text of its own. Open a section with {{#isNew}} and close it with {{/isNew}}.",
                "T/page.mustache:1:42 title is always there, so a section on it says nothing. Write {{title}}.",
            ])
    }

    @Test(arguments: [
        ("a\n{{title", "T/page.mustache:2:1 A tag is opened here and never closed. Close it with }}."),
        ("{{title}\n}} {{title}}", "T/page.mustache:1:1 A tag is opened here and never closed. Close it with }}."),
        ("{{{body}}", "T/page.mustache:1:1 A tag is opened here and never closed. Close it with }}}."),
        ("{{#links}}", "T/page.mustache:1:1 {{#links}} is never closed. Add {{/links}} where it should end."),
        ("{{/links}}", "T/page.mustache:1:1 {{/links}} closes nothing. Remove it, or open {{#links}} before it."),
        (
            "{{#isNew}}\n {{/links}}",
            "T/page.mustache:2:2 {{/links}} stands where {{#isNew}} of line 1 should be closed. Write {{/isNew}} first."
        ),
        (
            "{{=<% %>=}}",
            """
            T/page.mustache:1:1 {{=<% %>=}} is no tag that these templates know. \
            A tag holds one name, with dots between its parts, after an optional # ^ / > < $ & or !.
            """
        ),
        (
            "{{uppercased(title)}}",
            """
            T/page.mustache:1:1 {{uppercased(title)}} is no tag that these templates know. \
            A tag holds one name, with dots between its parts, after an optional # ^ / > < $ & or !.
            """
        ),
    ])
    func `a tag that is written wrongly is a problem with its place`(text: String, problem: String) {
        #expect(problems(text) == [problem])
    }

    @Test func `the specimen of every view has a value for every property`() {
        for view in TemplateLibrary.views {
            #expect(Self.unknowns(ViewShape(of: view.specimen)) == [], "\(view)")
        }
    }

    private static func unknowns(_ shape: ViewShape) -> [String] {
        shape.properties.sorted { $0.key < $1.key }.flatMap { name, property -> [String] in
            switch property.wrapped {
            case .unknown: [name]
            case .list(let shape), .view(let shape): unknowns(shape).map { name + "." + $0 }
            case .text, .html, .flag, .optional: []
            }
        }
    }
}
