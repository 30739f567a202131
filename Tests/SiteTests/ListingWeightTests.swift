import Archive
import Comparisons
import Foundation
import Statistics
import Testing

@testable import Site

/// How heavy the pages of long listings are.
@Suite struct ListingWeightTests {
    /// The releases that an archive holds its runs against.
    private static let releases = ["3.10.4", "3.11.0", "3.12.0", "3.13.0", "3.13.1"]

    private static func configuration(_ bases: Int) -> String {
        """
        [bases]
        versions = [\(releases.prefix(bases).map { "\"\($0)\"" }.joined(separator: ", "))]
        compare_to_default = ["JIT", "NOGIL"]

        """
    }

    /// The releases, and runs of three builds of each commit, which is held against the one before it.
    private static func runs(_ count: Int, bases: Int) -> [TinyRun] {
        let bases = releases.prefix(bases).enumerated().map { index, version in
            TinyRun(ref: "v\(version)", version: version, hash: "\(2_000_000 + index)", day: 1, month: 1, time: 1.5, more: 17)
        }
        let heads = (0..<count - bases.count).map { index in
            let commit = index / 3
            return TinyRun(
                ref: count > 200 ? "a_topic_branch_number_\(commit)" : "main", hash: "\(1_000_000 + commit)",
                flags: ["", "JIT", "NOGIL"][index % 3], day: commit % 28 + 1, month: 2 + commit / 28 % 3,
                mergeBase: commit == 0 ? nil : "\(1_000_000 + commit - 1)", time: 1 + Double(index * 7 % 11) / 20, more: 17)
        }
        return bases + heads
    }

    /// The pages of a built site's machines and forks with what they weigh.
    private static func weights(_ site: TestSite) throws -> [String: Int] {
        let pages = try site.contents(of: "site").filter {
            $0.key.hasSuffix(".html") && ($0.key.hasPrefix("machines/") || $0.key.hasPrefix("forks/"))
        }
        return pages.mapValues(\.count)
    }

    @Test func `two hundred runs of three builds with four columns of baselines fit on a page of 150 kB, with their charts`()
        async throws
    {
        let site = try TestSite(Self.runs(200, bases: 2), configuration: Self.configuration(2))
        try await site.build()
        for (page, weight) in try Self.weights(site) { #expect(weight <= 150_000, "\(page)") }
        let page = try site.read("site/machines/linux/index.html")
        let table = try #require(page.split(separator: "<table class=\"listing plain\">").dropFirst().first)
        #expect(table.components(separatedBy: "<tr>").count == 202, "the head, and 200 runs")
        #expect(page.components(separatedBy: "<th scope=\"col\" class=\"number\" data-file=").count == 5)
        #expect(page.components(separatedBy: "<figure class=\"chart\">").count == 12, "no chart is left out")
        #expect(!page.contains("make this page too heavy"))
    }

    @Test func `no page is heavier than 150 kB where rows are longer than that, and no run is lost`() async throws {
        let site = try TestSite(Self.runs(420, bases: 5), configuration: Self.configuration(5))
        try await site.build()
        let weights = try Self.weights(site)
        for (page, weight) in weights { #expect(weight <= 150_000, "\(page)") }
        let listed = try weights.keys.filter { $0.hasPrefix("machines/linux/") }.flatMap { page in
            try site.read("site/\(page)").matches(of: /<th scope="row" class="code"><a href="([^"]+)">/).map { String($0.1) }
        }
        #expect(weights.keys.filter { $0.hasPrefix("machines/linux/") }.count > 2)
        #expect(listed.count == 420)
        #expect(Set(listed).count == 420)
    }

    @Test func `a row is never heavier than it is taken for`() throws {
        let runs = [
            try ListedRun(ref: "v3.12.6", version: "3.12.6", hash: "a4a2d2b").digest(),
            try ListedRun(fork: "a%2dfork_of_someone", ref: "a_long_branch_of/many_words", flags: "JIT,NOGIL").digest(),
            try ListedRun(nickname: "a_machine_with_a_long_name", ref: "x").digest(),
        ]
        let pairs = runs.dropFirst().flatMap { run in
            ["3.12.6", Pair.mergeBaseLabel, Pair.defaultLabel(flag: "JIT")].map { Pair(label: $0, head: run, base: runs[0]) }
        }
        let unclear = Verdict(
            word: .unclear, overall: Estimate(logRatio: 0.01, deviation: 0.05), overallCount: 3, benchmarks: [],
            counts: VerdictCounts(faster: 0, slower: 0, same: 0, unclear: 3, hints: 0), cautions: [], memory: nil,
            machine: "box")
        for verdict in [ListedRun.faster, unclear] {
            let catalogue = ListedRun.catalogue(runs, pairs: Array(pairs), bases: ["3.12.6", "3.13.0"]) { _ in verdict }
            for columns: [RunTable.Column] in [[.branch], [.machine, .ref]] {
                let ofMachine = columns == [.branch]
                for run in runs {
                    let path = SitePath("machines/somewhere/index.html")
                    let table = RunTable(
                        catalogue: catalogue, path: path, columns: [.date] + columns + [.version, .commit, .build], isPlain: true)
                    let row = try #require(
                        table.html([run], caption: "").text.split(separator: "<tbody>\n").last?.split(separator: "\n").first)
                    let weight = RunTable.rowWeight(run, ofMachine: ofMachine, in: catalogue)
                    #expect(row.utf8.count + 1 <= weight, "\(row)")
                    #expect(weight < row.utf8.count + 60, "\(row)")
                }
            }
        }
    }
}
