import Foundation
import TestSupport
import Testing

/// An archive whose every name and text tries to be markup: nothing of it may become any.
@Suite struct HostileArchiveTests {
    static let script = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"

    /// A site of an archive with hostile file names, metadata, benchmark names, tags, configuration and prose.
    static let site = Result { () throws -> (contents: FolderContents, outcome: Tool.Outcome) in
        let archive = try SmallArchive(
            configuration: """
                [bases]
                versions = ["3.12.0", "3.13.0&<b>"]
                [runners.box]
                os = "<i>linux"
                [runners.box.plot]
                name = "</svg><script>"
                """)
        try archive.write(
            "title = '<script>alert(1)</script>'\ndescription = '\(script.replacing("'", with: ""))'\n", to: "site.toml")
        try archive.write(
            "# <script>alert(1)</script>\n\n<script>alert(1)</script>\n\n[x](javascript:alert)\n", to: "pages/evil.md")
        let metadata = [
            "platform": script, "cpu_model_name": "</script><script>alert(1)</script>", "hostname": "{{heading}}{{{table}}}",
            "github_action_url": "javascript:alert(1)", "commit_date": "2025-04-02T00:00:00\"><script>", "commit_branch": script,
            "python_version": "\u{2028}\u{2029}", "commit_id": "../../../etc/passwd",
        ]
        let benchmarks = [
            "json\(script)": 0.25, "nul\0esc\u{1B}[2J\nline": 0.75, "_a_ &amp; \\| # *": 1.25, "regex|pipe": 0.5,
            "[x](javascript:alert(1))": 1.5, "`tick` *star*": 2.5,
        ]
        try archive.add(SmallArchive.base, metadata: metadata, benchmarks: benchmarks)
        for (name, flags, factor) in names {
            try archive.add(
                "bm-20250402-3.14.0a6+-ccaa69a\(flags)/\(name)", metadata: metadata,
                benchmarks: benchmarks.mapValues { $0 * factor })
        }
        try archive.write("", to: "results/<script>alert(1)<%2Fscript>.txt")
        try archive.write("{", to: "results/bm-20250402-3.14.0a6+-ccaa69a/bm-20250402-box-x-<b>bad\"-main-3.14.0a6-ccaa69a.json")
        let outcome = try archive.build()
        return (try archive.contents(), outcome)
    }

    /// Stems of files, with the flags of their folders.
    static let names = [
        ("bm-20250402-box-x86_64-<script>alert(1)<%2fscript>-main-3.14.0a6+-ccaa69a", "", 0.5),
        ("bm-20250402-box-x86_64-python-\"onload=\"alert(1)\"-3.14.0a6+-ccaa69a", "", 1.5),
        ("bm-20250402-box-x86_64-%2e%2e%2f%2e%2e%2fup-..%2f..-3.14.0a6+-ccaa69a", "", 0.7),
        ("bm-20250402-<b>-<i>-python-main-3.14.0a6+-ccaa69a", "", 0.8),
        ("bm-20250402-box-x86_64-python-main\u{2028}x-3.14.0a6+-ccaa69a", "", 0.9),
        ("bm-20250402-box-x86_64-python-main-<u>3.14-ccaa69a", "", 0.9),
        ("bm-20250402-box-x86_64-python-main-3.14.0a6+-<s>a69a", "", 1.1),
        ("bm-20250402-box-x86_64-python-main-3.14.0a6+-ccaa69a", "-<FLAG>,JIT", 1.2),
        ("bm-20250402-..-x86_64-...-main-3.14.0a6+-ccaa69a", "", 1.3),
    ]

    @Test func `the archive is built, and only its bad file is left out`() throws {
        let (contents, outcome) = try Self.site.get()
        #expect(outcome.status == 1)
        let bytes = try #require(contents.files["data/site.json"]).bytes
        let index = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        #expect((index["runs"] as? [Any])?.count == 10)
        #expect((index["comparisons"] as? [Any])?.count == 8, "all heads on the machine of the baseline")
    }

    // A report in Markdown holds names as they are, so libcmark leaves out what looks like raw HTML; elsewhere names are escaped.
    @Test func `no page has an element or an attribute that a harmless site has not`() throws {
        let harmless = try BuiltSite.sample.get().contents
        let known = harmless.pages.reduce(into: Set<String>()) { known, path in
            if let file = harmless.files[path] { known.formUnion(Markup(file.bytes).vocabulary) }
        }
        let contents = try Self.site.get().contents
        for path in contents.pages {
            let markup = Markup(try #require(contents.files[path]).bytes)
            #expect(markup.vocabulary.subtracting(known) == [], "\(path)")
            #expect(markup.unclosed == [], "\(path)")
            #expect(markup.tags.count { $0.name == "script" } == 2, "\(path)")
        }
    }

    @Test func `no address runs a script or leaves the site's folder`() throws {
        let contents = try Self.site.get().contents
        for path in contents.pages {
            for address in Markup(try #require(contents.files[path]).bytes).addresses {
                let scheme = address.prefix { $0 != "/" && $0 != "#" }
                #expect(!scheme.contains(":") || address.hasPrefix("https://"), "\(path): \(address)")
            }
        }
    }

    @Test func `every path of the site is made of safe characters and lies inside it`() throws {
        let contents = try Self.site.get().contents
        for path in contents.paths where path != ".nojekyll" {
            #expect(path.wholeMatch(of: /[A-Za-z0-9._~\/-]+/) != nil, "\(path)")
            for part in path.split(separator: "/") { #expect(!part.allSatisfy { $0 == "." }, "\(path)") }
        }
    }

    @Test func `braces in a text are not taken for tags`() throws {
        let contents = try Self.site.get().contents
        let page = try #require(contents.pages.first { $0.hasPrefix("runs/") && $0.hasSuffix("index.html") })
        #expect(try contents.text(page).contains("{{heading}}{{{table}}}"))
    }

    @Test func `a name stands in the report and on its page as it is`() throws {
        let contents = try Self.site.get().contents
        let page = try #require(contents.pages.first { $0.hasPrefix("runs/") && $0.contains("/vs-3.12.0") })
        let markdown = try contents.text(page.replacing(".html", with: ".md"))
        #expect(markdown.contains("| \\[x\\](javascript:alert(1)) "))
        #expect(markdown.contains("| \\`tick\\` \\*star\\* "))
        #expect(markdown.contains("| regex\\|pipe "))
        #expect(
            markdown.contains("| nul\u{FFFD}esc\u{FFFD}[2J line ") || markdown.contains("| nul\u{FFFD}esc\u{FFFD}\\[2J line "))
        #expect(markdown.contains("| \\_a_ \\&amp; \\\\\\| \\# \\* "))
        let report = try #require(
            contents.text(page).components(separatedBy: "id=\"report-").dropFirst().first.map { _ in try contents.text(page) })
        for cell in [
            "<td>[x](javascript:alert(1))</td>", "<td>`tick` *star*</td>", "<td>regex|pipe</td>",
            "<td>nul\u{FFFD}esc\u{FFFD}[2J line</td>", "<td>_a_ &amp;amp; \\| # *</td>",
        ] {
            #expect(report.contains(cell), "\(cell)")
        }
    }

    @Test func `no file of the site holds a control character that no page may hold`() throws {
        for (path, file) in try Self.site.get().contents.files {
            #expect(!file.bytes.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) } || path == "data/manifest", "\(path)")
        }
    }

    @Test func `the search index is one call with texts, and safe to load anywhere`() throws {
        let text = try Self.site.get().contents.text("assets/search-index.js")
        #expect(!text.contains("</"))
        #expect(!text.contains("<!--"))
        #expect(!text.contains("\u{2028}") && !text.contains("\u{2029}"))
        #expect(text.hasPrefix("benchfolioSearch({"))
        #expect(text.hasSuffix("});\n"))
        let object = text.dropFirst("benchfolioSearch(".count).dropLast(3)
        let index = try #require(try JSONSerialization.jsonObject(with: Data(object.utf8)) as? [String: [Any]])
        #expect(
            Set(index.keys) == ["machines", "forks", "refs", "versions", "flags", "sources", "commits", "benchmarks", "reports"])
        let texts = try #require(index["refs"] as? [String]) + (try #require(index["forks"] as? [[String]])).map { $0[0] }
        #expect(texts.contains { $0.contains("<script>alert(1)</script>") })
    }
}
