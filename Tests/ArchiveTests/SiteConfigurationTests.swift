import Archive
import TestSupport
import Testing

@Suite struct SiteConfigurationTests {
    private func read(_ text: String) throws -> (SiteConfiguration, [Problem]) {
        let folder = try TemporaryFolder()
        return ConfigurationReader.site(at: try folder.write(text, to: "site.toml"))
    }

    @Test func `a file that is not there is no problem`() throws {
        let folder = try TemporaryFolder()
        let (site, problems) = ConfigurationReader.site(at: folder.path("site.toml"))
        #expect(problems == [])
        #expect(site == .standard)
        #expect(site.title == "Benchmark results")
        #expect(site.description == nil && site.baseURL == nil)
        #expect(site.language == "en")
        #expect(site.commitLink == "https://github.com/{fork}/cpython/commit/{commit}")
    }

    @Test func `a file that is there and cannot be read is a problem`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "site.toml/inside")
        let (site, problems) = ConfigurationReader.site(at: folder.path("site.toml"))
        #expect(site == .standard)
        #expect(problems.map(\.description) == ["site.toml: error: The file cannot be read: Is a directory."])
    }

    @Test func `every key may be set`() throws {
        let (site, problems) = try read(
            """
            title = "Snakes"
            description = "How fast they are."
            base_url = "https://example.org/bench"
            language = "de"
            other = 1
            [links]
            commit = "https://example.org/{fork}/c/{commit}"
            ref = "https://example.org/{fork}/r/{ref}"
            """)
        #expect(problems == [])
        #expect(site.title == "Snakes")
        #expect(site.description == "How fast they are.")
        #expect(site.baseURL == "https://example.org/bench/")
        #expect(site.language == "de")
        #expect(site.commitURL(fork: "mark-shannon", commit: "abcdef1") == "https://example.org/mark-shannon/c/abcdef1")
        #expect(site.refURL(fork: "python", ref: "a b&c") == "https://example.org/python/r/a%20b%26c")
    }

    @Test(arguments: [
        (nil, nil), ("https://example.org/b", "https://example.org/b/runs/a/index.html"),
        ("http://localhost:8000/", "http://localhost:8000/runs/a/index.html"), ("/b/", nil), ("example.org/b", nil),
    ])
    func `a page has an address where the site has one of the web`(baseURL: String?, address: String?) {
        #expect(SiteConfiguration(baseURL: baseURL).address(of: "runs/a/index.html") == address)
    }

    @Test func `an address that is none is a problem, and a path from the server's root is not`() throws {
        let (site, problems) = try read("title = \"A\"\nbase_url = \"example.org/b\"\n")
        #expect(site.address(of: "index.html") == nil)
        #expect(
            problems.map(\.description) == [
                "site.toml:2:1: error: `base_url` is no address on the web.\n  hint: Begin it with https://."
            ])
        #expect(try read("base_url = \"/b/\"\n").1 == [])
        #expect(try read("base_url = \"http://example.org\"\n").1 == [])
    }

    @Test func `links lead to GitHub by default, with odd characters encoded`() {
        #expect(
            SiteConfiguration.standard.commitURL(fork: "python", commit: "3a83b17")
                == "https://github.com/python/cpython/commit/3a83b17")
        #expect(SiteConfiguration.standard.refURL(fork: "a\"b", ref: "ü/x") == "https://github.com/a%22b/cpython/tree/%C3%BC/x")
    }

    @Test func `a value of the wrong kind is a problem, and the standard stays`() throws {
        let (site, problems) = try read("language = \"fr\"\ntitle = 5\n")
        #expect(site.title == "Benchmark results")
        #expect(site.language == "fr")
        #expect(
            problems.map(\.description) == [
                "site.toml:2:1: error: `title` is no text.\n  hint: Write it in double quotes: title = \"…\"."
            ])
    }

    @Test func `a broken file is a problem with its place`() throws {
        let (site, problems) = try read("title = \"A\"\nlanguage = \n")
        #expect(site == .standard)
        #expect(problems.map(\.line) == [2])
    }
}
