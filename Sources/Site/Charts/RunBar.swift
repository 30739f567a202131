/// One run as the chart of a listing shows it: its overall mean against one baseline.
public struct RunBar: Sendable, Hashable {
    /// What the run is, such as `ccaa69a mpage/restore_load_bearing`.
    public var name: String
    /// The date of its commit.
    public var date: String
    /// Baseline time ÷ head time: more than 1 is faster.
    public var ratio: Double
    /// The direction, which colours it.
    public var direction: Direction
    /// The words for the ratio, such as `1.070x faster`.
    public var label: String
    /// The address of the report, relative to the page.
    public var href: String

    /// Makes a bar.
    public init(name: String, date: String, ratio: Double, direction: Direction, label: String, href: String) {
        self.name = name
        self.date = date
        self.ratio = ratio
        self.direction = direction
        self.label = label
        self.href = href
    }
}
