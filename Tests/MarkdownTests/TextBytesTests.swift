import Markdown
import Testing

@Suite struct TextBytesTests {
    @Test func `pieces stand one after the other`() {
        var text = TextBytes()
        text += "µs, "
        text.append(repeating: "=", count: 3)
        text.append(ascii: ".")
        text += ""
        text.append("a text that is too long to stand in a word or two")
        #expect(String(text) == "µs, ===.a text that is too long to stand in a word or two")
        #expect(text.count == 58)
    }

    @Test(
        arguments: [
            (0, 1, "0"), (7, 1, "7"), (10, 1, "10"), (0, 3, "000"), (42, 2, "42"), (42, 6, "000042"), (1_000, 2, "1000"),
            (.max, 1, "18446744073709551615"),
        ] as [(UInt64, Int, String)])
    func `numbers are filled up with zeros`(number: UInt64, digits: Int, expected: String) {
        var text = TextBytes()
        text.append(number, digits: digits)
        #expect(String(text) == expected)
    }

    @Test func `room changes nothing that was written`() {
        var text = TextBytes()
        text += "ab"
        text.reserve(10_000)
        text += "c"
        #expect(String(text) == "abc")
    }
}
