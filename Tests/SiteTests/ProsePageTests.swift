import Markdown
import Testing

@testable import Site

/// Prose that an archive brings along.
@Suite struct ProsePageTests {
    @Test(arguments: [
        ("method.md", "method.html"), ("method.md#hpt", "method.html#hpt"), ("./method.md", "./method.html"), ("#hpt", "#hpt"),
        ("https://example.org/method.md", "https://example.org/method.md"),
        ("//example.org/method.md", "//example.org/method.md"),
        ("../index.html", "../index.html"),
        ("method.md?x", "method.md?x"), ("notes.txt", "notes.txt"),
        ("my%20page.md#x", "my_page.html#x"), ("<my page.md>", "my_page.html"), ("r+d.md", "r-devd.html"),
        ("übersicht.md", "_bersicht.html"),
        ("50%.md", "50_.html"), ("sub/my%20page.md", "sub/my%20page.html"),
    ])
    func `a link to another prose page leads to what is made of it`(written: String, expected: String) {
        let page = ProsePage(name: "about", markdown: "[text](\(written))\n")
        #expect(page.body.text == "<p><a href=\"\(expected)\">text</a></p>\n")
    }

    @Test func `a page is called by its first heading, and by its file where it has none`() {
        #expect(ProsePage(name: "about", markdown: "words\n\n# All *about* it\n\n# More\n").title == "All about it")
        #expect(ProsePage(name: "about", markdown: "words\n").title == "about")
    }

    @Test func `a heading has no id that the page has elsewhere`() {
        #expect(ProsePage(name: "about", markdown: "# Main\n\n## Main\n").body.text.contains("<h1 id=\"main-2\">Main</h1>"))
        // Those of the search stand in the head of each page.
        for word in ["Search", "Found"] {
            let text = ProsePage(name: "about", markdown: "# \(word)\n").body.text
            #expect(text == "<h1 id=\"\(word.lowercased())-2\">\(word)</h1>\n")
        }
    }

    @Test func `a page stands under a safe name`() {
        #expect(SitePath.content(ProsePage(name: "how to read?", markdown: "").name).text == "pages/how_to_read_.html")
    }

    @Test func `raw HTML and addresses that run a script do not get through`() {
        let page = ProsePage(name: "x", markdown: "<script>alert(1)</script>\n\n[x](javascript:alert(1)) <b onclick=x>y</b>\n")
        #expect(!page.body.text.contains("script>"))
        #expect(!page.body.text.contains("javascript:"))
        #expect(!page.body.text.contains("onclick"))
    }
}
