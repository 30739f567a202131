import Markdown
import Testing

@Suite struct HTMLTests {
    @Test func `a text put into markup is escaped, markup is not`() {
        let name = "<Tom & \"Jerry's\">"
        let inner: HTML = "<b>\(name)</b>"
        let html: HTML = "<p>\(inner) \(42) \(1.5)</p>"
        #expect(html.text == "<p><b>&lt;Tom &amp; &quot;Jerry&#39;s&quot;&gt;</b> 42 1.5</p>")
    }

    @Test func `a sign that has a combining mark on it is escaped all the same`() {
        let html: HTML = "<p title=\"\("\"\u{301} onclick=x <\u{338}")\">"
        #expect(html.text.unicodeScalars.elementsEqual("<p title=\"&quot;\u{301} onclick=x &lt;\u{338}\">".unicodeScalars))
    }

    @Test(arguments: [
        ("", ""), ("plain é 漢", "plain é 漢"), ("&", "&amp;"), ("&&amp;", "&amp;&amp;amp;"), ("a<", "a&lt;"), (">a", "&gt;a"),
        ("a'b\"c", "a&#39;b&quot;c"), ("😀<😀", "😀&lt;😀"),
    ])
    func `text is escaped`(text: String, expected: String) {
        #expect(HTML.escaped(text).text == expected)
        #expect(HTML.escaped("xx\(text)yy".dropFirst(2).dropLast(2)).text == expected)
    }

    @Test func `pieces are joined with markup between them`() {
        let items = ["a", "<"].map { "<li>\($0)</li>" as HTML }
        #expect(items.joined().text == "<li>a</li><li>&lt;</li>")
        #expect(items.joined(separator: "<hr>").text == "<li>a</li><hr><li>&lt;</li>")
        #expect(([] as [HTML]).joined(separator: "<hr>").text == "")
    }

    @Test func `markup grows at its end`() {
        var html = HTML()
        html += "<i>"
        html.append(escaping: "1 < 2")
        html.append("</i>" + HTML(trustedMarkup: "<br>"))
        #expect(html.text == "<i>1 &lt; 2</i><br>")
        #expect("\(html)" == html.text)
    }

    @Test func `a control character becomes the sign for what cannot be shown`() {
        #expect(HTML.escaped("a\0b\u{1}\u{B}\u{1F}c\t\n\r\u{C}").text == "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}c\t\n\r\u{C}")
    }

    @Test func `what has a reference is escaped, and nothing else`() {
        for byte in UInt8.min...UInt8.max {
            #expect(HTMLEscaping.isEscaped(byte) == (HTMLEscaping.reference(for: byte) != nil), "\(byte)")
        }
        let escaped = (UInt8.min...UInt8.max).filter(HTMLEscaping.isEscaped)
        #expect(escaped == Array(0...8) + [11] + Array(14...31) + Array("\"&'<>".utf8))
    }
}
