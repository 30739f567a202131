import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct SiteIndexTests {
    private func site(_ base: Double, _ head: Double) throws -> TestSite {
        try TestSite([
            TinyRun(ref: "v3.12.6", version: "3.12.6", hash: "a4a2d2b", month: 9, year: 2024, time: base),
            TinyRun(hash: "e21dcee", time: head),
        ])
    }

    @Test func `values at the ends of what is read have figures, and the site is whole`() async throws {
        let site = try site(1e58, 1e-55)
        #expect(try await site.build().problems.filter { $0.severity == .error } == [])
        let index = try site.read("site/data/site.json")
        #expect(index.contains("\"label\":\"3.12.6\""))
        #expect(!index.contains("\"geometricMean\":null"))
        #expect(try await site.build().isUnchanged)
    }

    @Test func `values that would overflow are problems and not figures`() async throws {
        let site = try site(1e300, 1)
        #expect(try await site.build().problems.count { $0.message.contains(" is out of all range; the benchmark `") } == 3)
        #expect(try site.read("site/data/site.json").contains("\"comparisons\":[]"))
    }
}
