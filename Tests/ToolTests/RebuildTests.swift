import Foundation
import TestSupport
import Testing

/// Building twice, building in parallel, and leaving alone what is not the tool's.
@Suite struct RebuildTests {
    @Test func `two builds give the same bytes, with any number of jobs`() throws {
        let whole = try BuiltSite.sample.get()
        for options in [["--jobs", "1"], ["--jobs", "4", "--no-cache"]] {
            let other = try BuiltSite(of: Tool.sample, options)
            #expect(other.contents.differences(from: whole.contents) == [], "\(options)")
            #expect(other.errors == whole.errors, "\(options)")
        }
    }

    @Test func `the folder's name and the working folder leave no trace in the site`() throws {
        let archive = try SmallArchive.sound()
        try archive.build()
        let other = try Tool.run(["build", ".", "-o", "../deep/er/site"], in: URL(fileURLWithPath: archive.path))
        #expect(other.status == 0)
        let contents = try FolderContents(of: archive.folder.url.appendingPathComponent("deep/er/site"))
        #expect(contents.differences(from: try archive.contents()) == [])
        for path in contents.paths { #expect(!(try contents.text(path).contains(archive.folder.path)), "\(path)") }
    }

    @Test(arguments: [[], ["--no-cache"], ["--jobs", "1"]])
    func `building again writes nothing and keeps every file's time`(options: [String]) throws {
        let archive = try SmallArchive.sound()
        let first = try archive.build()
        let before = try archive.contents()
        let again = try archive.build(options)
        #expect(
            first.lastLine.hasPrefix("\(before.pages.count) pages (\(before.pages.count) written), 1 comparison, 0 problems, "))
        #expect(again.lastLine.hasPrefix("\(before.pages.count) pages (0 written), 1 comparison, 0 problems, "))
        #expect(try archive.contents() == before)
    }

    @Test func `a page that somebody changed or removed is made anew, and no other`() throws {
        let archive = try SmallArchive.sound()
        try archive.build()
        let before = try archive.contents()
        try Data("spoilt".utf8).write(to: archive.site.appendingPathComponent("index.html"))
        try FileManager.default.removeItem(at: archive.site.appendingPathComponent("404.html"))
        let again = try archive.build()
        #expect(again.lastLine.contains(" (2 written), "))
        let after = try archive.contents()
        #expect(after.differences(from: before) == [])
        #expect(after.paths.filter { after.files[$0] != before.files[$0] } == ["404.html", "index.html"])
    }

    @Test func `a new run changes the pages that list it, and not those of other machines`() throws {
        let archive = try SmallArchive.sound()
        try archive.add(SmallArchive.base.replacing("-box-", with: "-bax-"))
        try archive.build()
        let before = try archive.contents()
        try archive.add("bm-20250403-3.14.0a7-0123456/bm-20250403-box-x86_64-python-v3.14.0a7-3.14.0a7-0123456")
        try archive.build()
        let after = try archive.contents()
        let run = "runs/20250403-box-x86_64-python-v3.14.0a7-3.14.0a7-0123456"
        let new =
            ["commits/0123456/index.html", "\(run)/index.html"] + ["csv", "html", "json", "md"].map { "\(run)/vs-3.12.0.\($0)" }
        #expect(after.paths.filter { before.files[$0] == nil } == new)
        #expect(before.paths.filter { after.files[$0] == nil } == [])
        #expect(after.files["machines/box/index.html"] != before.files["machines/box/index.html"])
        #expect(after.files["machines/bax/index.html"] == before.files["machines/bax/index.html"])
    }

    @Test(arguments: ["build", "reports", "index", "check"])
    func `the archive is only read`(command: String) throws {
        let archive = try SmallArchive.sound()
        try archive.write("notes", to: "results/notes.txt")
        let before = try FolderContents(of: URL(fileURLWithPath: archive.path))
        try Tool.run([command, archive.path] + (command == "check" ? [] : ["--output", archive.site.path]))
        #expect(try FolderContents(of: URL(fileURLWithPath: archive.path)) == before)
    }

