import Archive
import Comparisons
import Foundation
import Reports
import Testing

/// What is said about the sample archive, which was made so that everything that can be said occurs in it.
@Suite struct SampleVerdictsTests {
    private struct Said {
        let pair: Pair
        let verdict: Verdict

        /// `vultr ccaa69a vs. base`, with the flags behind the commit.
        var name: String {
            let build = [pair.head.name.hash, pair.head.name.flags.text].filter { !$0.isEmpty }.joined(separator: " ")
            return "\(pair.head.name.nickname) \(build) vs. \(pair.label)"
        }
    }

    private static let sample = Task {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Content")
        let reader = ArchiveReader(root: root.path, jobs: 2)
        let configuration = reader.configurations().benchmarks
        let runs = await reader.digests(of: reader.tree().runs, configuration: configuration).runs
        let judge = Judge(runs: runs, excludedBenchmarks: configuration.excludedBenchmarks)
        let comparer = Comparer(excludedBenchmarks: configuration.excludedBenchmarks)
        return runs.flatMap(Pairing(runs: runs, configuration: configuration).pairs)
            .filter { comparer.problem(of: $0) == nil }
            .map { Said(pair: $0, verdict: judge.verdict(of: $0)) }
    }

    private func verdict(_ name: String) async throws -> Verdict {
        try #require(await Self.sample.value.first { $0.name == name }, "\(name)").verdict
    }

    @Test(arguments: [
        ("vultr ccaa69a vs. 3.12.6", "1.07x faster overall (1.05x to 1.09x): 45 of 81 benchmarks faster, 20 slower."),
        (
            "vultr 0d02ba1 NOGIL vs. 3.12.6",
            "1.15x slower overall (1.05x to 1.26x): 1 of 24 benchmarks slower, 0 faster. "
                + "2 more moved by over 3 times their noise: worth another run."
        ),
        (
            "macmini d7159b0 vs. base",
            "No change: the overall mean is within 2 % for certain and none of 24 benchmarks clearly changed."
        ),
        ("macmini 4f09fd9 vs. base", "No overall change (within 2 %), but 4 of 24 benchmarks moved: 2 faster, 2 slower."),
        ("vultr ccaa69a vs. base", "No clear change: 1.00x measured, but runs of the same code on vultr differ by up to 2.0 %."),
        (
            "vultr d7159b0 NOGIL vs. base",
            "No clear change: 1.07x slower measured, but runs of the same code on vultr differ by up to 13.2 %."
        ),
        (
            "vultr ccaa69a vs. 3.13.0",
            "No clear overall change (1.01x faster measured, ± 2.0 %), but 14 of 24 benchmarks moved: 8 faster, 6 slower."
        ),
        ("vultr 24519a9 vs. base", "Nothing to judge: no benchmark in common that is not excluded."),
        (
            "vultr 0d5e691 vs. base",
            "No overall figure (the two runs hold different numbers of values), but 4 of 24 benchmarks moved: "
                + "4 faster, 0 slower. 1 more moved by over 3 times its noise: worth another run."
        ),
        (
            "vultr 3c71ebd vs. base",
            "1.13x slower overall (1.11x to 1.15x): 1 of 24 benchmarks slower, 0 faster. "
                + "Without telco there would be no overall change."
        ),
        (
            "vultr 3c71ebd vs. 3.12.6",
            "1.11x slower overall (1.09x to 1.13x): 6 of 24 benchmarks slower, 12 faster. "
                + "Without telco the overall result would be the opposite."
        ),
        ("vultr 34058fd vs. 3.12.6", "1.46x faster overall (1.40x to 1.51x): the only benchmark in common is faster."),
    ])
    func `each sentence stands somewhere in the sample`(name: String, sentence: String) async throws {
        #expect(VerdictSentence(try await verdict(name)).text == sentence)
    }

    @Test(arguments: [
        (
            "macmini ee1e287 vs. base", "C1",
            "Unsteady run: 20 % of the benchmarks of the head varied 3 times more than usual on macmini."
        ),
        (
            "macmini 0d02ba1 vs. base", "C1",
            "Unsteady run: 20 % of the benchmarks of the base varied 3 times more than usual on macmini."
        ),
        (
            "winbox d7159b0 vs. base", "C2",
            "No history of this machine yet: a noise of 1 % per benchmark is assumed."
        ),
        (
            "vultr d7159b0 NOGIL vs. base", "C3",
            "Builds like this differ by up to 13 % from one to the next on vultr: only large changes mean something."
        ),
        ("vultr 34058fd vs. base", "C4", "Only 1 benchmark in common: this is not an overall result."),
        (
            "macmini cd61d5c vs. base", "C5",
            "The operating system changed between the two runs: macOS-15.3-arm64-arm-64bit-Mach-O → "
                + "macOS-15.4-arm64-arm-64bit-Mach-O. That alone has moved results by 2 %."
        ),
        ("vultr 3c71ebd vs. base", "C6", "Without telco there would be no overall change."),
    ])
    func `each caution stands somewhere in the sample`(name: String, code: String, text: String) async throws {
        let verdict = try await verdict(name)
        #expect(verdict.cautions.map(\.code) == [code])
        #expect(CautionText.texts(verdict) == [text])
    }

    @Test(arguments: [
        ("vultr ccaa69a vs. 3.12.6", "Memory: 13.1 % more (12.8 to 13.3 %), 81 of 81 benchmarks."),
        ("macmini a4a2d2b vs. 3.13.0", "Memory: 5.4 % less (5.3 to 5.5 %), 24 of 24 benchmarks."),
        ("vultr ccaa69a vs. base", "Memory: no change over 1 %."),
        ("winbox d7159b0 vs. base", "Memory: not measured on this machine."),
        ("vultr 24519a9 vs. base", "Memory: nothing to judge."),
    ])
    func `each sentence on memory that was measured, or could not be, stands somewhere in the sample`(
        name: String, sentence: String
    ) async throws {
        let text = MemorySentence.text(try await verdict(name))
        #expect(text == sentence)
    }

    @Test func `each word occurs, for benchmarks and for whole comparisons, and some benchmarks are worth another run`() async {
        let verdicts = await Self.sample.value.map(\.verdict)
        #expect(Set(verdicts.map(\.word)) == Set(VerdictWord.allCases))
        #expect(Set(verdicts.flatMap(\.benchmarks).map(\.word)) == Set(VerdictWord.allCases.map(Optional.some) + [nil]))
        #expect(verdicts.contains { $0.benchmarks.contains { $0.isHint && $0.word == .unclear } })
    }
}
