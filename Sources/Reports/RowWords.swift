import Comparisons

extension VerdictWord {
    /// The word in a row on a benchmark's time: `faster`, `slower`, `no change over 5 %`, `unclear`.
    public var timeText: String {
        switch self {
        case .faster: "faster"
        case .slower: "slower"
        case .same: "no change over 5 %"
        case .unclear: "unclear"
        }
    }

    /// The word in a row on a benchmark's memory: `less`, `more`, `no change over 1 %`, `unclear`.
    public var memoryText: String {
        switch self {
        case .faster: "less"
        case .slower: "more"
        case .same: "no change over 1 %"
        case .unclear: "unclear"
        }
    }
}
