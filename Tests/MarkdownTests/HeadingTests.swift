import Markdown
import TestSupport
import Testing

@Suite struct HeadingTests {
    private func ids(_ headings: [String]) -> [String] {
        MarkdownConverter().convert(headings.map { "# \($0)\n" }.joined()).headings.map(\.id)
    }

    @Test(arguments: [
        ("Results vs. 3.12.6", "results-vs-3-12-6"), ("HPT report", "hpt-report"), ("a_b `c` *d*", "a_b-c-d"),
        ("Ünï Çode 漢字", "ünï-çode-漢字"),
        ("--- a ---", "a"), ("?!", "section"), ("<b>x</b>", "x"), ("Benchmarks with tag 'apps':", "benchmarks-with-tag-apps"),
    ])
    func `an id is made of the heading's text`(heading: String, id: String) {
        #expect(ids([heading]) == [id])
    }

    @Test func `ids are unique, whatever the headings are`() {
        #expect(ids(["a", "a", "a"]) == ["a", "a-2", "a-3"])
        #expect(ids(["a", "a", "a 2"]) == ["a", "a-2", "a-2-2"])
        #expect(ids(["a 2", "a", "a"]) == ["a-2", "a", "a-3"])
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<100 {
            let made = ids(
                (0..<20).map { _ in ["a", "a 2", "a 2 2", "a 3", "?", "section"].randomElement(using: &generator) ?? "" })
            #expect(Set(made).count == 20)
        }
    }

    @Test func `the document tells its headings and its title`() {
        let document = MarkdownConverter(headingOffset: 1, idPrefix: "r-").convert(
            "text\n\nA *b*\nc & `d`\n===\n\n> ###### Deep\n")
        #expect(document.title == "A b c & d")
        #expect(
            document.headings == [
                .init(level: 2, id: "r-a-b-c-d", text: "A b c & d"), .init(level: 6, id: "r-deep", text: "Deep"),
            ])
        #expect(
            document.html.text == """
                <p>text</p>
                <h2 id="r-a-b-c-d">A <em>b</em>
                c &amp; <code>d</code></h2>
                <blockquote>
                <h6 id="r-deep">Deep</h6>
                </blockquote>

                """)
        #expect(MarkdownConverter().convert("no heading").title == nil)
    }

    @Test func `an id prefix cannot end its attribute`() {
        #expect(MarkdownConverter(idPrefix: "\">").convert("# a").html.text == "<h1 id=\"&quot;&gt;a\">a</h1>\n")
    }
}
