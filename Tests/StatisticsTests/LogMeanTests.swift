import Statistics
import Testing

// Expected values are Python's, such as
// `python3 -c "import math; l=[math.log(m) for m in (1.5, 2.0, 4.0)]; c=sum(l)/3; print(sum((x-c)**2 for x in l)/2/3)"`.
@Suite struct LogMeanTests {
    @Test func `the units are the means of the groups`() {
        let mean = LogMean(of: [1, 2, 2, 2, 3, 5], mean: 2.5, groupSizes: [2, 2, 2])
        #expect(abs(mean.value - 0.9162907318741551) < 1e-15)
        #expect(abs(mean.squaredError - 0.08473555623843854) < 1e-15)
    }

    @Test func `of a single group the values are the units`() {
        let mean = LogMean(of: [1, 2, 4], mean: 7.0 / 3, groupSizes: [3])
        #expect(abs(mean.squaredError - 0.16015100463940046) < 1e-15)
    }

    @Test func `groups without values count for nothing`() {
        #expect(
            LogMean(of: [1, 2, 4], mean: 7.0 / 3, groupSizes: [0, 1, 0, 1, 1])
                == LogMean(of: [1, 2, 4], mean: 7.0 / 3, groupSizes: [1, 1, 1]))
    }

    @Test func `a single value leaves no doubt`() {
        #expect(LogMean(of: [2], mean: 2, groupSizes: [1]) == LogMean(value: 0.6931471805599453, squaredError: 0))
    }

    @Test(arguments: [0.1, 3e-7, 12345.678]) func `equal values leave no doubt`(value: Double) {
        let values = [Double](repeating: value, count: 7)
        #expect(LogMean(of: values, mean: value, groupSizes: [3, 3, 1]).squaredError < 1e-30)
        #expect(LogMean(of: values, mean: value, groupSizes: []).squaredError == 0)
    }

    @Test func `sizes that do not add up make each value a unit`() {
        #expect(
            LogMean(of: [1, 2, 4], mean: 7.0 / 3, groupSizes: [1, 1]).squaredError
                == LogMean(of: [1, 2, 4], mean: 7.0 / 3, groupSizes: []).squaredError)
    }
}
