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
    public static func of(_ factors: some Collection<Double>) -> Double? {
        logarithm(ofLogarithms: factors.lazy.map { log($0) }).map { exp($0) }
    }

    /// The geometric mean's natural logarithm, from those of the factors; nil without any.
    ///
    /// O(n).
    public static func logarithm(ofLogarithms logarithms: some Collection<Double>) -> Double? {
        logarithms.isEmpty ? nil : ExactSum.of(logarithms) / Double(logarithms.count)
    }
}
