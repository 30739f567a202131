import Markdown
import Testing

@Suite struct MarkdownQuotingTests {
    @Test(arguments: [
        ("json_loads", "`json_loads`", "<code>json_loads</code>"), ("a`b", "``a`b``", "<code>a`b</code>"),
        ("`", "`` ` ``", "<code>`</code>"), (" a ", "`  a  `", "<code> a </code>"), ("a\nb\u{7}", "`a b `", "<code>a b </code>"),
        ("<b>@all #1", "`<b>@all #1`", "<code>&lt;b&gt;@all #1</code>"), ("\\", "`\\`", "<code>\\</code>"),
    ])
    func `a name as code is shown as it is`(name: String, expected: String, html: String) {
        #expect(MarkdownText.code(name) == expected)
        #expect(MarkdownConverter().convert(MarkdownText.code(name)).html.text == "<p>\(html)</p>\n")
    }

    @Test func `an empty name is still a code span`() { #expect(MarkdownText.code("") == "` `") }

    @Test(arguments: [
        ("1.07x faster overall (1.05x to 1.09x): 45 of 81", "1.07x faster overall (1.05x to 1.09x): 45 of 81"),
        ("Without @octocat", "Without @<!-- -->octocat"), ("see #12 or GH-12", "see #<!-- -->12 or GH<!-- -->-12"),
        ("#1", "#<!-- -->1"), ("_a_", "\\_a\\_"), ("https://x.org", "https:<!-- -->//x.org"), ("www.x.org", "www<!-- -->.x.org"),
        ("<!-- a | b\n`c` [d](e)", "\\<!-- a \\| b \\`c\\` \\[d\\](e)"), ("5.4 → 5.5", "5.4 → 5.5"),
    ])
    func `nothing in a text is mentioned or linked`(text: String, expected: String) {
        #expect(MarkdownText.inert(text) == expected)
    }
}
