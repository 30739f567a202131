import Archive
import Testing

@Suite struct CodePointOrderTests {
    @Test func `texts come in the order of their bytes`() {
        let ordered = [
            "", "\u{0}", "A", "A\u{0}", "AB", "B", "a", "ab", "ab-long-enough-to-stand-in-memory",
            "ab-long-enough-to-stand-in-memory-of-its-own",
            "e\u{301}", "z", "\u{E9}", "\u{FFFD}", "\u{1F40D}",
        ]
        for (index, one) in ordered.enumerated() {
            for (other, two) in ordered.enumerated() { #expect(one.precedes(two) == (index < other)) }
        }
    }

    @Test func `texts that are spelled otherwise are others, though Unicode calls them equivalent`() {
        let (one, other) = ("e\u{301}", "\u{E9}")
        #expect(one == other && !one.isSame(as: other) && one.isSame(as: "e\u{301}"))
        // Marks in another order are as many bytes.
        #expect(!"a\u{323}\u{307}".isSame(as: "a\u{307}\u{323}"))
        #expect(Set([one, other, one].map { ExactText($0) }).count == 2)
        let word = String(Array(repeating: Character("x"), count: 40))
        #expect(word.isSame(as: String(repeating: "x", count: 40)) && ExactText(word) == ExactText(word))
    }

    @Test func `a text does not come before itself, and its beginning does`() {
        let word = String(Array(repeating: Character("x"), count: 40))
        #expect(!word.precedes(word))
        #expect(String(word.dropLast()).precedes(word))
    }
}
