/// The scatter of numbers whose mean is known to be 0, learnt from few of them and not led astray by wild ones.
public enum RobustDeviation {
    /// The standard deviation by the median of sizes: median |x| ÷ 0.6745, since half of all normal values lie within 0.6745 standard
    /// deviations; nil without values.
    ///
    /// O(n) up to 128 values, O(n log n) beyond. Source: J. W. Tukey, "Exploratory Data Analysis" (1977).
    public static func of(sizes: [Double]) -> Double? {
        median(sizes).map { $0 / 0.6745 }
    }

    /// A variance drawn towards the typical one of its kind, as far as few values speak for it.
    ///
    /// (n s² + w s₀²) ÷ (n + w): `weight` values' worth of belief in the typical deviation.
    ///
    /// Source: the moderated variances of G. K. Smyth, "Linear models and empirical Bayes methods", Statistical Applications in
    /// Genetics and Molecular Biology 3 (2004).
    public static func shrunkenVariance(deviation: Double, count: Int, typical: Double, weight: Double = 10) -> Double {
        (Double(count) * deviation * deviation + weight * typical * typical) / (Double(count) + weight)
    }

    /// The middle value, or the mean of the two middle ones; nil without values.
    ///
    /// O(n) up to 128 values, O(n log n) beyond.
    public static func median(_ values: [Double]) -> Double? {
        // What is no number has no place among numbers: a selection would look for it without end.
        guard values.allSatisfy({ !$0.isNaN }) else { return Summary.Middle(ofSorted: values.sorted())?.median() }
        return Summary.Middle(of: values)?.median()
    }
}
