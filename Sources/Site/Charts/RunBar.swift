import Comparisons

/// One run as the chart of a listing shows it: its overall mean against one baseline.
struct RunBar: Sendable, Hashable {
    /// What the run is, such as `ccaa69a mpage/restore_load_bearing`.
    var name: String
    /// The date of its commit.
    var date: String
    /// Baseline time ÷ head time: more than 1 is faster.
    var ratio: Double
    /// The word, which colours it.
    var word: VerdictWord
    /// The words for the ratio, such as `1.070x faster`.
    var label: String
    /// The address of the report, relative to the page.
    var href: String
    /// Whether it is of a fork beside the one that the chart follows: it is drawn pale, and is never the newest.
    var isAside = false
}
