/// Student's t-test for two samples of equal size, two-sided at 95 %.
///
/// Source of the statistic: Student, "The probable error of a mean", Biometrika 6 (1908), with the pooled variance. The critical
/// values are those of the table in common use, kept as printed, so that a result never differs from the field's reports.
public enum TTest {
    /// What a test says about two means.
    public enum Outcome: Sendable, Hashable {
        /// The test statistic, positive where the first mean is larger.
        case score(Double, isSignificant: Bool)
        /// All values on each side are equal, so that there is no variance to hold a difference against.
        case noVariance
    }

    /// Tests two summaries of equal count; both of one value have no variance.
    ///
    /// O(1).
    public static func outcome(_ first: Summary, _ second: Summary) -> Outcome {
        let count = Double(first.count)
        let freedom = first.count + second.count - 2
        let pooled = freedom > 0 ? (first.squaredDeviations + second.squaredDeviations) / Double(freedom) : 0
        guard pooled > 0 else { return .noVariance }
        let score = (first.mean - second.mean) / (pooled * 2 / count).squareRoot()
        return .score(score, isSignificant: abs(score) >= criticalValue(degreesOfFreedom: freedom))
    }

    /// The value that the statistic must reach; 0 for no degree of freedom.
    public static func criticalValue(degreesOfFreedom: Int) -> Double {
        if degreesOfFreedom < smallTable.count { return smallTable[max(0, degreesOfFreedom)] }
        return largeTable.first { degreesOfFreedom >= $0.from }?.value ?? smallTable[smallTable.count - 1]
    }

    /// For 0 to 30 degrees of freedom.
    private static let smallTable: [Double] = [
        0, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110,
        2.101,
        2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ]

    /// From so many degrees of freedom on, the most first.
    private static let largeTable: [(from: Int, value: Double)] = [
        (200, 1.960), (100, 1.984), (80, 1.990), (60, 2.000), (50, 2.009), (40, 2.021), (31, 2.042),
    ]
}
