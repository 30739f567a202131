import Archive
import Foundation
import TestSupport
import Testing

@testable import Site

/// Builds that end too soon, or that something changes under.
@Suite struct InterruptionTests {
    private static let page = "site/runs/20250312-linux-x86_64-mpage-topic-3.14.0a6-dev-ccaa69a/vs-base.html"

    /// Puts a folder where a page has to go.
    private func obstruct(_ site: TestSite, _ place: String) throws {
        if site.exists(place) { site.remove(place) }
        try site.write("in the way", to: "\(place)/file")
    }

    @Test(arguments: [
        page, "site/index.html", "site/commits/ccaa69a/index.html", "site/assets/script.js", "site/.benchfolio",
    ]) func `a build that could not write a page is made good by the next one`(place: String) async throws {
        let site = try TestSite()
        let clean = try await site.cleanBuild()
        try obstruct(site, place)
        do {
            let outcome = try await site.build()
            #expect(outcome.problems.map(\.message) == ["The file cannot be written: Is a directory."])
        } catch let failure as TestSite.Failure {
            #expect(failure.problem.message == "The file cannot be written: Is a directory.")
        }
        #expect(try site.files(in: "site").filter { $0.hasSuffix(".new") } == [])
        site.remove(place)
        let outcome = try await site.build()
        #expect(!outcome.isUnchanged)
        #expect(try differences(site.contents(of: "site"), clean) == [])
        #expect(try await site.build().isUnchanged)
    }

    @Test func `what an interrupted build has made is not made again`() async throws {
        let site = try TestSite()
        try obstruct(site, "site/index.html")
        await #expect(throws: TestSite.Failure.self) { try await site.build() }
        site.remove("site/index.html")
        let made = try site.stamps(of: "site")
        let outcome = try await site.build()
        // The home page, the problems, the page for what is not there, the four indexes, and the schema of the comparisons.
        #expect(outcome.written == 8)
        let now = try site.stamps(of: "site")
        #expect(made.filter { now[$0.key] != $0.value }.map(\.key) == [".benchfolio.journal"])
    }

    @Test func `pages of an interrupted build go with their run`() async throws {
        let site = try TestSite(Array(TinyRun.archive.dropLast()))
        let clean = try await site.cleanBuild()
        for isFirst in [true, false] {
            if !isFirst { try await site.build() }
            try site.write(TinyRun.archive[11])
            try obstruct(site, "site/index.html")
            await #expect(throws: TestSite.Failure.self) { try await site.build() }
            #expect(site.exists(Self.page))
            site.remove("site/index.html")
            site.remove("archive/\(TinyRun.archive[11].path)")
            try await site.build()
            #expect(try differences(site.contents(of: "site"), clean) == [])
            #expect(try site.emptyFolders(in: "site") == [])
        }
    }

    @Test func `a file that was cut off in the writing is removed`() async throws {
        let site = try TestSite()
        try obstruct(site, "site/index.html")
        await #expect(throws: TestSite.Failure.self) { try await site.build() }
        site.remove("site/index.html")
        // As if the build had been ended by force in the midst of this page.
        try site.write("<!doc", to: "\(Self.page).new")
        site.remove(Self.page)
        site.remove("archive/\(TinyRun.archive[11].path)")
        try await site.build()
        #expect(try differences(site.contents(of: "site"), await site.cleanBuild()) == [])
        #expect(try site.emptyFolders(in: "site") == [])
    }

    @Test func `a journal whose last line was cut off is worth its other lines`() async throws {
        let site = try TestSite()
        let clean = try await site.cleanBuild()
        try obstruct(site, "site/index.html")
        await #expect(throws: TestSite.Failure.self) { try await site.build() }
        site.remove("site/index.html")
        let journal = try site.read("site/.benchfolio.journal")
        for cut in [1, 40, 90, journal.utf8.count] {
            try site.write(String(journal.dropLast(cut)), to: "site/.benchfolio.journal")
            try await site.build()
            #expect(try differences(site.contents(of: "site"), clean) == [])
        }
    }

