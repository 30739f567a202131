#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A ratio known with a doubt: its logarithm and the standard deviation of that, with tails as heavy as Student's t₅.
public struct Estimate: Sendable, Hashable {
    /// The natural logarithm of the ratio.
    public let logRatio: Double
    /// The standard deviation of ``logRatio``.
    public let deviation: Double

    /// The 97.5 % quantile of Student's t with 5 degrees of freedom.
    public static let quantile = 2.5705818366147

    /// Makes an estimate.
    public init(logRatio: Double, deviation: Double) {
        self.logRatio = logRatio
        self.deviation = deviation
    }

    /// Makes an estimate that is known by its smallest visible change.
    public init(logRatio: Double, smallestVisibleChange: Double) {
        self.init(logRatio: logRatio, deviation: log1p(smallestVisibleChange) / Estimate.quantile)
    }

    /// The ratio.
    public var ratio: Double { exp(logRatio) }
    /// Half the length of the 95 % interval of ``logRatio``.
    public var halfWidth: Double { Estimate.quantile * deviation }
    /// The lower end of the ratio's 95 % interval.
    public var lower: Double { exp(logRatio - halfWidth) }
    /// The upper end of the ratio's 95 % interval.
    public var upper: Double { exp(logRatio + halfWidth) }
    /// The smallest change that can be told from none, as a part of the whole: 0.032 is 3.2 %.
    public var smallestVisibleChange: Double { exp(halfWidth) - 1 }
}
