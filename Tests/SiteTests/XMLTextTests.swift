import Testing

@testable import Site

@Suite struct XMLTextTests {
    private func written(_ write: (inout XMLText) -> Void) -> String {
        var xml = XMLText()
        write(&xml)
        return String(decoding: xml.bytes, as: UTF8.self)
    }

    @Test func `an element and an attribute hold any text`() {
        let text = written { xml in
            xml.markup("<a")
            xml.attribute("b", "\"<&'>\u{301}")
            xml.markup("/>\n")
            xml.element("c", "]]> & é 🐍")
        }
        #expect(
            text == """
                <?xml version="1.0" encoding="utf-8"?>
                <a b="&quot;&lt;&amp;&#39;&gt;\u{301}"/>
                <c>]]&gt; &amp; é 🐍</c>

                """)
    }

    @Test(arguments: [
        ("\u{0}", "\u{FFFD}"), ("a\u{8}b", "a\u{FFFD}b"), ("\u{1F}", "\u{FFFD}"), ("\r\n", "\u{FFFD}\n"),
        ("\u{FFFE}", "\u{FFFD}"), ("\u{FFFF}", "\u{FFFD}"), ("\t\n", "\t\n"), ("\u{7F}\u{85}", "\u{7F}\u{85}"),
        ("\u{D7FF}\u{E000}\u{FFFD}", "\u{D7FF}\u{E000}\u{FFFD}"), ("\u{10000}\u{10FFFF}", "\u{10000}\u{10FFFF}"),
    ])
    func `a sign stands for each character that XML cannot hold, and for no other`(text: String, allowed: String) {
        #expect(Array(XMLText.allowed(text).unicodeScalars) == Array(allowed.unicodeScalars))
    }
}
