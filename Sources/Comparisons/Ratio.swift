#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif
import Statistics

/// How a head's time compares with its baseline's: baseline time ÷ head time, above 1 where the head is faster.
public struct Ratio: Sendable, Hashable {
    /// Head time ÷ baseline time, which is what the field's reports round from.
    public let slowdown: Double

    /// The ratio of two times.
    public init(baseline: Double, head: Double) { slowdown = head / baseline }

    /// A ratio known by its inverse.
    public init(slowdown: Double) { self.slowdown = slowdown }

    /// Baseline time ÷ head time.
    public var value: Double { 1 / slowdown }

    /// Whether both times are exactly equal.
    public var isOne: Bool { slowdown == 1 }

    /// Whether the head took less time.
    public var isFaster: Bool { slowdown < 1 }

    /// The natural logarithm of ``slowdown``.
    public var logSlowdown: Double { log(slowdown) }

    /// The geometric mean of ratios that are given by their ``logSlowdown``; nil without any.
    ///
    /// O(n).
    public static func mean(ofLogarithms logarithms: [Double]) -> Ratio? {
        GeometricMean.of(logarithms: logarithms).map { Ratio(slowdown: $0) }
    }
}
