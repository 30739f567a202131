import Archive
import TestSupport
import Testing

@Suite struct VersionTests {
    // Python's `packaging.version` sorts the same list alike, once each `+` is a `0`.
    private static let ascending = [
        "junk", "main", "2.7.18", "3", "3.9.1", "3.10.0.dev1", "3.10.0a1.dev2", "3.10.0a1", "3.10.0a1.post1", "3.10.0a7",
        "3.10.0b1",
        "3.10.0rc1", "3.10.0", "3.10.0.post1.dev3", "3.10.0.post1", "3.10.0.post2", "3.10.4", "3.11.0a0", "3.12.0", "3.12.1",
        "3.12.2",
        "3.12.1+", "3.13.0a5", "3.13.0a6", "3.13.0a5+", "3.13.0b1", "3.13.0b1+", "3.13.0rc1", "3.13.0", "3.14.0a0",

    ]

    @Test func `versions stand in the order of PEP 440, a plus counting as a zero`() {
        let versions = Self.ascending.map(Version.init)
        for (place, left) in versions.enumerated() {
            for (other, right) in versions.enumerated() {
                #expect((left < right) == (place < other), "\(left.text) \(right.text)")
            }
        }
        var generator = SeededGenerator(seed: 81)
        #expect(versions.shuffled(using: &generator).sorted() == versions)
    }

    @Test func `a build behind an alpha stands above the next alphas and below the betas`() {
        #expect(Version("3.13.0a6") < Version("3.13.0a5+"))
        #expect(Version("3.13.0a5+") < Version("3.13.0b1"))
    }

    @Test(arguments: [
        ("3.12.0+", "3.12.0"), ("3.12", "3.12.0"), ("3.13.0a", "3.13.0a0"), ("3.13.0c1", "3.13.0rc1"), ("3.13.0A1", "3.13.0a1"),
    ])
    func `versions of one place are level and yet not equal`(left: String, right: String) {
        #expect(Version(left).isLevel(with: Version(right)))
        #expect(Version(left) != Version(right))
    }

    @Test(arguments: [
        "", "main", "v3.12", "3.", ".3", "3.x", "3.12.0-rc1", "3.14.0a0.dev5.x", "99999999999999999999999.1", "3.½",
    ])
    func `what is no version has no series and stands below all versions, by its text`(text: String) {
        #expect(Version(text).series == nil)
        #expect(Version(text) < Version("0.0.1"))
        #expect(Version("") < Version("a") || text.isEmpty)
    }

    @Test(arguments: [("3.13.0b2", 3, 13), ("3.12.0+", 3, 12), ("3.9", 3, 9), ("4", 4, 0)])
    func `a series is the first two numbers`(text: String, major: Int, minor: Int) throws {
        let series = try #require(Version(text).series)
        #expect(series == (major, minor))
    }

    @Test func `alphas are alphas`() {
        #expect(Version("3.14.0a0").isAlpha && Version("3.13.0a5+").isAlpha)
        #expect(!Version("3.13.0b1").isAlpha && !Version("3.13.0").isAlpha && !Version("alpha").isAlpha)
    }
}
