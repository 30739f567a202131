import Foundation
import Testing

@testable import Site

@Suite struct JSONTextTests {
    private func text(_ write: (inout JSONText) -> Void) -> String {
        var json = JSONText()
        write(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func `objects, lists and values stand with commas between them, and without any space`() {
        let json = text { json in
            json.object { object in
                object.text("a", "b")
                object.text("none", nil)
                object.object("empty") { _ in }
                object.list("list") { list in
                    list.object { $0.number("one", 1) }
                    list.list { _ in }
                    list.number(2.5)
                    list.text("c")
                }
                object.texts("texts", ["d", "e"])
            }
        }
        #expect(json == #"{"a":"b","none":null,"empty":{},"list":[{"one":1},[],2.5,"c"],"texts":["d","e"]}"#)
    }

    @Test func `a number is written with the fewest digits, and null where it is none`() {
        let json = text { json in
            json.object { object in
                object.number("whole", 3.0)
                object.number("small", 1.5e-9)
                object.number("large", 1e300)
                object.number("negative", -0.25)
                object.number("infinite", Double.infinity)
                object.number("undefined", Double.nan)
                object.number("unknown", nil as Double?)
                object.number("count", -7)
                object.number("nothing", nil as Int?)
            }
        }
        #expect(
            json
                == #"{"whole":3,"small":1.5e-09,"large":1e+300,"negative":-0.25,"infinite":null,"undefined":null,"unknown":null,"count":-7,"nothing":null}"#
        )
    }

    @Test func `a text is escaped where it must be, and nowhere else`() {
        #expect(
            text { $0.text("a\"b\\c/d\u{8}\t\n\u{c}\r\u{0}\u{1f}\u{7f}é🐍") } == #""a\"b\\c/d\b\t\n\f\r\u0000\u001f\#u{7f}é🐍""#)
    }

    @Test func `any text reads back as it was`() throws {
        let characters = (0..<0x30).map { Character(Unicode.Scalar($0)) }
        let nasty =
            characters.map { "before\($0)after" } + [
                "", "\"", "\\", "\\\"", "\\u0041", "</script>", "<!--", "\u{2028}\u{2029}", "e\u{301}", "\"\u{301}", "\r\n",
                "\u{10FFFF}",
                "\u{FEFF}bom", String(characters), "ends with \\",
            ]
        let json = text { $0.texts(nil, nasty) }
        let read = try JSONDecoder().decode([String].self, from: Data(json.utf8))
        #expect(read.count == nasty.count)
        for (read, written) in zip(read, nasty) { #expect(Array(read.utf8) == Array(written.utf8)) }
    }

    @Test func `any finite number reads back as it was`() throws {
        let numbers = [
            0, -0.0, 1, 0.1, 1 / 3, 1e15, 1e16, 123456789012345680, 1e-5, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
            .leastNormalMagnitude,
            0.9999999999999999,
        ]
        let json = text { json in
            json.list { list in
                for number in numbers { list.number(number) }
            }
        }
        #expect(try JSONDecoder().decode([Double].self, from: Data(json.utf8)) == numbers)
    }
}
