import Markdown
import TestSupport
import Testing

@Suite struct MarkdownConverterTests {
    private func html(_ text: String) -> String { MarkdownConverter().convert(text).html.text }

    @Test func `a small table is written with its box, scopes and classes`() {
        #expect(
            html("text\n| a | b |\n|--:|---|\n| <1 & \"2\" | `x\\|y`\n") == """
                <p>text</p>
                <div class="table-scroll" role="group" aria-label="Table" tabindex="0">
                <table>
                <thead>
                <tr>
                <th class="right" scope="col">a</th>
                <th scope="col">b</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="right">&lt;1 &amp; &quot;2&quot;</td>
                <td><code>x|y</code></td>
                </tr>
                </tbody>
                </table>
                </div>

                """)
    }

    @Test func `raw HTML is left out, in text and in cells`() {
        #expect(html("a <b onclick=x>b</b>\n") == "<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --></p>\n")
        #expect(html("<script>alert(1)</script>\n") == "<!-- raw HTML omitted -->\n")
        #expect(html("| <img src=x onerror=y> |\n|---|\n").contains("<th scope=\"col\"><!-- raw HTML omitted --></th>"))
    }

    @Test(arguments: ["javascript:x", "JavaScript:x", "vbscript:x", "file:///x", "data:text/html,x"])
    func `a link to a script loses its destination, in text and in cells`(destination: String) {
        #expect(html("[a](\(destination))") == "<p><a href=\"\">a</a></p>\n")
        #expect(html("| [a](\(destination)) |\n|---|\n").contains("<th scope=\"col\"><a href=\"\">a</a></th>"))
        #expect(html("| [a] |\n|---|\n\n[a]: \(destination)\n").contains("<th scope=\"col\"><a href=\"\">a</a></th>"))
    }

    @Test func `a destination that the caller makes is checked and escaped as well`() {
        let converter = MarkdownConverter { _ in "javascript:x" }
        #expect(converter.convert("[a](b)").html.text == "<p><a href=\"\">a</a></p>\n")
        let quoting = MarkdownConverter { $0 + "\"><b>" }
        #expect(quoting.convert("[a](b)").html.text == "<p><a href=\"b%22%3E%3Cb%3E\">a</a></p>\n")
    }

    @Test func `links are led elsewhere in text and in cells, images are not`() {
        let converter = MarkdownConverter { $0.hasSuffix(".md") ? $0.dropLast(3) + ".html" : $0 }
        let text = "[a](b.md) ![c](d.md) [r]\n\n| [e](f.md) | [r] |\n|---|---|\n\n[r]: g.md\n"
        let html = converter.convert(text).html.text
        #expect(html.contains("<p><a href=\"b.html\">a</a> <img src=\"d.md\" alt=\"c\" /> <a href=\"g.html\">r</a></p>"))
        #expect(html.contains("<a href=\"f.html\">e</a></th>"))
        #expect(html.contains("<a href=\"g.html\">r</a></th>"))
    }

    @Test func `any bytes give a document`() {
        #expect(html("") == "")
        #expect(MarkdownConverter().convert(utf8: [0xFF, 0x41]).html.text == "<p>\u{FFFD}A</p>\n")
        #expect(html("\u{FEFF}# a") == "<h1 id=\"a\">a</h1>\n")
        #expect(html("a\r\nb\rc") == "<p>a\nb\nc</p>\n")
        #expect(html("| a\0b |\n|---|\n").contains("<th scope=\"col\">a\u{FFFD}b</th>"))
        var generator = SeededGenerator(seed: 3)
        for length in 0..<300 {
            let bytes = (0..<length).map { _ in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0...255, using: &generator)
                    : Array("|-\n> `\\:".utf8).randomElement(using: &generator) ?? 0
            }
            _ = MarkdownConverter().convert(utf8: bytes)
        }
    }

    @Test func `two conversions at the same time agree`() async {
        var maker = NastyDocuments(seed: 9)
        let texts = (0..<200).map { _ in maker.next() }
        let alone = texts.map { MarkdownConverter().convert($0) }
        await withTaskGroup(of: [ConvertedDocument].self) { group in
            for _ in 0..<4 { group.addTask { texts.map { MarkdownConverter().convert($0) } } }
            for await together in group { #expect(together == alone) }
        }
    }

    @Test func `a control character becomes the sign for what cannot be shown, wherever it stands`() {
        let text = "# a\u{1}\n\n\0b `c\u{B}` [d](e\u{1B})\n\n| f\u{8} |\n|---|\n| g\u{1F}* |\n\n    h\u{E}\n"
        let html = MarkdownConverter().convert(text).html.text
        #expect(!html.utf8.contains { $0 < 0x20 && $0 != 0x0A })
        #expect(html.unicodeScalars.count { $0 == "\u{FFFD}" } == 6)
        #expect(html.contains("<td>g\u{FFFD}*</td>") && html.contains("e%EF%BF%BD"))
    }
}