    @Test func `the sample archive is the same after its site was built`() throws {
        let before = try FolderContents(of: URL(fileURLWithPath: Tool.sample))
        _ = try BuiltSite(of: Tool.sample)
        #expect(try FolderContents(of: URL(fileURLWithPath: Tool.sample)) == before)
    }

    @Test func `pages of other reports than the archive's are not taken for its own`() throws {
        let archive = try SmallArchive.sound()
        try archive.build()
        let whole = try archive.contents()
        let report = try #require(whole.paths.first { $0.hasSuffix(".md") })
        try archive.folder.write("# Mine\n", to: "site/\(report)")
        for command in ["pages", "index"] {
            #expect(try Tool.run([command, archive.path, "--output", archive.site.path]).status == 0)
        }
        #expect(try archive.contents().text(report.replacing(".md", with: ".html")).contains(">Mine<"))
        try archive.build()
        #expect(try archive.contents().differences(from: whole) == [])
    }

    /// Ways into the results: `link` leads there, `new` is not there yet, and a name may begin with a mark that joins the slash before it.
    private static let waysIn = [
        "archive/results", "archive/results/Site", "archive/../archive/results/x", "link", "link/Site", "link/new/Site",
        "new/../archive/results/new", "archive/results/\u{301}Site",
    ]

