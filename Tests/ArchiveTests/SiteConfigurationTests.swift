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

    @Test func `a key that means nothing is a warning with the one that may have been meant`() throws {
        let (site, problems) = try read("titel = \"Snakes\"\n[links]\ncomit = \"https://example.org/{commit}\"\n[other]\nx = 1\n")
        #expect(site == .standard)
        #expect(
            problems.map(\.description) == [
                """
                site.toml:4:1: warning: `other` means nothing here.
                  hint: Known are `title`, `description`, `base_url`, `language`, `links`, `limits`.
                """,
                "site.toml:1:1: warning: `titel` means nothing here.\n  hint: Is `title` meant?",
                "site.toml:3:1: warning: `comit` means nothing here.\n  hint: Is `commit` meant?",
            ])
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
                "site.toml:2:1: error: `base_url` is no address that the paths of pages can be added to.\n"
                    + "  hint: Write it as https://example.org/benchmarks/, without `?`, `#` and spaces."
            ])
    }

    @Test(arguments: ["/b/", "/", "http://example.org", "https://bench.example.org:8080/über/", "http://[::1]:8000/b"])
    func `a base address passes`(address: String) throws {
        let (site, problems) = try read("base_url = \"\(address)\"\n")
        #expect(problems == [])
        #expect(site.baseURL?.hasPrefix(address) == true)
    }

    @Test(arguments: [
        "https://", "https:///b/", "http://:80/", "https://?x", "https://a/?page=", "https://a/#", "https://a b/",
        "https://a/\\nDisallow: /",
        "javascript:alert(1)", "//other.example/", "/a b/", "", "b/", "https://a/\\u0001", "https://a/\\u2028x",
    ])
    func `what the paths of pages cannot be added to is a problem`(address: String) throws {
        let (site, problems) = try read("base_url = \"\(address)\"\n")
        #expect(problems.map(\.line) == [1])
        #expect(site.baseURL == nil)
    }

    @Test(arguments: ["", "  ", "\\t"]) func `an empty title is none`(title: String) throws {
        let (site, problems) = try read("title = \"\(title)\"\n")
        #expect(site.title == SiteConfiguration.standard.title)
        #expect(problems.map(\.message) == ["`title` is empty."])
    }

    @Test(arguments: ["", "e n", "\\\"><script>", "en_US", "-", "toolongaword"]) func `what is no language is none`(
        language: String
    ) throws {
        let (site, problems) = try read("language = \"\(language)\"\n")
        #expect(site.language == "en")
        #expect(problems.map(\.message) == ["`language` is no tag of a language."])
        #expect(try read("language = \"pt-BR\"\n").0.language == "pt-BR")
    }

    @Test(arguments: ["https://", "javascript:alert(1)//{commit}", "https:///{commit}", "https://a/{commit} x"])
    func `a link's pattern that is no address on the web is a problem`(pattern: String) throws {
        let (site, problems) = try read("[links]\ncommit = \"\(pattern)\"\n")
        #expect(
            problems.map(\.description).map { $0.prefix(57) } == ["site.toml:2:1: error: `commit` is no address on the web.\n"]
        )
        #expect(site.commitLink == SiteConfiguration.standard.commitLink)
    }

    @Test func `a place in a link's pattern that stands for nothing is a warning, and stays as it is`() throws {
        let (site, problems) = try read("[links]\ncommit = \"https://a/{fork}/{comit}\"\nref = \"https://a/{x}{ref}{\"\n")
        #expect(
            problems.map(\.description) == [
                """
                site.toml:2:1: warning: `{comit}` stands for nothing in `commit`.
                  hint: Is `{commit}` meant?
                """,
                """
                site.toml:3:1: warning: `{x}` stands for nothing in `ref`.
                  hint: It is filled where it has `{fork}`, `{ref}`.
                """,
            ])
        #expect(site.commitURL(fork: "me", commit: "ccaa69a") == "https://a/me/{comit}")
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
