#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The standard normal distribution.
public enum NormalDistribution {
    /// The probability of a value below `z`, by a polynomial with an error below 8.3e-8.
    ///
    /// Source: M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), formula 26.2.17. The approximation, and
    /// not the exact function, is what the field's reports print. Their second coefficient is kept too: the handbook's is
    /// -0.356563782, with an error below 7.5e-8.
    public static func cumulative(_ z: Double) -> Double {
        let k = 1 / (1 + 0.2316419 * abs(z))
        let polynomial = 0.31938153 + k * (-0.356563728 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429)))
        let tail = exp(-z * z / 2) / (2 * Double.pi).squareRoot() * k * polynomial
        return z > 0 ? 1 - tail : tail
    }
}
