import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct SiteIndexTests {
    @Test func `figures that are no numbers are left out like unknown ones, and the site is whole`() async throws {
        let site = try TestSite([
            TinyRun(ref: "v3.12.6", version: "3.12.6", hash: "a4a2d2b", month: 9, year: 2024, time: 1e300),
            TinyRun(hash: "e21dcee", time: 1e-300),
        ])
        #expect(try await site.build().problems.filter { $0.severity == .error } == [])
        let index = try site.read("site/data/site.json")
        #expect(index.contains("\"label\":\"3.12.6\""))
        #expect(index.contains("\"geometricMean\":null"))
        #expect(try await site.build().isUnchanged)
    }
}
