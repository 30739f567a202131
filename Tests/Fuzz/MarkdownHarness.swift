@testable import Markdown

/// Any bytes as Markdown: what comes out is a page's part, runs nothing, and is not much larger.
enum MarkdownHarness {
    /// What a document may come to, for each of its bytes: `> ` is two bytes, and a quote 27.
    private static let growth = 64

    static func run(_ bytes: [UInt8]) {
        guard isReadable(bytes) else { return }
        let html = MarkdownConverter(headingOffset: 1, idPrefix: "x-").convert(utf8: bytes).html.text
        hold(html.utf8.count <= growth * bytes.count + 4_096, "\(bytes.count) bytes became \(html.utf8.count)")
        var isTag = false
        var tag = ""
        for scalar in html.unicodeScalars {
            if scalar == "<" { (isTag, tag) = (true, "") }
            if isTag { tag.unicodeScalars.append(scalar) }
            if isTag, scalar == ">" {
                isTag = false
                check(tag)
            }
        }
        hold(!isTag, "an open tag: \(tag)")
        let name = String(decoding: bytes, as: UTF8.self)
        var table = MarkdownTable(columns: [MarkdownTable.Column("a"), MarkdownTable.Column("b")])
        table.append(row: [MarkdownText.name(name), "end"])
        let rows = MarkdownConverter().convert(table.markdown).html.text.components("<td>")
        hold(rows == 2, "a name that is \(rows) cells")
        let line = MarkdownConverter().convert("- name: x\(MarkdownText.name(name))x end").html.text
        hold(line.components("<") == 4, "a name that is markup: \(line)")
    }

    /// The conversion alone, for those who measure how its time grows.
    static func convert(_ bytes: [UInt8]) {
        guard isReadable(bytes) else { return }
        _ = MarkdownConverter(headingOffset: 1, idPrefix: "x-").convert(utf8: bytes)
    }

    /// Whether a page of this text is converted at all.
    private static func isReadable(_ bytes: [UInt8]) -> Bool {
        MarkdownMeasure.firstLineTooDeep(in: bytes) == nil && MarkdownMeasure.firstLineOfTooManyPictures(in: bytes) == nil
    }

    private static func check(_ tag: String) {
        let name = tag.dropFirst(tag.hasPrefix("</") ? 2 : 1).prefix { $0.isLetter || $0.isNumber }
        hold(known.contains(String(name)) || tag == "<!-- raw HTML omitted -->", "an unknown element: \(tag)")
        let address =
            tag.split(separator: "href=\"", maxSplits: 1).dropFirst().first
            ?? tag.split(separator: "src=\"", maxSplits: 1).dropFirst().first
        if let address { hold(!address.lowercased().hasPrefix("javascript:"), "an address that runs: \(tag)") }
    }

    private static let known: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "em", "strong", "code", "pre", "blockquote", "hr", "br",
        "img",
        "div", "table", "thead", "tbody", "tr", "th", "td",
    ]
}

extension String {
    /// How often a part stands in the text; by bytes, as a browser reads it: to Swift a mark that follows `>` belongs to one character with it.
    fileprivate func components(_ part: String) -> Int { utf8.ranges(of: part.utf8).count }
}
