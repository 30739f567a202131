import Archive
import CXXHash
import Testing

@Suite struct ContentHashTests {
    // Python's `xxhash.xxh3_128_hexdigest(b"benchfolio")`.
    @Test(arguments: [("", "99aa06d3014798d86001c324468d497f"), ("benchfolio", "facf452bb0fcef99de6fc960cc4ec0bb")])
    func `a hash is XXH3's of 128 bits`(text: String, expected: String) {
        #expect(ContentHash(of: text).text == expected)
        #expect(ContentHash(of: Array(text.utf8)).text == expected)
    }

    @Test func `a hash is always 32 digits`() {
        #expect(ContentHash(high: 0, low: 0x1F).text == "0000000000000000000000000000001f")
    }

    @Test func `different texts have different hashes`() {
        #expect(Set((0..<1_000).map { ContentHash(of: "\($0)") }).count == 1_000)
    }

    // All later narrow code of the thread would pay for it. Some processors do not tell; on others cleared halves count as used.
    @Test(.enabled("the processor tells", { clearsAreTold() }))
    func `hashing many bytes leaves no upper half of a vector register in use`() {
        let bytes = [UInt8](repeating: 7, count: 100_000)
        benchfolio_leave_upper_halves()
        let hash = ContentHash(of: bytes)
        #expect(benchfolio_upper_halves_in_use() == 0)
        #expect(hash == ContentHash(of: bytes))
    }

    private static func clearsAreTold() -> Bool {
        benchfolio_leave_upper_halves()
        return benchfolio_upper_halves_in_use() == 0
    }
}
