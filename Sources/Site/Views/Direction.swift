import Comparisons

/// Which way a number points: the word for it, its arrow, and by its name the class that colours it.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    case faster, slower, same, unclear

    /// The direction of a ratio of baseline time to head time; `isSignificant` false makes it unclear.
    public init(ratio: Double, isSignificant: Bool) {
        self =
            if !isSignificant {
                .unclear
            } else if ratio > 1 {
                .faster
            } else if ratio < 1 {
                .slower
            } else {
                .same
            }
    }

    /// The direction of a judged change.
    public init(_ word: VerdictWord) {
        self =
            switch word {
            case .faster: .faster
            case .slower: .slower
            case .same: .same
            case .unclear: .unclear
            }
    }
}
