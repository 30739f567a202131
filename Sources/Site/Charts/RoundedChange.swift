import Comparisons
import Foundation

/// A benchmark's change, rounded before anything is drawn or written of it, so that noise that nobody can see changes no byte.
///
/// Sizes are ratios in the change's own direction: a head that takes twice the time has the size 2.
struct RoundedChange {
    /// What the change amounts to; nil where the benchmark is not counted.
    let word: VerdictWord?
    /// Whether it is worth another run.
    let isHint: Bool
    /// Whether the ratio is 1 or above.
    let isAbove: Bool
    /// The size, and the ends of the 95 % interval as ratios in the change's direction, in hundredths, for words.
    let hundredths: (size: Int, near: Int, far: Int)
    /// The size in thousandths, for places.
    let size: Int
    /// The end of the 95 % interval away from 1, in thousandths.
    let far: Int
    /// The other end in thousandths; beyond 1, the inverse with a minus.
    let near: Int
    /// The smallest change that could have been seen, in thousandths of the whole.
    let visible: Int

    /// The largest size that is told from larger ones.
    private static let limit = 1e6

    /// Rounds a verdict; a change that is no number counts as none.
    init(_ verdict: BenchmarkVerdict) {
        let estimate = verdict.estimate
        let ratio = exp(Self.logSize(of: estimate))
        let ends = Self.ends(of: estimate)
        word = verdict.word
        isHint = verdict.isHint
        isAbove = !(estimate.logRatio < 0)
        visible = estimate.stepsOfDoubt
        hundredths = (Self.rounded(ratio, 100), ends.near, ends.far)
        size = Self.rounded(ratio, 1000)
        // What is drawn follows from the steps of doubt alone: a place is finer than any number beside it.
        let doubt = 1 + Double(visible) / 1000
        far = Self.rounded(ratio * doubt, 1000)
        near = ratio < doubt ? -Self.rounded(doubt / ratio, 1000) : Self.rounded(ratio / doubt, 1000)
    }

    /// The ends of the 95 % interval in hundredths, in the direction of the change.
    static func ends(of estimate: Estimate) -> (near: Int, far: Int) {
        let (size, halfWidth) = (logSize(of: estimate), estimate.halfWidth.isNaN ? 0 : estimate.halfWidth)
        return (rounded(exp(size - halfWidth), 100), rounded(exp(size + halfWidth), 100))
    }

    private static func logSize(of estimate: Estimate) -> Double { estimate.logRatio.isNaN ? 0 : abs(estimate.logRatio) }

    /// A ratio in parts; a huge one, or what is no number, as the largest.
    private static func rounded(_ ratio: Double, _ parts: Double) -> Int {
        Int(((ratio < limit ? ratio : limit) * parts).rounded())
    }

    /// Changes are drawn in this order: the clear ones, then those without a change, then the unclear, those worth another run first, and
    /// in the end what is not counted; the larger first inside each.
    fileprivate var rank: Int { group << 32 | smallness }

    /// The less, the larger the change; of two that are equal in thousandths that one is larger whose words are.
    fileprivate var smallness: Int { 2 * (Int(RoundedChange.limit) * 1000 - size) + (10 * hundredths.size > size ? 0 : 1) }

    private var group: Int {
        switch word {
        case .faster, .slower: 0
        case .same: 1
        case .unclear: isHint ? 2 : 3
        case nil: 4
        }
    }
}

/// The changes of a comparison's benchmarks, rounded once for all that shows them.
struct RoundedChanges {
    /// What was rounded.
    let verdicts: [BenchmarkVerdict]
    /// The changes, in the same order.
    let all: [RoundedChange]

    /// Rounds verdicts, which stay in their order.
    init(_ verdicts: [BenchmarkVerdict]) {
        self.verdicts = verdicts
        all = verdicts.map(RoundedChange.init)
    }

    /// The name of a benchmark.
    func name(at index: Int) -> String { verdicts[index].benchmark }

    /// Where the changes stand that are drawn first, second and so on; equal ones as they stand.
    ///
    /// One number for each, since a chart is drawn by the thousand: its rank and its index. O(n log n).
    var order: [Int] { sorted(all.indices, by: \.rank) }

    /// Where some of the changes stand, the largest first, whatever their words; equal ones as they stand.
    ///
    /// O(n log n).
    func largestFirst(_ indices: [Int]) -> [Int] { sorted(indices, by: \.smallness) }

    private func sorted(_ indices: some Sequence<Int>, by key: (RoundedChange) -> Int) -> [Int] {
        let keys = indices.map { key(all[$0]) << 28 | $0 }
        return keys.sorted().map { $0 & ((1 << 28) - 1) }
    }
}

/// Finds changes beside a list of benchmarks: both are in code-point order of their names, so one walk pairs them.
struct RoundedChangeWalk {
    private let changes: RoundedChanges
    private var place = 0

    init(_ changes: RoundedChanges) { self.changes = changes }

    /// Where the change of a benchmark stands that comes behind the last one asked for; nil where there is none.
    mutating func index(of benchmark: String) -> Int? {
        while place < changes.all.count, changes.name(at: place).precedes(benchmark) { place += 1 }
        return place < changes.all.count && changes.name(at: place).isSame(as: benchmark) ? place : nil
    }
}

extension HTMLWriter {
    /// A change with its direction: `1.07x faster`; what prints as 1.00x points nowhere.
    mutating func change(_ change: RoundedChange, of quantity: Quantity) {
        decimals(hundredths: change.hundredths.size)
        guard change.hundredths.size > 100 else { return markup("x") }
        markup("x ")
        markup(quantity.side(isAbove: change.isAbove))
    }

    /// A number of hundredths with both decimals: `1.07`.
    mutating func decimals(hundredths: Int) {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        number(whole)
        markup(rest < 10 ? ".0" : ".")
        number(rest)
    }

    /// A number of thousandths of a whole as a share of a hundred with one decimal: `3.2 %`.
    mutating func share(thousandths: Int) {
        let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 10)
        number(whole)
        markup(".")
        number(rest)
        markup("\u{a0}%")
    }
}
