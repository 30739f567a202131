import Comparisons
import Reports

/// A verdict as far as pages show it: in words, and with doubts that are rounded.
///
/// What a machine's noise is taken for moves a little with every run that an archive gains. A page is made from what it shows and not
/// from the last digit, so that most pages keep their bytes. Measured changes are the runs' own and are not rounded.
struct ShownVerdict {
    /// The verdict in words.
    let words: VerdictWords
    private let verdict: Verdict

    init(_ verdict: Verdict, _ words: VerdictWords) {
        self.verdict = verdict
        self.words = words
    }

    /// The verdict whose numbers pages draw and print.
    ///
    /// O(benchmarks).
    var rounded: Verdict {
        Verdict(
            word: verdict.word, overall: verdict.overall?.shown, overallCount: verdict.overallCount,
            benchmarks: verdict.benchmarks.map(\.shown), counts: verdict.counts, driver: verdict.driver,
            cautions: verdict.cautions,
            memory: verdict.memory.map {
                MemoryVerdict(
                    word: $0.word, overall: $0.overall?.shown, benchmarks: $0.benchmarks.map(\.shown), counts: $0.counts)
            }, machine: verdict.machine)
    }

    /// Adds what a listing shows: the words, and the overall interval as it is drawn.
    func addSummary(to key: inout PageKey) {
        key.add(verdict.word.number)
        key.add(verdict.overall?.stepsOfDoubt ?? 0)
        key.add(words.sentence)
        key.add(words.interval ?? "")
        key.add(words.memory)
        key.add(words.cautions)
        key.add(verdict.machine)
    }

    /// Adds all that a report page shows; the benchmarks' names and measured changes are those of the two runs.
    ///
    /// O(benchmarks), a few bytes each.
    func add(to key: inout PageKey) {
        addSummary(to: &key)
        for index in verdict.benchmarks.indices { key.add(verdict.benchmarks[index].numberShown) }
        guard let memory = verdict.memory else { return }
        key.add(memory.word.number)
        key.add(memory.overall?.stepsOfDoubt ?? 0)
        for index in memory.benchmarks.indices { key.add(memory.benchmarks[index].numberShown) }
    }
}

extension Estimate {
    /// The smallest visible change in steps of 0.1 %, at least one.
    var stepsOfDoubt: Int {
        let steps = (1000 * smallestVisibleChange).rounded()
        return steps < 1e9 ? max(1, Int(steps)) : 1_000_000_000
    }

    /// The same change with its doubt as pages show it: the smallest visible change is a whole number of steps of 0.1 %.
    var shown: Estimate { Estimate(logRatio: logRatio, smallestVisibleChange: Double(stepsOfDoubt) / 1000) }
}

extension BenchmarkVerdict {
    /// The same verdict with its doubt as pages show it.
    fileprivate var shown: BenchmarkVerdict {
        BenchmarkVerdict(benchmark: benchmark, estimate: estimate.shown, word: word, isHint: isHint)
    }

    /// Everything that is shown of it, besides what the runs say, as one number.
    fileprivate var numberShown: Int {
        (estimate.stepsOfDoubt * 8 + (word?.number ?? 0)) * 2 + (isHint ? 1 : 0)
    }
}

extension VerdictWord {
    /// A number by which keys tell the words apart; 0 stands for none.
    fileprivate var number: Int {
        switch self {
        case .faster: 1
        case .slower: 2
        case .same: 3
        case .unclear: 4
        }
    }
}
