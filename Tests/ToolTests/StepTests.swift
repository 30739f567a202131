import Foundation
import TestSupport
import Testing

/// The three steps of a build, one by one.
@Suite struct StepTests {
    @Test func `reports, pages and index into one folder give what build gives, byte for byte`() throws {
        let whole = try BuiltSite.sample.get()
        let folder = try TemporaryFolder()
        let site = folder.url.appendingPathComponent("site")
        for (step, ending) in [("reports", "104 comparisons"), ("pages", "104 comparisons"), ("index", "104 comparisons")] {
            let outcome = try Tool.run([step, Tool.sample, "--output", site.path])
            #expect(outcome.status == 1, "the sample archive holds a bad file on purpose")
            #expect(outcome.lastLine.contains(ending), "\(step)")
        }
        // The manifest alone is of a whole build: by it the next one knows what need not be made again.
        #expect(try FolderContents(of: site).differences(from: whole.contents) == [".benchfolio"])
    }

    @Test func `reports writes the Markdown, its figures for programs, and nothing else but the list of them`() throws {
        let archive = try SmallArchive.sound()
        try Tool.run(["reports", archive.path, "--output", archive.site.path])
        #expect(
            try archive.contents().paths == [
                ".benchfolio", "runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0.csv",
                "runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0.json",
                "runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0.md",
            ])
    }

    @Test func `pages without reports says what to do, and what is not there`() throws {
        let archive = try SmallArchive.sound()
        let outcome = try Tool.run(["pages", archive.path, "--output", archive.site.path])
        #expect(outcome.status == 1)
        #expect(
            outcome.errors == """
                runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0.md: error: \
                The report of this comparison is not there.
                  hint: Run `benchfolio reports` with the same output folder first.

                """)
    }

    @Test func `that no report is there is said once, with how many there should be`() throws {
        let archive = try SmallArchive.sound()
        for day in 3...5 {
            try archive.add(
                "bm-2025040\(day)-3.14.0a7-012345\(day)/bm-2025040\(day)-box-x86_64-python-main-3.14.0a7-012345\(day)")
        }
        let outcome = try Tool.run(["pages", archive.path, "--output", archive.site.path])
        #expect(
            outcome.errors == """
                runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0.md: error: \
                The report of this comparison is not there. It is the same with 3 other files.
                  hint: Run `benchfolio reports` with the same output folder first.

                """)
    }

    @Test func `pages converts the Markdown that stands there, and leaves it alone`() throws {
        let archive = try SmallArchive.sound()
        try Tool.run(["reports", archive.path, "--output", archive.site.path])
        let report = archive.site.appendingPathComponent("runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0.md")
        try Data("# A word of my own\n\n| a | b |\n|---|---:|\n| 1 | 2 |\n".utf8).write(to: report)
        #expect(try Tool.run(["pages", archive.path, "--output", archive.site.path]).status == 0)
        let contents = try archive.contents()
        let page = try contents.text("runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0.html")
        #expect(page.contains("A word of my own</h3>"))
        #expect(page.contains("<th scope=\"col\" class=\"right\">b</th>") || page.contains(">b</th>"))
        #expect(try contents.text("runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0.md").hasPrefix("# A word"))
        #expect(!contents.paths.contains("index.html"))
    }

    @Test func `index leads to no report whose page cannot be made`() throws {
        let archive = try SmallArchive.sound()
        let templates = archive.folder.path("templates")
        try FileManager.default.copyItem(atPath: Tool.project.appendingPathComponent("Templates").path, toPath: templates)
        try archive.folder.write(
            try archive.folder.read("templates/report.mustache") + "{{#open}}", to: "templates/report.mustache")
        try archive.build(["--templates", templates])
        let whole = try archive.contents()
        for command in ["reports", "pages", "index"] {
            let options = command == "reports" ? [] : ["--templates", templates]
            try Tool.run([command, archive.path, "--output", archive.folder.path("steps"), "--no-cache"] + options)
        }
        let steps = try FolderContents(of: archive.folder.url.appendingPathComponent("steps"))
        for path in whole.paths where path != ".benchfolio" {
            #expect(steps.files[path]?.bytes == whole.files[path]?.bytes, "\(path)")
        }
    }

    @Test func `index makes everything that lists, with no report there yet`() throws {
        let archive = try SmallArchive.sound()
        #expect(try Tool.run(["index", archive.path, "--output", archive.site.path]).status == 0)
        #expect(
            try archive.contents().paths == [
                ".benchfolio", "404.html", "assets/commits.js", "assets/search-index.js", "commits/0fb18b0/index.html",
                "commits/ccaa69a/index.html", "data/commits.json", "data/comparison.schema.json", "data/site.json",
                "feed.xml",
                "forks/python/badge.json", "forks/python/badge.svg", "forks/python/feed.xml", "forks/python/index.html",
                "index.html",
                "machines/box/badge.json", "machines/box/badge.svg", "machines/box/feed.xml", "machines/box/index.html",
                "problems/index.html",
                "runs/20231002-box-x86_64-python-v3.12.0-3.12.0-0fb18b0/index.html",
                "runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/index.html",
            ])
    }

    @Test func `a site holds the files of the contract, and says so to web servers`() throws {
        let contents = try BuiltSite.sample.get().contents
        for path in [
            "index.html", "machines/vultr/index.html", "forks/faster-cpython/index.html", "commits/ccaa69a/index.html",
            "runs/20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6-dev-ccaa69a/index.html",
            "runs/20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6-dev-ccaa69a/vs-3.12.6.html",
            "runs/20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6-dev-ccaa69a/vs-base.md",
            "runs/20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6-dev-ccaa69a/vs-base.json",
            "runs/20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6-dev-ccaa69a/vs-base.csv",
            "runs/20250331-macmini-arm64-python-main-3.14.0a6-dev-cd61d5c-JIT_TAILCALL/index.html", "data/site.json",
            "data/commits.json", "data/comparison.schema.json", "404.html",
            ".nojekyll", "assets/style.css", "assets/script.js", "assets/icon.svg", "problems/index.html", "pages/method.html",
            "feed.xml", "machines/vultr/feed.xml", "machines/vultr/badge.svg", "forks/mpage/feed.xml", "forks/mpage/badge.json",
        ] {
            #expect(contents.files[path] != nil, "\(path)")
        }
    }

    @Test func `the alias of a commit's full hash is the same page`() throws {
        let contents = try BuiltSite.sample.get().contents
        let aliases = contents.paths.filter { $0.hasPrefix("commits/") && $0.split(separator: "/")[1].utf8.count == 40 }
        #expect(!aliases.isEmpty)
        for alias in aliases {
            let short = "commits/\(alias.dropFirst(8).prefix(7))/index.html"
            #expect(contents.files[alias]?.bytes == contents.files[short]?.bytes, "\(alias)")
        }
    }
}