    @Test(arguments: waysIn)
    func `a site is never written into the results`(output: String) throws {
        let archive = try SmallArchive.sound()
        symlink("archive/results", archive.folder.path("link"))
        let before = try FolderContents(of: URL(fileURLWithPath: archive.path))
        let outcome = try Tool.run(["build", "archive", "--output", output], in: archive.folder.url)
        #expect(outcome.status == 2)
        #expect(
            outcome.errors == "\(output): error: The site would be written into the archive's results.\n"
                + "  hint: Name a folder of its own: --output FOLDER.\n")
        #expect(try FolderContents(of: URL(fileURLWithPath: archive.path)) == before)
    }

    @Test(arguments: [
        ("archive", "over the archive"), ("archive/../archive/.", "over the archive"),
        ("archive/pages/site", "into the archive's pages"),
        ("templates", "into the templates"), ("templates/site", "into the templates"),
    ])
    func `a site is never written over what it is made from`(output: String, place: String) throws {
        let archive = try SmallArchive.sound()
        try archive.write("# About", to: "pages/about.md")
        try FileManager.default.copyItem(
            at: Tool.project.appendingPathComponent("Templates"), to: archive.folder.url.appendingPathComponent("templates"))
        let before = try FolderContents(of: archive.folder.url)
        let outcome = try Tool.run(["build", "archive", "--templates", "templates", "--output", output], in: archive.folder.url)
        #expect(outcome.status == 2)
        #expect(
            outcome.errors
                == "\(output): error: The site would be written \(place).\n  hint: Name a folder of its own: --output FOLDER.\n")
        #expect(try FolderContents(of: archive.folder.url) == before)
        #expect(
            try Tool.run(["build", "archive", "--templates", "templates", "--output", "archive/site"], in: archive.folder.url)
                .status == 0)
    }

    @Test(arguments: waysIn)
    func `nothing is kept among the results`(cache: String) throws {
        let archive = try SmallArchive.sound()
        symlink("archive/results", archive.folder.path("link"))
        let before = try FolderContents(of: URL(fileURLWithPath: archive.path))
        for command in [["build", "archive", "--output", "site"], ["check", "archive"], ["link", "abcdef1", "archive"]] {
            let outcome = try Tool.run(command + ["--cache", cache], in: archive.folder.url)
            #expect(outcome.status == 2)
            #expect(
                outcome.errors == "\(cache): error: What was read would be kept among the archive's files.\n"
                    + "  hint: Name another folder: --cache FOLDER; or keep nothing: --no-cache.\n")
        }
        #expect(try FolderContents(of: URL(fileURLWithPath: archive.path)) == before)
        #expect(access(archive.folder.path("site"), F_OK) != 0)
    }

    @Test func `what was read may be kept in a folder of its own in the archive, and nowhere else there`() throws {
        let archive = try SmallArchive.sound()
        try archive.write("# About", to: "pages/about.md")
        let before = try FolderContents(of: URL(fileURLWithPath: archive.path))
        for cache in ["archive", "archive/.", "archive/pages", "archive/pages/cache"] {
            let outcome = try Tool.run(["build", "archive", "--output", "site", "--cache", cache], in: archive.folder.url)
            #expect(outcome.status == 2)
            #expect(outcome.errors.hasPrefix("\(cache): error: What was read would be kept among the archive's files.\n"))
        }
        #expect(try FolderContents(of: URL(fileURLWithPath: archive.path)) == before)
        let outcome = try Tool.run(["build", "archive", "--output", "site", "--cache", "archive/.cache"], in: archive.folder.url)
        #expect(outcome.status == 0)
    }

    @Test func `a configuration that becomes a link out of the archive is another one`() throws {
        let archive = try SmallArchive.sound()
        let (path, outside) = (archive.path + "/bench_runner.toml", archive.folder.path("outside.toml"))
        #expect(try archive.build().status == 0)
        try FileManager.default.moveItem(atPath: path, toPath: outside)
        symlink(outside, path)
        let linked = try archive.build()
        #expect(linked.status == 1)
        #expect(
            linked.errors.contains(
                "bench_runner.toml: error: The file cannot be read: it is a link that leads out of the archive."))
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: outside, toPath: path)
        #expect(try archive.build().status == 0)
    }

    @Test func `what is no file among the templates is found by the next build`() throws {
        let archive = try SmallArchive.sound()
        let templates = archive.folder.path("templates")
        try FileManager.default.copyItem(atPath: Tool.project.appendingPathComponent("Templates").path, toPath: templates)
        #expect(try archive.build(["--templates", templates]).status == 0)
        mkfifo(templates + "/x.mustache", 0o600)
        let outcome = try archive.build(["--templates", templates])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("templates/x.mustache: error: The template cannot be read: "))
    }

    @Test func `a problem of a template names the folder that was named last`() throws {
        let archive = try SmallArchive.sound()
        let (one, two) = (archive.folder.path("one"), archive.folder.path("two"))
        try FileManager.default.copyItem(atPath: Tool.project.appendingPathComponent("Templates").path, toPath: one)
        try archive.folder.write(try archive.folder.read("one/home.mustache") + "{{nope}}", to: "one/home.mustache")
        try FileManager.default.copyItem(atPath: one, toPath: two)
        for (folder, name) in [(one, "one"), (two, "two"), ("\(one)/../one/", "one")] {
            #expect(try archive.build(["--templates", folder]).errors.hasPrefix("\(name)/home.mustache:"))
        }
    }

    @Test func `the pages that came with the tool are named alike, wherever it runs`() throws {
        let archive = try SmallArchive.sound()
        try archive.write("[limits]\npage_bytes = 1000\n", to: "site.toml")
        var sites: [FolderContents] = []
        for folder in [archive.folder.url, Tool.project] {
            let outcome = try Tool.run(["build", archive.path, "--output", archive.site.path, "--no-cache"], in: folder)
            #expect(outcome.errors.contains("\nContent/pages/method.md: error: The file cannot be read: it has "))
            sites.append(try archive.contents())
        }
        #expect(sites[0] == sites[1])
    }

    @Test func `a page that came with the tool is the archive's from when it is copied there`() throws {
        let archive = try SmallArchive.sound()
        try archive.write("[limits]\npage_bytes = 1000\n", to: "site.toml")
        #expect(try archive.build().errors.contains("\nContent/pages/method.md: error: "))
        let method = try String(contentsOf: Tool.project.appendingPathComponent("Content/pages/method.md"), encoding: .utf8)
        try archive.write(method, to: "pages/method.md")
        let outcome = try archive.build()
        #expect(outcome.errors.contains("\npages/method.md: error: "))
        #expect(!outcome.errors.contains("Content/pages/method.md"))
    }

    @Test func `pages of the working directory are none of the tool's`() throws {
        let archive = try SmallArchive.sound()
        try archive.folder.write("# Evil\n", to: "Content/pages/evil.md")
        try Tool.run(["build", "archive", "--output", "site"], in: archive.folder.url)
        #expect(try archive.contents().files["pages/evil.html"] == nil)
        #expect(try archive.contents().files["pages/method.html"] != nil)
    }

    @Test func `a link in the place of a page that is due no longer stays, with a note`() throws {
        let archive = try SmallArchive.sound()
        try archive.build()
        let page = "runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/index.html"
        let place = archive.site.appendingPathComponent(page).path
        try FileManager.default.removeItem(atPath: place)
        symlink("/etc/hostname", place)
        try FileManager.default.removeItem(atPath: "\(archive.path)/results/\(SmallArchive.head).json")
        let outcome = try archive.build()
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("its file stays: something else stands in its place.\n"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place) == "/etc/hostname")
    }

    @Test func `made-up results never go into an archive's results`() throws {
        let archive = try SmallArchive.sound()
        let before = try FolderContents(of: URL(fileURLWithPath: archive.path))
        for output in ["archive/results/x", "archive/results", "archive/results/a/../b"] {
            let outcome = try Tool.run(["generate", "--output", output], in: archive.folder.url)
            #expect(outcome.status == 2)
            #expect(
                outcome.errors.hasPrefix("\(output): error: The made-up archive would be written into an archive's results.\n"))
        }
        #expect(try FolderContents(of: URL(fileURLWithPath: archive.path)) == before)
    }

    @Test func `made-up results never come to stand among others`() throws {
        let archive = try SmallArchive.sound()
        let before = try FolderContents(of: URL(fileURLWithPath: archive.path))
        let outcome = try Tool.run(["generate", "--output", "archive", "--runs", "1"], in: archive.folder.url)
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.contains(
                ": error: This file is no part of the made-up archive, which is written into a folder of its own.\n"))
        #expect(try FolderContents(of: URL(fileURLWithPath: archive.path)) == before)
        // Its own may be made again; another's settings stay as well.
        for _ in 1...2 {
            #expect(try Tool.run(["generate", "--output", "made", "--runs", "1"], in: archive.folder.url).status == 0)
        }
        try archive.folder.write("title = \"Mine\"", to: "other/site.toml")
        #expect(try Tool.run(["generate", "--output", "other", "--runs", "1"], in: archive.folder.url).status == 2)
        #expect(try String(contentsOfFile: archive.folder.path("other/site.toml"), encoding: .utf8) == "title = \"Mine\"")
    }

    @Test(arguments: ["index.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt"])
    func `a file that is another site's is not overwritten`(file: String) throws {
        let archive = try SmallArchive.sound()
        try archive.write("base_url = \"https://example.org/\"\n", to: "site.toml")
        try archive.folder.write("precious", to: "site/\(file)")
        for command in ["build", "reports", "index"] {
            let outcome = try Tool.run([command, archive.path, "--output", archive.site.path])
            #expect(outcome.status == 2)
            #expect(
                outcome.errors.contains(
                    "\(file): error: This file is not one that Benchfolio has made, and it would be overwritten.\n"))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: archive.site.path) == [file])
        #expect(try String(contentsOf: archive.site.appendingPathComponent(file), encoding: .utf8) == "precious")
    }

    @Test func `what is not going to be written is nobody's but its owner's`() throws {
        let archive = try SmallArchive.sound()
        try archive.folder.write("User-agent: *\n", to: "site/robots.txt")
        #expect(try archive.build().status == 0)
        #expect(try archive.contents().text("robots.txt") == "User-agent: *\n")
        // Once the site has one of its own to write, the other is not lost without a word.
        try archive.write("base_url = \"https://example.org/\"\n", to: "site.toml")
        let outcome = try archive.build()
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("robots.txt: error: This file is not one that Benchfolio has made"))
        #expect(try archive.contents().text("robots.txt") == "User-agent: *\n")
    }

    @Test func `an archive may stand below a folder of the site in which nothing of it is written`() throws {
        let archive = try SmallArchive.sound()
        try FileManager.default.createDirectory(atPath: archive.folder.path("place/data"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: archive.path, toPath: archive.folder.path("place/data/raw"))
        let raw = archive.folder.url.appendingPathComponent("place/data/raw")
        let before = try FolderContents(of: raw)
        let place = archive.folder.url.appendingPathComponent("place")
        #expect(try Tool.run(["build", "data/raw", "--output", "."], in: place).status == 0)
        #expect(try FolderContents(of: raw) == before)
        // A run's page could stand in it.
        try FileManager.default.createDirectory(atPath: archive.folder.path("place/runs"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: raw, to: place.appendingPathComponent("runs/raw"))
        #expect(try Tool.run(["build", "runs/raw", "--output", "."], in: place).status == 2)
    }

    @Test func `a site that has lost its list of files is still one, and says so`() throws {
        let archive = try SmallArchive.sound()
        #expect(try archive.build().errors == "")
        try FileManager.default.removeItem(at: archive.site.appendingPathComponent(".benchfolio"))
        let outcome = try archive.build()
        #expect(outcome.status == 0)
        #expect(
            outcome.errors.hasSuffix(
                """
                .benchfolio: note: The list of the site's files was not there or could not be read, so pages of runs that are gone \
                may be left.
                  hint: Build once into an empty folder.

                """))
        #expect(try archive.build().errors == "")
    }

    private static let folders = ["assets", "commits", "data", "forks", "machines", "pages", "problems", "runs"]

    @Test(arguments: folders)
    func `an archive that stands where the site has a folder is not written into`(name: String) throws {
        let archive = try SmallArchive.sound()
        try FileManager.default.createDirectory(atPath: archive.folder.path("place"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: archive.path, toPath: archive.folder.path("place/\(name)"))
        let before = try FolderContents(of: archive.folder.url)
        let outcome = try Tool.run(["build", name, "--output", "."], in: archive.folder.url.appendingPathComponent("place"))
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.hasPrefix(
                ".: error: The site would be written into the archive, which stands where the site has its folder `\(name)`.\n"))
        #expect(try FolderContents(of: archive.folder.url) == before)
    }

    @Test func `a site has these folders and no others`() throws {
        let archive = try SmallArchive.sound()
        try archive.write("# About\n", to: "pages/about.md")
        try archive.build()
        let names = try FileManager.default.contentsOfDirectory(atPath: archive.site.path).filter { name in
            var isFolder: ObjCBool = false
            let place = archive.site.appendingPathComponent(name).path
            return FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) && isFolder.boolValue
        }
        #expect(Set(names) == Set(RebuildTests.folders))
    }

    @Test func `with all streams closed the status is the one that is documented`() throws {
        let archive = try SmallArchive.sound()
        let compare = "compare archive/results/\(SmallArchive.base).json archive/results/\(SmallArchive.head).json"
        for streams in [">&- 2>&-", "<&- 2>&-", "<&- >&- 2>&-", ">&-"] {
            // What is asked for and cannot be printed is nothing.
            let printed: Int32 = streams.contains(" >&-") || streams.hasPrefix(">&-") ? 2 : 0
            let commands: [(String, Int32)] = [
                ("build archive --output site", 0), ("check archive", printed), (compare, printed),
                ("build nowhere --output site", 2),
            ]
            for (command, status) in commands {
                let outcome = try Tool.shell("benchfolio \(command) \(streams)", in: archive.folder.url)
                #expect(outcome.status == status, "\(command) \(streams)")
            }
        }
    }

    @Test func `a check keeps nothing, and takes what was kept`() throws {
        let archive = try SmallArchive.sound()
        let cache = archive.folder.path("cache-of-its-own")
        #expect(try Tool.run(["check", archive.path, "--cache", cache]).status == 0)
        #expect(!FileManager.default.fileExists(atPath: cache))
        #expect(try Tool.run(["build", archive.path, "--output", archive.site.path, "--cache", cache]).status == 0)
        let before = try FolderContents(of: URL(fileURLWithPath: cache))
        let checked = try Tool.run(["check", archive.path, "--cache", cache])
        #expect(checked.output == (try Tool.run(["check", archive.path, "--no-cache"]).output))
        #expect(try FolderContents(of: URL(fileURLWithPath: cache)) == before)
    }

    @Test func `what others put into the site's folder stays`() throws {
        let archive = try SmallArchive.sound()
        try archive.folder.write("benchmarks.example.org", to: "site/CNAME")
        try archive.build()
        #expect(try archive.contents().text("CNAME") == "benchmarks.example.org")
    }
}
