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
}
