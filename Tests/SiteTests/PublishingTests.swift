import Archive
import Foundation
import TestSupport
import Testing

@testable import Site

/// The old site stands until the new one is written, and neither reaches beyond its folder.
@Suite struct PublishingTests {
    private static let run = "site/runs/20250312-linux-x86_64-mpage-topic-3.14.0a6-dev-ccaa69a"

    private func link(_ site: TestSite, _ place: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: site.path(place), withDestinationPath: site.path(target))
    }

    /// Changes what every page is made from.
    private func changeTemplates(_ site: TestSite) throws {
        let name = "templates/layout.mustache"
        try site.write(site.read(name).replacing("</body>", with: "<!-- new --></body>"), to: name)
    }

    @Test func `a build that cannot write one of its last pages leaves the old site to the byte`() async throws {
        let site = try TestSite()
        try await site.build()
        site.remove("site/problems/index.html")
        try site.write("in the way", to: "site/problems/index.html/file")
        let before = try site.contents(of: "site")
        try changeTemplates(site)
        await #expect(throws: TestSite.Failure.self) { try await site.build() }
        #expect(try differences(site.contents(of: "site"), before) == [".benchfolio.journal"])
        site.remove("site/problems/index.html")
        try await site.build()
        #expect(try differences(site.contents(of: "site"), await site.cleanBuild()) == [])
    }

    @Test func `a page that takes another's place waits until the build ends`() throws {
        let folder = try TemporaryFolder()
        let key = ContentHash(of: "key")
        let first = SiteWriter(folder: folder.path)
        try first.write("old", to: .home, key: key)
        _ = try first.finish(fingerprint: key, comparisons: 0, problems: [])
        let writer = SiteWriter(folder: folder.path)
        try writer.write("new", to: .home, key: key)
        try writer.write("also new", to: .problems, key: key)
        #expect(try folder.read("index.html") == "old")
        #expect(try folder.read("index.html.new") == "new")
        #expect(try folder.read("problems/index.html") == "also new")
        _ = try writer.finish(fingerprint: key, comparisons: 0, problems: [])
        #expect(try folder.read("index.html") == "new")
        #expect(!FileManager.default.fileExists(atPath: folder.path("index.html.new")))
    }

    @Test func `a writer that is abandoned takes away what waits`() throws {
        let folder = try TemporaryFolder()
        let key = ContentHash(of: "key")
        try folder.write("old", to: "index.html")
        let writer = SiteWriter(folder: folder.path)
        try writer.write("new", to: .home, key: key)
        writer.abandon()
        #expect(try folder.read("index.html") == "old")
        #expect(!FileManager.default.fileExists(atPath: folder.path("index.html.new")))
    }

    @Test func `after a file that cannot be written no other is`() throws {
        let folder = try TemporaryFolder()
        let key = ContentHash(of: "key")
        try folder.write("in the way", to: "index.html/file")
        let writer = SiteWriter(folder: folder.path)
        let message = "The file cannot be written: Is a directory."
        for path in [SitePath.home, .problems] {
            do throws(Problem) {
                try writer.write("new", to: path, key: key)
                Issue.record("\(path.text) was written")
            } catch {
                #expect(error.message == message)
                #expect(error.file == folder.path("index.html"))
                #expect(error.hint == "Remove the folder that stands in its place, and build again.")
            }
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("problems")))
    }

    @Test func `a link in a file's place is replaced, and its target stays`() async throws {
        let site = try TestSite()
        try await site.build()
        let clean = try await site.cleanBuild()
        for name in ["index.html", "assets/style.css", ".benchfolio", ".benchfolio.journal"] {
            let place = "site/\(name)"
            try site.write("mine", to: "elsewhere")
            if site.exists(place) { site.remove(place) }
            try link(site, place, to: "elsewhere")
            try await site.build()
            #expect(try site.read("elsewhere") == "mine", "\(name)")
            #expect(try differences(site.contents(of: "site"), clean) == [], "\(name)")
            #expect(FileOutput.kind(of: site.path(place)) != .link, "\(name)")
        }
    }

    @Test func `a link to a file with the right bytes is replaced as well`() async throws {
        let site = try TestSite()
        try await site.build()
        try FileManager.default.moveItem(atPath: site.path("site/index.html"), toPath: site.path("elsewhere"))
        try link(site, "site/index.html", to: "elsewhere")
        #expect(try await site.build().written == 1)
        #expect(FileOutput.kind(of: site.path("site/index.html")) == .file)
    }

    @Test(arguments: ["site/runs", run, "site/assets", "site/problems"])
    func `nothing is written through a linked folder`(place: String) async throws {
        let site = try TestSite()
        try await site.build()
        site.remove(place)
        try site.write("mine", to: "elsewhere/file")
        try link(site, place, to: "elsewhere")
        do {
            try await site.build()
            Issue.record("the site was built")
        } catch let failure as TestSite.Failure {
            #expect(failure.problem.file == site.path(place))
            #expect(
                failure.problem.message == "This folder of the site is a symbolic link, and nothing is written through it.")
        }
        #expect(try site.files(in: "elsewhere") == ["file"])
    }

    @Test func `a folder that links to itself is a problem like any linked folder`() async throws {
        let site = try TestSite()
        try await site.build()
        site.remove("site/runs")
        try link(site, "site/runs", to: "site/runs")
        await #expect(throws: TestSite.Failure.self) { try await site.build() }
    }

    @Test func `nothing is removed through a linked folder`() async throws {
        let site = try TestSite()
        try await site.build()
        let page = "vs-base.html"
        try FileManager.default.moveItem(atPath: site.path(Self.run), toPath: site.path("elsewhere"))
        try link(site, Self.run, to: "elsewhere")
        site.remove("archive/\(TinyRun.archive[11].path)")
        let notes = try await site.build().notes
        #expect(site.exists("elsewhere/\(page)"))
        #expect(
            notes.first { $0.file.hasSuffix(page) }?.message
                == "The site no longer has this page, but its file stays: it stands behind a symbolic link.")
    }

    @Test func `the site's own folder may be a link`() async throws {
        let site = try TestSite()
        let clean = try await site.cleanBuild()
        try FileManager.default.createDirectory(atPath: site.path("elsewhere"), withIntermediateDirectories: true)
        try link(site, "site", to: "elsewhere")
        try await site.build()
        #expect(try differences(site.contents(of: "elsewhere"), clean) == [])
    }

    @Test func `the empty folder of a page that is gone already goes with it`() async throws {
        let site = try TestSite()
        try await site.build()
        site.remove("archive/\(TinyRun.archive[11].path)")
        // As if the build had been ended by force between the two.
        for name in try site.files(in: Self.run) { site.remove("\(Self.run)/\(name)") }
        try await site.build()
        #expect(try site.emptyFolders(in: "site") == [])
    }

    // A build that is ended by force between the two would leave an empty folder, which the next one would not know for its own.
    @Test func `a folder is announced before it is made, and what speaks against it holds it back`() throws {
        let folder = try TemporaryFolder()
        let site = SiteFolder(folder.path("site"))
        var announced = 0
        try site.makeRoom(for: "runs/one/index.html") {
            #expect(FileOutput.kind(of: folder.path(announced == 0 ? "site/runs" : "site/runs/one")) == .nothing)
            announced += 1
            return nil
        }
        #expect(announced == 2)
        #expect(FileOutput.kind(of: folder.path("site/runs/one")) == .folder)
        let problem = Problem(.error, file: "journal", "It cannot be written.")
        #expect(throws: problem) { try site.makeRoom(for: "problems/index.html") { problem } }
        #expect(FileOutput.kind(of: folder.path("site/problems")) == .nothing)
    }

    @Test func `the journal knows of a file whose folder cannot be made`() throws {
        let folder = try TemporaryFolder()
        let long = String(repeating: "x", count: 300)
        let writer = SiteWriter(folder: folder.path)
        #expect(throws: Problem.self) { try writer.write("new", to: SitePath("\(long)/index.html"), key: ContentHash(of: "key")) }
        #expect(try folder.read(".benchfolio.journal").contains(long))
    }

    @Test func `an empty folder whose first file was noted and not written goes with the next build`() async throws {
        let site = try TestSite()
        try await site.build()
        let file = Manifest.File(key: ContentHash(of: "key"), content: ContentHash(of: "new"))
        try site.write(file.line("runs/gone/index.html"), to: "site/.benchfolio.journal")
        try FileManager.default.createDirectory(atPath: site.path("site/runs/gone"), withIntermediateDirectories: false)
        try await site.build()
        #expect(try site.emptyFolders(in: "site") == [])
        #expect(!site.exists("site/runs/gone"))
    }

    @Test func `what is noted after a line that was cut off is not lost with it`() throws {
        let folder = try TemporaryFolder()
        let key = ContentHash(of: "key")
        try folder.write("file\tcut off", to: ".benchfolio.journal")
        let writer = SiteWriter(folder: folder.path)
        try writer.write("new", to: .home, key: key)
        #expect(SiteWriter(folder: folder.path).areCurrent([.home], key: key))
    }

    @Test func `a part of a build takes away what a killed one was just writing`() throws {
        let folder = try TemporaryFolder()
        let key = ContentHash(of: "key")
        try SiteWriter(folder: folder.path).write("one", to: .home, key: key)
        // As if that had been ended by force.
        try folder.write("half", to: "index.html.new")
        let writer = SiteWriter(folder: folder.path)
        try writer.write("two", to: .problems, key: key)
        try writer.finishPart()
        #expect(!FileManager.default.fileExists(atPath: folder.path("index.html.new")))
    }

    @Test func `of a page that two interrupted builds were about to change, each version is the tool's own`() throws {
        let folder = try TemporaryFolder()
        let key = ContentHash(of: "key")
        for text in ["one", "two"] {
            let writer = SiteWriter(folder: folder.path)
            try writer.write(text, to: .home, key: key)
            writer.discard()
        }
        #expect(try folder.read("index.html") == "one")
        let last = SiteWriter(folder: folder.path)
        try last.write("other", to: .problems, key: key)
        #expect(try last.finish(fingerprint: key, comparisons: 0, problems: []) == [])
        #expect(!FileManager.default.fileExists(atPath: folder.path("index.html")))
    }
}
