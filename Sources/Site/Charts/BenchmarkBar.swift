/// One benchmark of a comparison as its chart shows it.
public struct BenchmarkBar: Sendable, Hashable {
    /// The benchmark's name.
    public var name: String
    /// Baseline time ÷ head time: more than 1 is faster.
    public var ratio: Double
    /// Faster or slower are filled in their colour, `same` is a thin grey line, `unclear` is hollow and grey.
    public var direction: Direction
    /// The words at the end of the bar, such as `1.43x faster`.
    public var label: String

    /// Makes a bar; the label says the ratio with two decimals where none is given.
    public init(name: String, ratio: Double, direction: Direction, label: String? = nil) {
        self.name = name
        self.ratio = ratio
        self.direction = direction
        self.label = label ?? RatioText.short(ratio)
    }

    /// Makes a bar that is faster or slower where the difference is significant and unclear where it is not.
    public init(name: String, ratio: Double, isSignificant: Bool) {
        self.init(name: name, ratio: ratio, direction: Direction(ratio: ratio, isSignificant: isSignificant))
    }
}
