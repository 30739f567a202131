import Statistics

/// What one measure says of each benchmark of a comparison.
struct Judgement {
    /// The verdicts of all common benchmarks, in the order of their numbers.
    let benchmarks: [BenchmarkVerdict]
    let counts: VerdictCounts
    /// Up to this probability a change is believed; nil where none is.
    let cut: Double?
    /// The estimates of the judged benchmarks.
    let judged: [Estimate]

    /// A run's numbers with the noise of its build.
    struct Side {
        let column: MeasureColumn
        let noise: Noise
    }

    /// A score below this is in no case believed, so its probability need not be known: the limit of a lone test is 2.5706.
    private static let leastScore = 2.57
    /// From this score on a benchmark is worth another run.
    private static let hintScore = 3.0

    /// Judges the benchmarks that both runs hold.
    ///
    /// O(k log k) in the benchmarks that move, O(k) in all.
    ///
    /// - Parameter isExcluded: whether a benchmark is left out of the judgement, in the order of the names
    init(head: Side, base: Side, names: BenchmarkNames, isExcluded: [Bool], measure: Measure) {
        let drafts = Judgement.drafts(head, base, isExcluded, measure)
        var family = 0
        for draft in drafts where draft.isJudged { family += 1 }
        let cut = FalseDiscoveryRate.cut(drafts.compactMap(\.probability), of: family)
        var tally = Tally()
        var (benchmarks, judged): ([BenchmarkVerdict], [Estimate]) = ([], [])
        benchmarks.reserveCapacity(drafts.count)
        judged.reserveCapacity(family)
        for draft in drafts {
            let word = draft.isJudged ? Judgement.word(draft, cut: cut, measure) : nil
            let isHint = word.map { !$0.isClear && abs(draft.score) >= Judgement.hintScore } ?? false
            if let word {
                tally.add(word, isHint: isHint)
                judged.append(draft.estimate)
            }
            benchmarks.append(
                BenchmarkVerdict(benchmark: names.all[draft.benchmark], estimate: draft.estimate, word: word, isHint: isHint))
        }
        (self.benchmarks, self.judged, self.cut, counts) = (benchmarks, judged, cut, tally.counts)
    }

    /// A benchmark before it is known how many others moved.
    private struct Draft {
        let benchmark: Int
        let estimate: Estimate
        let score: Double
        /// How likely noise alone moves it so far; nil where it is not judged, or surely not strange enough.
        let probability: Double?
        let isJudged: Bool
    }

    private static func drafts(_ head: Side, _ base: Side, _ isExcluded: [Bool], _ measure: Measure) -> [Draft] {
        var drafts: [Draft] = []
        drafts.reserveCapacity(min(head.column.benchmarks.count, base.column.benchmarks.count))
        MeasureColumn.forEachCommon(head.column, base.column) { benchmark, left, right in
            let (one, two) = (head.column.mean(at: left), base.column.mean(at: right))
            let variance =
                variance(one.squaredError, head.noise.variances[benchmark])
                + variance(two.squaredError, base.noise.variances[benchmark])
            let estimate = Estimate(
                logRatio: measure.signOfHead * (one.value - two.value), deviation: variance.squareRoot())
            let score = estimate.logRatio / estimate.deviation
            let isJudged = !isExcluded[benchmark]
            let mayBeBelieved = isJudged && abs(score) >= leastScore
            drafts.append(
                Draft(
                    benchmark: benchmark, estimate: estimate, score: score,
                    probability: mayBeBelieved ? StudentTail.twoSided(score) : nil, isJudged: isJudged))
        }
        return drafts
    }

    /// A run that was unsteady in itself is doubted more than the history of its machine asks for; an error that is no number is none.
    private static func variance(_ squaredError: Double, _ variance: Double) -> Double {
        squaredError > variance ? squaredError : variance
    }

    private static func word(_ draft: Draft, cut: Double?, _ measure: Measure) -> VerdictWord {
        let change = abs(draft.estimate.logRatio)
        if let cut, let probability = draft.probability, probability <= cut, change >= measure.leastChange {
            return measure.word(of: draft.estimate.logRatio)
        }
        return change + draft.estimate.halfWidth <= measure.sameWithin ? .same : .unclear
    }

    private struct Tally {
        var (faster, slower, same, unclear, hints) = (0, 0, 0, 0, 0)

        mutating func add(_ word: VerdictWord, isHint: Bool) {
            switch word {
            case .faster: faster += 1
            case .slower: slower += 1
            case .same: same += 1
            case .unclear: unclear += 1
            }
            if isHint { hints += 1 }
        }

        var counts: VerdictCounts {
            VerdictCounts(faster: faster, slower: slower, same: same, unclear: unclear, hints: hints)
        }
    }
}
