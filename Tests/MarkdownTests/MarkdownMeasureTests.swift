import Markdown
import Testing

@Suite struct MarkdownMeasureTests {
    private func line(_ text: String) -> Int? { MarkdownMeasure.firstLineTooDeep(in: Array(text.utf8)) }

    @Test(arguments: ["> ", ">", "1) ", "1. ", "+ ", "- ", "* ", "> 7) - "]) func `a line of more than a hundred marks is named`(
        mark: String
    ) {
        let marks = mark.split(separator: " ").count
        #expect(line("a\n" + String(repeating: mark, count: 100 / marks) + "a\n") == nil)
        #expect(line("a\n\n" + String(repeating: mark, count: 100 / marks + 1) + "a\n") == 3)
    }

    @Test(arguments: ["1)", "a>", "-", "*", "1234567890) ", "--", "   ", "#"]) func `what is no mark is not counted`(text: String)
    {
        #expect(line(String(repeating: text, count: 1_000)) == nil)
    }

    @Test(arguments: ["\n", "\r", "\r\n"]) func `lines end as a converter sees them end`(end: String) {
        #expect(line("a" + end + end + String(repeating: "- ", count: 101) + end) == 3)
    }

    @Test func `a thousand pictures are enough`() {
        func line(_ count: Int) -> Int? {
            MarkdownMeasure.firstLineOfTooManyPictures(in: Array(("a\n" + String(repeating: "![[]()", count: count)).utf8))
        }
        #expect(line(1_000) == nil)
        #expect(line(1_001) == 2)
    }

    @Test(arguments: ["", "> ", "> > "]) func `a table of too many columns is named by the line below its heading`(prefix: String)
    {
        let text = "text\n\n" + prefix + "| a | b | c |\n" + prefix + "|---|:-:|--:|\n"
        #expect(MarkdownMeasure.firstTableTooWide(in: Array(text.utf8), limit: 3) == nil)
        #expect(MarkdownMeasure.firstTableTooWide(in: Array(text.utf8), limit: 2) == 4)
    }

    @Test func `a table of more columns than a converter takes stays text`() {
        let text = "| a | b | c |\n|---|---|---|\n"
        #expect(MarkdownConverter(columnLimit: 3).convert(text).html.text.contains("<table>"))
        #expect(!MarkdownConverter(columnLimit: 2).convert(text).html.text.contains("<table>"))
        #expect(
            !MarkdownConverter(columnLimit: 2).convert("> text\n> " + text.replacing("\n|", with: "\n> |")).html.text.contains(
                "<table>"))
    }
}
