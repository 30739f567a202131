import Archive
import Comparisons
import Reports

/// A verdict with its words, and what a page depends on that shows it.
///
/// What a machine's noise is taken for moves a little with every run that an archive gains. A listing depends on what it shows of a doubt
/// and not on its last digit, so that it is made anew only where something is seen. Measured changes are the runs' own.
struct ShownVerdict {
    /// The verdict; what it says of single benchmarks may be left out where only its summary is asked for.
    let verdict: Verdict
    /// The verdict in words.
    let words: VerdictWords
    /// The changes of each benchmark's time.
    let times: RoundedChanges
    /// The changes of its memory; nil where that was not measured.
    let memories: RoundedChanges?

    init(_ verdict: Verdict, _ words: VerdictWords) {
        self.verdict = verdict
        self.words = words
        times = RoundedChanges(verdict.benchmarks)
        memories = verdict.memory.map { RoundedChanges($0.benchmarks) }
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

    /// A hash of all that a report page shows of single benchmarks; their names and measured changes are those of the two runs.
    ///
    /// O(benchmarks), a few bytes each.
    var benchmarksHash: ContentHash {
        var parts: [Int] = []
        parts.reserveCapacity(3 * (times.all.count + (memories?.all.count ?? 0)) + 2)
        for change in times.all { change.add(to: &parts) }
        if let memories, let memory = verdict.memory {
            parts.append(memory.word.number)
            parts.append(memory.overall?.stepsOfDoubt ?? 0)
            for change in memories.all { change.add(to: &parts) }
        }
        return parts.withUnsafeBytes { ContentHash(of: $0) }
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

extension RoundedChange {
    /// Adds everything that is shown of it, besides what the runs say.
    fileprivate func add(to parts: inout [Int]) {
        parts.append(hundredths.near)
        parts.append(hundredths.far)
        parts.append((visible * 8 + (word?.number ?? 0)) * 2 + (isHint ? 1 : 0))
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
