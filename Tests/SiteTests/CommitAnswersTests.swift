import Archive
import Comparisons
import Testing

@testable import Site

/// What a commit's comparisons come down to, in the order in which a reader asks.
@Suite struct CommitAnswersTests {
    private func entries(
        _ pairs: [Pair], _ verdict: (Pair) -> Verdict = { _ in ListedRun.verdict(.same) }
    ) -> [Catalogue.Entry] {
        let runs = pairs.flatMap { [$0.head, $0.base] }
        return ListedRun.catalogue(Array(Set(runs)), pairs: pairs, verdict: verdict).entries
    }

    private func pair(_ label: String, _ nickname: String, flags: String = "", hash: String = "d7159b0") throws -> Pair {
        Pair(
            label: label, head: try ListedRun(nickname: nickname, flags: flags).digest(),
            base: try ListedRun(nickname: nickname, hash: hash).digest())
    }

    @Test func `the merge base comes first even where one machine alone has it`() throws {
        let answers = CommitAnswers(
            entries([
                try pair("3.12.0", "a"), try pair("3.12.0", "b"), try pair("base", "b"), try pair("base", "b", flags: "JIT"),
            ]))
        #expect(
            answers.all.map(\.question) == [
                "Against merge base d7159b0, default build on b", "Against 3.12.0, default build",
                "Against merge base d7159b0, JIT build on b",
            ])
    }

    @Test func `what builds of one commit say of each other comes last`() throws {
        let pairs = try ["a", "b"].flatMap { machine in
            [try pair("base", machine, flags: "JIT", hash: "ccaa69a"), try pair("3.12.0", machine)]
        }
        #expect(
            CommitAnswers(entries(pairs)).all.map(\.question) == [
                "Against 3.12.0, default build", "Against default build of ccaa69a, JIT build",
            ])
    }

    @Test func `of several machines the one that got slower is shown first`() throws {
        let answers = CommitAnswers(
            entries([try pair("base", "a"), try pair("base", "b"), try pair("base", "c")]) {
                ListedRun.verdict(["a": .faster, "b": .slower][$0.head.name.nickname] ?? .same)
            })
        #expect(answers.all.first?.foremost?.pair.head.name.nickname == "b")
        #expect(answers.result?.hasPrefix("Against merge base d7159b0, default build: slower on 1 of 3 machines: b; ") == true)
    }

    @Test func `where the runs of a machine disagree, no mark says what the words do not`() throws {
        let twice = [
            Pair(
                label: "base", head: try ListedRun(nickname: "a", fork: "mpage").digest(),
                base: try ListedRun(nickname: "a", hash: "d7159b0").digest())
        ]
        let pairs = twice + [try pair("base", "a"), try pair("base", "b")]
        let answers = CommitAnswers(entries(pairs) { ListedRun.verdict($0.head.name.fork == "mpage" ? .slower : .same) })
        #expect(
            answers.all.first?.sentence == "no overall change on b; unclear on a; the runs on a disagree")
        #expect(CommitStatus(answers, summary: "", problems: [], url: nil).state == .success)
    }

    @Test func `where no machine has enough benchmarks for an overall result, one that got slower answers for all`() throws {
        let answers = CommitAnswers(
            entries([try pair("base", "a"), try pair("base", "b"), try pair("base", "c")]) {
                ListedRun.verdict(["a": .faster, "c": .slower][$0.head.name.nickname] ?? .same, count: 8)
            })
        #expect(answers.all.map(\.question) == ["Against merge base d7159b0, default build on c"])
        #expect(answers.all.first?.entries.map(\.verdict.word) == [.slower])
    }

    @Test func `nothing compared, nothing said`() {
        #expect(CommitAnswers([]).result == nil)
    }
}
