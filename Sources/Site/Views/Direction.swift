import Comparisons

/// Which way a number points: the word for it, its arrow, and by its name the class that colours it.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    case faster, slower, same, unclear

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
