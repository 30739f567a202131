import Archive
import TestSupport
import Testing

@testable import Site

@Suite struct ManifestTests {
    private static let manifest = Manifest(
        fingerprint: ContentHash(of: "site"), comparisons: 7,
        problems: [
            Problem(.error, file: "results/a\tb\nc.json", line: 3, column: 9, path: "$.a", "It is „broken“.", hint: "Mend it.\n"),
            Problem(.note, file: "", "Ein Hinweis"),
        ],
        files: [
            "index.html": Manifest.File(key: ContentHash(of: "k1"), content: ContentHash(of: "c1")),
            "assets/a b\tc~.css": Manifest.File(key: ContentHash(of: "k2"), content: ContentHash(high: 0, low: 1)),
        ])

    @Test func `a manifest comes back from its text`() throws {
        let text = Self.manifest.text
        #expect(Manifest(text: text) == Self.manifest)
        #expect(text.hasPrefix("benchfolio manifest 1\t"))
        #expect(text.split(separator: "\n").count == 7)
        let empty = Manifest(fingerprint: ContentHash(high: 0, low: 0), comparisons: 0, problems: [], files: [:])
        #expect(Manifest(text: empty.text) == empty)
    }

    @Test func `no character can be changed, and nothing cut off or added`() {
        let bytes = Array(Self.manifest.text.utf8)
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                #expect(Manifest(text: String(decoding: changed, as: UTF8.self)) == nil, "bit \(bit) of byte \(place)")
            }
            #expect(Manifest(text: String(decoding: bytes[..<place], as: UTF8.self)) == nil, "first \(place) bytes")
        }
        #expect(Manifest(text: Self.manifest.text + "\n") == nil)
        #expect(Manifest(text: Self.manifest.text.replacing("\n", with: "\r\n")) == nil)
    }

    @Test func `lines that no manifest has are refused, even behind the right hash`() {
        let body = "fingerprint\t\(ContentHash(of: "x").text)\ncomparisons\t1\n"
        func read(_ body: String) -> Manifest? { Manifest(text: "benchfolio manifest 1\t\(ContentHash(of: body).text)\n\(body)") }
        #expect(read(body) != nil)
        let digits = ContentHash(of: "y").text
        for line in [
            "file\t\(digits)\tx\tpath", "file\t\(digits)\t\(digits)", "problem\t0", "problem\t0g", "problem\tff", "other\t1",
            "comparisons\tx",
        ] {
            #expect(read(body + line + "\n") == nil, "\(line)")
        }
        #expect(read("comparisons\t1\n") == nil)
        #expect(read("fingerprint\t\(digits)\n") == nil)
        #expect(read("") == nil)
    }
}
