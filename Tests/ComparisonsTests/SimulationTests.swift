import TestSupport
import Testing

@testable import Comparisons

/// What the judgement is worth, on archives whose truth is known; seeds are fixed, so the shares are the same every time.
@Suite struct SimulationTests {
    @Test func `intervals of 95 percent hold the truth in 93 to 97 percent of cases`() throws {
        var (benchmarks, held, overall, overallHeld) = (0, 0, 0, 0)
        for seed in 0..<6 {
            var archive = SimulatedArchive(seed: UInt64(seed))
            let changes = (0..<90).map { $0.isMultiple(of: 3) ? 0.05 : 0 }
            let (judge, pairs) = try archive.judge(pairs: 25, changes: changes)
            for pair in pairs {
                let verdict = judge.verdict(of: pair)
                for (row, truth) in zip(verdict.benchmarks, changes) {
                    benchmarks += 1
                    held += abs(row.estimate.logRatio - truth) <= row.estimate.halfWidth ? 1 : 0
                }
                let estimate = try #require(verdict.overall)
                overall += 1
                overallHeld += abs(estimate.logRatio - 0.05 / 3) <= estimate.halfWidth ? 1 : 0
            }
        }
        #expect((0.93...0.97).contains(Double(held) / Double(benchmarks)))
        #expect(overallHeld >= overall * 93 / 100)
    }

    @Test func `where nothing changed, fewer than one comparison in twenty names a benchmark, or says that the whole changed`()
        throws
    {
        var (comparisons, withBenchmark, withOverall) = (0, 0, 0)
        for seed in 0..<10 {
            var archive = SimulatedArchive(seed: UInt64(100 + seed))
            let (judge, pairs) = try archive.judge(pairs: 25)
            for pair in pairs {
                let verdict = judge.verdict(of: pair)
                comparisons += 1
                withBenchmark += verdict.counts.clear > 0 ? 1 : 0
                withOverall += verdict.word.isClear ? 1 : 0
            }
        }
        #expect(withBenchmark * 20 < comparisons)
        #expect(withOverall * 20 < comparisons)
    }

    /// The scores that a change needs, by how many of 90 benchmarks move with it: those of a study of a real archive.
    @Test(arguments: [(1, 7.8), (10, 4.7), (45, 3.2)])
    func `a change is clear from the score on that its company allows`(moving: Int, score: Double) throws {
        let deviation = 0.01
        func clear(_ score: Double) throws -> Int {
            let changes = same(score * deviation, moving) + same(0, 90 - moving)
            return try MadeHistory(benchmarks: 90).verdict(base: changes, head: same(0, 90)).counts.clear
        }
        #expect(try clear(score - 0.1) == 0)
        #expect(try clear(score + 0.1) == moving)
    }

    @Test func `large changes are found, and found in the right direction`() throws {
        var (found, turned, count) = (0, 0, 0)
        for seed in 0..<3 {
            var archive = SimulatedArchive(seed: UInt64(200 + seed))
            // Ten benchmarks become slower by nine times the noise of a comparison.
            let changes = archive.deviations.enumerated().map { $0 < 10 ? -9 * 2.0.squareRoot() * $1 : 0 }
            let (judge, pairs) = try archive.judge(pairs: 20, changes: changes)
            for verdict in pairs.map(judge.verdict) {
                let words = verdict.benchmarks.prefix(10).map(\.word)
                count += words.count
                found += words.count { $0 == .slower }
                turned += words.count { $0 == .faster }
            }
        }
        #expect(Double(found) / Double(count) > 0.9)
        #expect(turned == 0)
    }
}
