import TestSupport
import Testing

@testable import Markdown

@Suite struct BytesTests {
    @Test(
        arguments: [
            ("ab|cd", 0, 5, 2), ("ab|cd", 3, 5, 5), ("0123456789abcdef|", 0, 17, 16), ("0123456789abcdef|", 0, 16, 16),
            ("|||||||||", 4, 9, 4), ("}{~\u{fc}|", 0, 6, 5), ("\u{7f}}}}}}}{|", 0, 9, 8), ("", 0, 0, 0), ("a|", 1, 1, 1),
        ] as [(String, Int, Int, Int)])
    func `a byte is found at its first place in a range, or the range's end is`(
        text: String, start: Int, end: Int, expected: Int
    ) {
        #expect(Array(text.utf8).firstPlace(of: .pipe, in: start..<end) == expected)
    }

    @Test func `a byte is found among all others, wherever it stands`() {
        var generator = SeededGenerator(seed: 71)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let byte = bytes.randomElement(using: &generator) ?? 0
            let start = Int.random(in: 0...bytes.count, using: &generator)
            #expect(bytes.firstPlace(of: byte, in: start..<bytes.count) == bytes[start...].firstIndex(of: byte) ?? bytes.count)
        }
    }

    @Test(
        arguments: [
            ("ab  ", 0, 4, 2), ("ab", 0, 2, 2), ("   ", 0, 3, 0), ("", 0, 0, 0), ("a                    b", 0, 21, 1),
            ("a         \t        ", 0, 19, 1), ("                    ", 5, 20, 5), ("x\u{b}\u{c} \t", 0, 5, 1),
            ("a b         ", 0, 12, 3),
        ] as [(String, Int, Int, Int)])
    func `a range ends without the space at its end`(text: String, start: Int, end: Int, expected: Int) {
        #expect(Array(text.utf8).endWithoutSpace(start..<end) == expected)
    }
}
