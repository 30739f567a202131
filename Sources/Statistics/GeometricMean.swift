#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The geometric mean.
public enum GeometricMean {
    /// The geometric mean of positive factors; nil without any; exactly 1 where all factors are 1.
    ///
    /// O(n).
    public static func of(_ factors: [Double]) -> Double? { of(logarithms: factors.map { log($0) }) }

    /// The geometric mean of factors whose natural logarithms are known; nil without any.
    ///
    /// O(n).
    public static func of(logarithms: [Double]) -> Double? { logarithm(ofLogarithms: logarithms).map { exp($0) } }

    /// The geometric mean's natural logarithm, from those of the factors; nil without any.
    ///
    /// O(n).
    public static func logarithm(ofLogarithms logarithms: [Double]) -> Double? {
        logarithms.isEmpty ? nil : ExactSum.of(logarithms) / Double(logarithms.count)
    }
}
