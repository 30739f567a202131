import TestSupport
import Testing

@testable import Site

/// Names that stand in paths and addresses.
@Suite struct SafeNameTests {
    @Test(arguments: [
        ("20250402-linux-x86_64-python-main-3.14.0a6-ccaa69a", "20250402-linux-x86_64-python-main-3.14.0a6-ccaa69a"),
        ("ABCxyz019._-", "ABCxyz019._-"), ("faster%2dcpython", "faster-cpython"), ("faster%2Dcpython", "faster-cpython"),
        ("3.14.0a6+", "3.14.0a6-dev"), ("++", "-dev-dev"), ("JIT,NOGIL", "JIT_NOGIL"), ("a b", "a_b"), ("a/b\\c", "a_b_c"),
        ("<script>", "_script_"), ("ä", "_"), ("e\u{301}", "e_"), ("👩‍🚀", "___"), ("~", "_"), ("100%", "100_"), ("%zz", "_zz"),
        ("%2f..%2f", "_.._"), (".", "__"), ("..", "___"), ("", "_"), ("...a", "...a"), ("a\0b\n", "a_b_"), ("a?b#c", "a_b_c"),
    ])
    func `a name is made of letters, digits and three marks`(name: String, expected: String) {
        #expect(SafeName(name).text == expected)
    }

    @Test func `any text at all becomes a name that leads nowhere else`() {
        var generator = SeededGenerator(seed: 1)
        let alphabet = Array("aZ9._-~+%2d/\\<>\"' \u{301}\u{2028}é日😀\n\0?#&")
        for _ in 0..<2_000 {
            let text = String(
                (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
                })
            let safe = SafeName(text).text
            #expect(safe.wholeMatch(of: /[A-Za-z0-9._-]+/) != nil, "\(text.debugDescription)")
            #expect(!safe.allSatisfy { $0 == "." }, "\(text.debugDescription)")
        }
    }

    @Test func `names that do not meet stay as they are`() {
        let names = SafeName.apart(["linux", "darwin", "a+"])
        #expect(names.mapValues(\.text) == ["linux": "linux", "darwin": "darwin", "a+": "a-dev"])
    }

    // The digits are those of Python's `xxhash.xxh3_128_hexdigest(name)[:6]`.
    @Test func `names that meet are kept apart by six digits of their hash, both of them`() {
        let names = SafeName.apart(["a b", "a_b", "a+", "a-dev", "c"])
        #expect(
            names.mapValues(\.text) == [
                "a b": "a_b~e932d7", "a_b": "a_b~f8e099", "a+": "a-dev~e2125d", "a-dev": "a-dev~200bc4", "c": "c",
            ])
    }

    @Test func `names that a disk may take for the same are kept apart`() {
        let names = SafeName.apart(["main", "Main", "MAIN"])
        #expect(names.mapValues(\.text) == ["main": "main~8799a0", "Main": "Main~0bfcec", "MAIN": "MAIN~a0c193"])
    }

    @Test func `whatever the names, no two of them meet, in any order`() {
        var generator = SeededGenerator(seed: 2)
        let alphabet = Array("aA_ +-")
        let names = Set(
            (0..<300).map { _ in
                String(
                    (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
                    })
            })
        let safe = SafeName.apart(names.sorted())
        #expect(Set(safe.values.map { $0.text.lowercased() }).count == names.count)
        #expect(SafeName.apart(names.sorted().reversed()) == safe)
    }

    @Test func `a name that stands twice is one name`() {
        #expect(SafeName.apart(["linux", "linux"]).mapValues(\.text) == ["linux": "linux"])
    }

    @Test func `a long name is cut, and two that begin alike stay apart`() {
        let (one, two) = (String(repeating: "+", count: 100) + "a", String(repeating: "+", count: 100) + "b")
        #expect(SafeName(one).text.utf8.count == 200)
        #expect(SafeName(one).text.prefix(193) == String(repeating: "-dev", count: 49).prefix(193))
        #expect(SafeName(one) != SafeName(two))
        #expect(SafeName(String(repeating: "n", count: 200)).text == String(repeating: "n", count: 200))
    }
}
