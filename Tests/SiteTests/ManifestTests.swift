import Archive
import TestSupport
import Testing

@testable import Site

@Suite struct ManifestTests {
    private static func made(problems: [Problem] = [], _ files: [String: Manifest.File]) -> Manifest {
        Manifest(
            fingerprint: ContentHash(of: "site"), comparisons: 7, problems: problems,
            lines: ManifestLine.merged(ManifestLines(), keeping: [], files), of: ManifestLines())
    }

    private static func file(_ name: String) -> Manifest.File {
        Manifest.File(key: ContentHash(of: "key \(name)"), content: ContentHash(of: "content \(name)"))
    }

    private static let manifest = made(
        problems: [
            Problem(.error, file: "results/a\tb\nc.json", line: 3, column: 9, path: "$.a", "It is „broken“.", hint: "Mend it.\n"),
            Problem(.note, file: "", "Ein Hinweis"),
        ],
        [
            "index.html": file("one"),
            "assets/a b\tc~.css": Manifest.File(key: ContentHash(of: "k2"), content: ContentHash(high: 0, low: 1)),
        ])

    private static func paths(_ manifest: Manifest) -> [String] { (0..<manifest.files.count).map(manifest.files.path) }

    @Test func `a manifest comes back from its bytes`() throws {
        let manifest = Self.manifest
        let read = try #require(Manifest(utf8: manifest.utf8))
        #expect(read == manifest)
        #expect((read.fingerprint, read.comparisons) == (ContentHash(of: "site"), 7))
        #expect(read.problems == manifest.problems && read.problems.count == 2)
        #expect(read.hash == manifest.hash)
        #expect(Self.paths(read) == ["assets/a b\tc~.css", "index.html"])
        #expect(read.files.file(at: 0) == Manifest.File(key: ContentHash(of: "k2"), content: ContentHash(high: 0, low: 1)))
        #expect(read.files.file(at: 1) == Self.file("one"))
        #expect(read.pages == 1)
        let text = String(decoding: manifest.utf8, as: UTF8.self)
        #expect(text.hasPrefix("benchfolio manifest 1\t"))
        #expect(text.split(separator: "\n").count == 7)
        let empty = Self.made([:])
        #expect(Manifest(utf8: empty.utf8) == empty)
        #expect(empty.files.count == 0)
    }

    @Test func `files are found by their paths`() throws {
        let paths = ["a", "a/b", "a/b.html", "a/c", "ab", "b", "runs/x/index.html", "runs/x/vs-base.html", "z"]
        let written = Self.made(Dictionary(uniqueKeysWithValues: paths.map { ($0, Self.file($0)) }))
        let files = try #require(Manifest(utf8: written.utf8)).files
        for (index, path) in paths.enumerated() {
            #expect(files.index(of: path) == index)
            #expect(files.file(at: index) == Self.file(path))
            for other in ["", path + "x", String(path.dropLast()), path.uppercased()] where !paths.contains(other) {
                #expect(files.index(of: other) == nil, "\(other)")
            }
        }
        #expect(files.count(of: .files) == 9 && files.count(of: .pages) == 3)
        #expect(files.count(of: .pages) { $0 == 7 } == 1)
        #expect(ManifestLines().index(of: "a") == nil)
    }

    @Test func `old lines that stand and new files come in one order, and a new file takes an old one's place`() {
        let paths = ["b", "d", "f", "h"]
        let old = Self.made(Dictionary(uniqueKeysWithValues: paths.map { ($0, Self.file($0)) }))
        for standing in 0..<16 {
            let isKept = (0..<4).map { standing >> $0 & 1 == 1 }
            for new in [[], ["a"], ["i"], ["d"], ["a", "c", "f", "g", "i"], paths] {
                let files = Dictionary(uniqueKeysWithValues: new.map { ($0, Self.file("new \($0)")) })
                let lines = ManifestLine.merged(old.files, keeping: isKept, files)
                let merged = Manifest(
                    fingerprint: ContentHash(of: "site"), comparisons: 7, problems: [], lines: lines, of: old.files)
                var expected = files
                for (path, isKept) in zip(paths, isKept) where isKept && files[path] == nil { expected[path] = Self.file(path) }
                #expect(merged == Self.made(expected))
                #expect(Self.paths(merged) == expected.keys.sorted())
            }
        }
    }

    @Test func `no character can be changed, and nothing cut off or added`() {
        let bytes = Self.manifest.utf8
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                #expect(Manifest(utf8: changed) == nil, "bit \(bit) of byte \(place)")
            }
            #expect(Manifest(utf8: Array(bytes[..<place])) == nil, "first \(place) bytes")
        }
        #expect(Manifest(utf8: bytes + Array("\n".utf8)) == nil)
        #expect(Manifest(utf8: Array(String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\r\n").utf8)) == nil)
    }

    @Test func `lines that no manifest has are refused, even behind the right hash`() {
        let body = "fingerprint\t\(ContentHash(of: "x").text)\ncomparisons\t1\n"
        func read(_ body: String) -> Manifest? {
            Manifest(utf8: Array("benchfolio manifest 1\t\(ContentHash(of: body).text)\n\(body)".utf8))
        }
        #expect(read(body) != nil)
        let digits = ContentHash(of: "y").text
        for line in [
            "file\t\(digits)\tx\tpath", "file\t\(digits)\t\(digits)\tb\nfile\t\(digits)\t\(digits)\ta",
            "file\t\(digits)\t\(digits)\ta\nfile\t\(digits)\t\(digits)\ta", "file\t\(digits)\t\(digits)\ta\ncomparisons\t1",
            "file\t\(digits)\t\(digits)", "problem\t0", "problem\t0g", "problem\tff", "other\t1",
            "comparisons\tx",
        ] {
            #expect(read(body + line + "\n") == nil, "\(line)")
        }
        #expect(read(body + "file\t\(digits)\t\(digits)\ta\n") != nil)
        #expect(read(body + "file\t\(digits)\t\(digits)\ta") == nil)
        #expect(read("comparisons\t1\n") == nil)
        #expect(read("fingerprint\t\(digits)\n") == nil)
        #expect(read("") == nil)
    }
}
