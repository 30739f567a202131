import Markdown
import Testing

/// What a text made to be large when converted comes to.
@Suite struct TableSizeTests {
    private func size(_ text: String) -> Int { MarkdownConverter().convert(text).html.text.utf8.count }

    @Test func `short rows under sixty thousand columns stay text`() {
        let text =
            String(repeating: "|a", count: 60_000) + "\n" + String(repeating: "|-", count: 60_000) + "\n"
            + String(repeating: "|\n|x\n", count: 2)
        #expect(size(text) < 2 * text.utf8.count)
    }

    @Test(arguments: ["", "> ", "text\n"])
    func `short rows under a thousand columns are filled up within bounds`(prefix: String) {
        let start = prefix == "> " ? prefix : ""
        let lines =
            [String(repeating: "|a", count: 1_000), String(repeating: "|-", count: 1_000)] + Array(repeating: "|x", count: 80_000)
        let text = (prefix == "> " ? "" : prefix) + lines.map { start + $0 + "\n" }.joined()
        // 244 kB; filled up without a bound, this would be 80,000,000 cells.
        #expect(size(text) < 12 * text.utf8.count)
    }

    @Test func `the bound leaves whole what people write`() {
        let text = "| a | b | c |\n|---|---|---|\n" + String(repeating: "| x |\n", count: 500)
        #expect(
            MarkdownConverter().convert(text).html.text.split(separator: "<td></td>\n", omittingEmptySubsequences: false).count
                == 1_001)
    }

    @Test func `many small tables that end in the midst of a paragraph cost bounded time`() {
        let text = String(repeating: "| a |\n|---|\n| x |\n7. b\n\n", count: 2_000)
        let html = MarkdownConverter().convert(text).html.text
        #expect(html.contains("<td>x</td>") && html.utf8.count < 10 * text.utf8.count)
    }

    @Test(arguments: ["> ", "- ", "> - ", "1) "]) func `deep quotes and lists are no trouble`(mark: String) {
        let depth = String(repeating: mark, count: 5_000)
        let heading = depth + "| a |\n"
        let html = MarkdownConverter().convert(
            heading + heading.replacing(mark, with: String(repeating: " ", count: mark.count)) + "|---|\n")
        #expect(html.html.text.contains("| a |"))
        let lazy = MarkdownConverter().convert(heading + String(repeating: "| b |\n|-|-|\n", count: 20_000))
        #expect(lazy.html.text.contains("|-|-|"))
    }
}
