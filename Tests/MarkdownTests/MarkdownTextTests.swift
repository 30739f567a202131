import Markdown
import TestSupport
import Testing

@Suite struct MarkdownTextTests {
    @Test(arguments: [
        ("plain text", "plain text"), ("async_tree_io", "async_tree_io"), ("_x_", "\\_x\\_"), ("a*b", "a\\*b"), ("a|b", "a\\|b"),
        ("[x](y)", "\\[x\\](y)"), ("<b>", "\\<b>"), ("&amp;", "\\&amp;"), ("# no", "\\# no"), ("1. no", "1\\. no"),
        ("v1. x", "v1. x"),
        ("a\nb", "a b"), ("\\", "\\\\"), ("`c`", "\\`c\\`"), ("- no", "\\- no"), ("a-b", "a-b"),
    ])
    func `signs that could be markup get a backslash`(text: String, expected: String) {
        #expect(MarkdownText.escaped(text) == expected)
    }

    @Test func `escaped text is read as the text, in a paragraph and in a cell`() {
        var generator = SeededGenerator(seed: 11)
        let signs = Array("ab1 .)(#+-=*_`~|\\<>[]!&;:\"'é$/@".unicodeScalars)
        for _ in 0..<3000 {
            var text = "x"
            for _ in 0..<Int.random(in: 0...8, using: &generator) {
                text.unicodeScalars.append(signs[Int.random(in: signs.indices, using: &generator)])
            }
            text = String((text + "x").dropFirst(Bool.random(using: &generator) ? 1 : 0).drop { $0 == " " })
            let escaped = MarkdownText.escaped(text)
            let expected = HTML.escaped(text).text.replacing("&#39;", with: "'")
            #expect(MarkdownConverter().convert(escaped).html.text == "<p>\(expected)</p>\n", "\(text)")
            let table = MarkdownConverter().convert("| \(escaped) |\n|---|\n").html.text
            #expect(table.contains("<th scope=\"col\">\(expected)</th>"), "\(text)")
        }
    }

    @Test(arguments: [
        ("text", "runs/a.html", "<a href=\"runs/a.html\">text</a>"),
        ("a]b", "x y(z)<w>", "<a href=\"x%20y%28z%29%3Cw%3E\">a]b</a>"),
        ("é|", "a%2Fb?c=1&amp=2#d", "<a href=\"a%2Fb?c=1&amp;amp=2#d\">é|</a>"),
        ("*", "é|`\\\n\"", "<a href=\"%C3%A9%7C%60%5C%0A%22\">*</a>"),
    ])
    func `a link is read as its text and destination, in a paragraph and in a cell`(
        text: String, destination: String, expected: String
    ) {
        let link = MarkdownText.link(text, to: destination)
        #expect(MarkdownConverter().convert(link).html.text == "<p>\(expected)</p>\n")
        #expect(MarkdownConverter().convert("| \(link) |\n|--|\n").html.text.contains("<th scope=\"col\">\(expected)</th>"))
    }

    @Test(arguments: [
        ("json_dumps", "json_dumps"), ("2to3 (x-y.z): a~b$c!", "2to3 (x-y.z): a~b$c!"), ("_a_b_", "\\_a_b_"),
        ("fix_something_in_the_", "fix_something_in_the_"), ("é_bench", "é_bench"), ("—_x", "—\\_x"), ("__a", "\\_\\_a"),
        ("a__", "a__"),
        ("a*b`c`[d](e)<f>&g;", "a\\*b\\`c\\`\\[d\\](e)\\<f>\\&g;"), ("a\\|b", "a\\\\\\|b"), ("a #", "a \\#"), ("c#", "c#"),
        ("a\r\nb\tc", "a  b c"), ("a\0b\u{1B}c", "a\u{FFFD}b\u{FFFD}c"), ("", ""), ("\u{2028}é", "\u{2028}é"),
    ])
    func `a name gets as few backslashes as it needs`(name: String, expected: String) {
        #expect(MarkdownText.name(name) == expected)
    }

    @Test func `names beside each other come out as they were, however their underscores stand`() {
        var generator = SeededGenerator(seed: 17)
        let signs = Array("_ab—é.-").map(String.init)
        for _ in 0..<3_000 {
            let names = (0..<3).map { _ in
                (0..<Int.random(in: 1...5, using: &generator)).map { _ in signs.randomElement(using: &generator) ?? "" }.joined()
            }
            let line = MarkdownConverter().convert("Names: " + names.map(MarkdownText.name).joined(separator: ", ")).html.text
            #expect(line == "<p>Names: \(names.joined(separator: ", "))</p>\n")
        }
    }

    @Test func `raw HTML in a line is left out, or shown as the text it is`() {
        let text = "- date: <unknown>, <b>x</b>, `<i>`\n"
        #expect(MarkdownConverter().convert(text).html.text.contains("date: <!-- raw HTML omitted -->, "))
        #expect(
            MarkdownConverter(showsMarkup: true).convert(text).html.text
                == "<ul>\n<li>date: &lt;unknown&gt;, &lt;b&gt;x&lt;/b&gt;, <code>&lt;i&gt;</code></li>\n</ul>\n")
    }

    @Test func `any name comes out of the converter as it was, in a line and in a table`() {
        var generator = SeededGenerator(seed: 91)
        let signs = Array("\\`*__[]<>&|#!~$()\"'+-=:.a1é— {}^@/").map(String.init)
        for _ in 0..<3_000 {
            let middle = (0..<Int.random(in: 1...8, using: &generator)).map { _ in signs.randomElement(using: &generator) ?? "" }
                .joined()
            let name = "x\(middle)y"
            let shown = HTML.escaped(name).text.replacing("&#39;", with: "'")
            let line = MarkdownConverter().convert("- name: " + MarkdownText.name(name)).html.text
            #expect(line == "<ul>\n<li>name: \(shown)</li>\n</ul>\n")
            var table = MarkdownTable(columns: [MarkdownTable.Column("a")])
            table.append(row: [MarkdownText.name(name)])
            #expect(MarkdownConverter().convert(table.markdown).html.text.contains("<td>\(shown)</td>"), "\(name)")
        }
    }
}
