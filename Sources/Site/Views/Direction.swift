import Comparisons

/// Which way a number points: the word for it, its arrow, and by its name the class that colours it.
enum Direction: String, Sendable, Hashable, CaseIterable {
    case faster, slower, same, unclear

    /// The direction of a judged change.
    init(_ word: VerdictWord) {
        self =
            switch word {
            case .faster: .faster
            case .slower: .slower
            case .same: .same
            case .unclear: .unclear
            }
    }
}
