import Comparisons
import Reports

/// What a comparison holds against each other, with the words for its changes.
enum Quantity: Sendable, Hashable {
    /// Times: a ratio of baseline ÷ head, above 1 where the head is faster.
    case time
    /// Memory: a ratio of head ÷ baseline, above 1 where the head takes more.
    case memory

    /// The word of a change as a chart and a table say it, `faster` or `no change over 5 %`.
    func words(_ word: VerdictWord) -> String {
        switch self {
        case .time: word.timeText
        case .memory: word.memoryText
        }
    }

    /// The word for ratios above 1, or for those below.
    func side(isAbove: Bool) -> StaticString {
        switch self {
        case .time: isAbove ? "faster" : "slower"
        case .memory: isAbove ? "more" : "less"
        }
    }
}

extension VerdictWord {
    /// The class that colours a change: the word for times.
    var className: StaticString {
        switch self {
        case .faster: "faster"
        case .slower: "slower"
        case .same: "same"
        case .unclear: "unclear"
        }
    }
}
