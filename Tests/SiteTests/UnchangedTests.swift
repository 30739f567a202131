import Archive
import Foundation
import TestSupport
import Testing

@testable import Site

/// Builds after which nothing, or little, has to be written.
@Suite struct UnchangedTests {
    @Test func `with nothing changed nothing is written and every file keeps its time`() async throws {
        let site = try TestSite()
        let first = try await site.build()
        #expect(first.problems == [])
        #expect(first.files > 60)
        #expect(first.written == first.files)
        let stamps = try site.stamps(of: "site")
        let second = try await site.build()
        #expect(second.isUnchanged)
        #expect(second.files == first.files)
        #expect(try site.stamps(of: "site") == stamps)
    }

    @Test func `new times of all files change nothing`() async throws {
        let site = try TestSite()
        try await site.build()
        let clean = try await site.cleanBuild()
        let date = Date(timeIntervalSince1970: 1_650_000_000)
        for folder in ["archive", "templates", "site"] {
            for name in try site.files(in: folder) { try site.age("\(folder)/\(name)", date) }
        }
        let stamps = try site.stamps(of: "site")
        #expect(try await site.build().isUnchanged)
        #expect(try site.stamps(of: "site") == stamps)
        #expect(try differences(site.contents(of: "site"), clean) == [])
    }

    @Test func `an archive and a site that were copied elsewhere are known again`() async throws {
        let site = try TestSite()
        try await site.build()
        let copy = try TestSite([])
        for name in ["archive", "templates", "tool"] { copy.remove(name) }
        for name in ["archive", "templates", "tool", "site", "cache"] {
            try FileManager.default.copyItem(atPath: site.path(name), toPath: copy.path(name))
        }
        let stamps = try copy.stamps(of: "site")
        #expect(try await copy.build().isUnchanged)
        #expect(try copy.stamps(of: "site") == stamps)
    }

    @Test func `a page of another content is restored, though it has the size and the time of the one that was left`()
        async throws
    {
        let site = try TestSite()
        try await site.build()
        let (place, text) = ("site/index.html", try site.read("site/index.html"))
        let date = Date(timeIntervalSince1970: 1_650_000_000)
        try site.age(place, date)
        #expect(try await site.build().isUnchanged)
        usleep(50_000)
        try site.write(String(repeating: "x", count: text.utf8.count), to: place)
        try site.age(place, date)
        let outcome = try await site.build()
        #expect(!outcome.isUnchanged && outcome.written == 1)
        #expect(try site.read(place) == text)
    }

    @Test func `a page with the stamp that it was left with is not read`() async throws {
        let folder = try TemporaryFolder()
        let key = ContentHash(of: "key")
        let writer = SiteWriter(folder: folder.path)
        try writer.write("old", to: .home, key: key)
        _ = try writer.finish(fingerprint: key, comparisons: 0, problems: [])
        let stamps = try #require(writer.newStamps)
        #expect(await SiteWriter(folder: folder.path, stamps: stamps).unchangedSite(fingerprint: key, jobs: 1) != nil)
        try folder.write("new", to: "index.html")
        #expect(await SiteWriter(folder: folder.path, stamps: stamps).unchangedSite(fingerprint: key, jobs: 1) == nil)
        let others = SiteStamps(manifest: stamps.manifest, stamps: [FileStamp(of: folder.path("index.html"))])
        #expect(await SiteWriter(folder: folder.path, stamps: others).unchangedSite(fingerprint: key, jobs: 1) != nil)
    }

    @Test func `stamps of another manifest are not believed`() async throws {
        let folder = try TemporaryFolder()
        let key = ContentHash(of: "key")
        let writer = SiteWriter(folder: folder.path)
        try writer.write("old", to: .home, key: key)
        _ = try writer.finish(fingerprint: key, comparisons: 0, problems: [])
        let stamps = try #require(writer.newStamps)
        #expect(SiteWriter(folder: folder.path, stamps: stamps).known.stamps == stamps.stamps)
        let others = SiteStamps(manifest: ContentHash(of: "another"), stamps: stamps.stamps)
        let tooFew = SiteStamps(manifest: stamps.manifest, stamps: [])
        for wrong in [others, tooFew] {
            #expect(SiteWriter(folder: folder.path, stamps: wrong).known.stamps == [nil])
        }
        #expect(await SiteWriter(folder: folder.path, stamps: others).unchangedSite(fingerprint: key, jobs: 1) != nil)
    }
}
