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
        guard !factors.isEmpty else { return nil }
        return exp(ExactSum.of(factors.lazy.map { log($0) }) / Double(factors.count))
    }
}
