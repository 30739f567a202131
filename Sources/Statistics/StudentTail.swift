#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Student's t distribution with 5 degrees of freedom, whose tails are as heavy as those of benchmark noise.
public enum StudentTail {
    /// The probability that |t| is at least |`score`|; 1 where `score` is no number.
    ///
    /// Exact, not a table: p = 1 − (2/π)(θ + sin θ (cos θ + ⅔ cos³ θ)) with θ = atan(|t| ÷ √5). Rounding leaves an absolute error of
    /// about 10⁻¹⁶, so that beyond |t| = 2,000 the result may be 0. O(1).
    ///
    /// Source: M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), formula 26.7.3.
    public static func twoSided(_ score: Double) -> Double {
        guard score.isFinite else { return score.isNaN ? 1 : 0 }
        let tangent = abs(score) / 5.0.squareRoot()
        let cosine = 1 / (1 + tangent * tangent).squareRoot()
        let body = atan(tangent) + tangent * cosine * (cosine + 2.0 / 3 * cosine * cosine * cosine)
        return min(1, max(0, 1 - 2 / Double.pi * body))
    }
}
