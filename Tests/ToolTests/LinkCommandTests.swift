import Foundation
import TestSupport
import Testing

/// `benchfolio link`: the way to a commit's page, for a terminal, a pull request and a commit status.
@Suite struct LinkCommandTests {
    private static let base = ["--base-url", "https://example.org/benchmarks"]

    private func run(_ arguments: [String]) throws -> Tool.Outcome { try Tool.run(["link"] + arguments) }

    @Test func `it prints the address of the commit's page, and nothing else`() throws {
        let outcome = try run(["ccaa", Tool.sample] + Self.base)
        #expect(outcome.output == "https://example.org/benchmarks/commits/ccaa69a/index.html\n")
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
    }

    @Test func `the archive's own address is taken where none is named`() throws {
        let archive = try SmallArchive.sound()
        try archive.write("base_url = \"https://own.example/\"\n", to: "site.toml")
        #expect(try run(["ccaa69a", archive.path]).output == "https://own.example/commits/ccaa69a/index.html\n")
        #expect(
            try run(["CCAA69A", archive.path] + Self.base).output
                == "https://example.org/benchmarks/commits/ccaa69a/index.html\n")
    }

    @Test func `without an address it prints the path, and says so`() throws {
        let outcome = try run(["ccaa69a", Tool.sample])
        #expect(outcome.output == "commits/ccaa69a/index.html\n")
        #expect(
            outcome.errors == """
                benchfolio: the archive does not say where its site is published, so this is no whole address; name it by --base-url or \
                base_url in site.toml.

                """)
        #expect(outcome.status == 0)
    }

    @Test func `an unknown hash ends with 2 and the nearest one`() throws {
        let outcome = try run(["ccaa69b", Tool.sample] + Self.base)
        #expect(outcome.status == 2)
        #expect(outcome.output == "")
        #expect(
            outcome.errors == """
                results: error: No run in this archive is of a commit `ccaa69b`.
                  hint: Is `ccaa69a` meant?

                """)
    }

    @Test func `an archive without a run ends with 2`() throws {
        let archive = try SmallArchive()
        let outcome = try run(["ccaa69b", archive.path] + Self.base)
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasSuffix("\n  hint: There is no run in this archive at all.\n"))
    }

    @Test func `the comment begins with its mark, and its links are those of the site that is built`() throws {
        let text = try run(["ccaa69a", Tool.sample, "--format", "markdown"] + Self.base).output
        #expect(
            text.hasPrefix(
                """
                <!-- benchfolio: commit ccaa69a -->
                **No clear change: 1.00x measured, but runs of the same code on vultr differ by up to 2.0 %.**
                """))
        let links = text.matches(of: /\]\(https:\/\/example\.org\/benchmarks\/([^)]*)\)/).map { String($0.output.1) }
        #expect(links.count == 4)
        let site = try BuiltSite.sample.get().contents
        #expect(links.filter { site.files[$0] == nil } == [])
    }

    @Test func `the status is the sentence that the page gives to search engines`() throws {
        let outcome = try run(["ccaa69a", Tool.sample, "--format", "status"] + Self.base)
        #expect(
            outcome.output == """
                {"context":"benchfolio","description":"Against merge base cd61d5c, default build on vultr: No clear change: 1.00x measured, \
                but runs of the same code on vultr differ by up to 2.0…","state":"success",\
                "target_url":"https://example.org/benchmarks/commits/ccaa69a/index.html"}

                """)
        #expect(try ReadmeNewcomer.readme().contains(outcome.output), "the README shows it")
        let page = try BuiltSite.sample.get().text("commits/ccaa69a/index.html")
        #expect(
            page.contains(
                "Against merge base cd61d5c, default build on vultr: No clear change: 1.00x measured, but runs of the same code"))
    }

    @Test func `a second call reads nothing anew and says the same, with and without a cache`() throws {
        let arguments = ["ccaa69a", Tool.sample, "--format", "markdown"] + Self.base
        let first = try run(arguments).output
        #expect(try run(arguments).output == first)
        #expect(try run(arguments + ["--no-cache", "--jobs", "1"]).output == first)
    }

    @Test func `the commits are listed for programs with their pages`() throws {
        let site = try BuiltSite.sample.get()
        let json = try JSONSerialization.jsonObject(with: Data(site.text("data/commits.json").utf8))
        let index = try #require(json as? [String: Any])
        #expect(index["schema"] as? Int == 1)
        let commits = try #require(index["commits"] as? [[String: Any]])
        #expect(commits.count == Set(try site.list("runs").compactMap { $0["commit"] as? String }).count)
        #expect(commits.filter { site.contents.files[$0["page"] as? String ?? ""] == nil }.isEmpty)
    }
}
