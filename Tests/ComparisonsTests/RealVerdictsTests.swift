import Archive
import TestSupport
import Testing

@testable import Comparisons

/// The verdicts on the real archive against those of an independent implementation.
@Suite(.enabled(if: SharedFiles.arePresent, SharedFiles.reason)) struct RealVerdictsTests {
    @Test func `the real archive has exactly the 266 expected verdicts`() async throws {
        let reader = ArchiveReader(root: try SharedFiles.place("archive").path, jobs: 2)
        let configuration = reader.configurations().benchmarks
        let (runs, _) = await reader.digests(of: reader.tree().runs, configuration: configuration)
        let judge = Judge(runs: runs, excludedBenchmarks: configuration.excludedBenchmarks)
        let pairing = Pairing(runs: runs, configuration: configuration)
        var pairs = Dictionary(
            uniqueKeysWithValues: runs.flatMap(pairing.pairs).map { ("\($0.label)\t\($0.head.file)\t\($0.base.file)", $0) })
        for line in try SharedFiles.text("archive/expected/verdicts.tsv").split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t").map(String.init)
            let found = pairs.removeValue(forKey: fields.prefix(3).joined(separator: "\t"))
            let pair = try #require(found)
            try check(judge.verdict(of: pair), cut: judge.timeJudgement(of: pair).cut, fields)
        }
        #expect(pairs.isEmpty)
    }

    private func check(_ verdict: Verdict, cut: Double?, _ fields: [String]) throws {
        let name = Comment(rawValue: fields.prefix(3).joined(separator: " "))
        let overall = try #require(verdict.overall)
        #expect(abs(overall.logRatio - (try #require(Double(fields[3])))) <= 2e-6, name)
        #expect(abs(overall.deviation - (try #require(Double(fields[4])))) <= 2e-6, name)
        #expect(verdict.word.rawValue == fields[5], name)
        let counts = verdict.counts
        #expect(
            [counts.family, counts.faster, counts.slower, counts.same, counts.unclear].map(String.init) == Array(fields[6...10]),
            name)
        if let cut, let expected = Double(fields[11]) {
            #expect(abs(cut - expected) <= 1e-5 * expected, name)
        } else {
            #expect(cut == nil && fields[11] == "none", name)
        }
        #expect((verdict.driver?.benchmark ?? "-") == fields[12], name)
    }
}