    @Test func `what was about to be put into place is not taken for what stands there`() async throws {
        let site = try TestSite()
        try await site.build()
        let (page, old) = ("runs/x/index.html", ContentHash(of: "old"))
        let key = ContentHash(of: "key")
        let writer = SiteWriter(folder: site.path("site"))
        try writer.write("old", to: SitePath(page), key: key)
        try writer.finishPart()
        // As if a build had been ended by force while the page's next state stood beside it.
        let next = Manifest.File(key: key, content: ContentHash(of: "next"))
        try site.write(next.line(page), to: "site/.benchfolio.journal")
        let part = SiteWriter(folder: site.path("site"))
        try part.write("other", to: SitePath("other.html"), key: key)
        try part.finishPart()
        #expect(SiteWriter(folder: site.path("site")).known.contents(of: page) == [old])
        // So the page is still the tool's own, and goes when it is due no longer.
        let last = SiteWriter(folder: site.path("site"))
        #expect(try last.finish(fingerprint: key, comparisons: 0, problems: []) == [])
        #expect(!site.exists("site/\(page)"))
    }

    @Test(arguments: ["../victim/notes.txt", "runs/../../victim/notes.txt", "/victim", "runs//x", "..", ".", "runs/.", ""])
    func `a manifest or journal of others removes nothing outside of the site`(path: String) async throws {
        let site = try TestSite()
        try site.write("notes", to: "victim/notes.txt")
        try site.write("notes", to: "victim/notes.txt.new")
        let file = Manifest.File(key: ContentHash(of: "key"), content: ContentHash(of: "notes"))
        try site.write("", to: "site/keep")
        try site.write(file.line(path), to: "site/.benchfolio.journal")
        let manifest = Manifest(
            fingerprint: ContentHash(of: "x"), comparisons: 0, problems: [], lines: [.new(path, file)], of: ManifestLines())
        try site.write(String(decoding: manifest.utf8, as: UTF8.self), to: "site/.benchfolio")
        #expect(Manifest(utf8: manifest.utf8) == nil)
        try await site.build()
        #expect(try site.files(in: "victim") == ["notes.txt", "notes.txt.new"])
    }

    @Test func `a site of which something is missing is made again from the same files`() async throws {
        let site = try TestSite()
        let key = ContentHash(of: "key")
        let writer = SiteWriter(folder: site.path("site"))
        try writer.write("page", to: .home, key: key)
        _ = try writer.finish(fingerprint: nil, comparisons: 0, problems: [])
        let next = SiteWriter(folder: site.path("site"))
        #expect(await next.unchangedSite(fingerprint: key, jobs: 1) == nil)
        #expect(next.areCurrent([.home], key: key))
    }

    @Test func `a run that changes while the site is made is read again by the next build`() async throws {
        let site = try TestSite()
        let archive = ArchiveReader(root: site.path("archive"), jobs: 2)
        let edition = Edition(generator: "test", tool: nil, files: [], assets: [], hashes: archive.hashes)
        let tree = archive.tree()
        _ = await Material(reading: archive, tree: tree)
        var run = TinyRun.archive[11]
        run.time = 7
        try site.write(run)
        let made = await edition.fingerprint(of: tree, in: archive)
        let next = await edition.fingerprint(of: tree, in: ArchiveReader(root: site.path("archive"), jobs: 2))
        #expect(made != next)
    }

    @Test func `a run that is away for a moment is read by the next build`() async throws {
        let site = try TestSite()
        let archive = ArchiveReader(root: site.path("archive"), jobs: 2)
        let edition = Edition(generator: "test", tool: nil, files: [], assets: [], hashes: archive.hashes)
        let tree = archive.tree()
        site.remove("archive/\(TinyRun.archive[11].path)")
        let material = await Material(reading: archive, tree: tree)
        #expect(material.problems.map(\.message).contains("The file cannot be read: No such file or directory."))
        try site.write(TinyRun.archive[11])
        let made = await edition.fingerprint(of: tree, in: archive)
        let next = await edition.fingerprint(of: tree, in: ArchiveReader(root: site.path("archive"), jobs: 2))
        #expect(made != next)
    }

    @Test func `an asset that changes while the site is made is copied again by the next build`() async throws {
        let site = try TestSite()
        func edition() -> Edition {
            Edition(
                generator: "test", tool: nil, files: [], assets: AssetFiles(in: site.path("templates/assets")).all,
                hashes: FileHashes())
        }
        let archive = ArchiveReader(root: site.path("archive"), jobs: 1)
        let early = edition()
        try site.write("body { color: navy }", to: "templates/assets/style.css/0-base.css")
        let made = await early.fingerprint(of: archive.tree(), in: archive)
        let next = await edition().fingerprint(of: archive.tree(), in: archive)
        #expect(made != next)
    }
}
