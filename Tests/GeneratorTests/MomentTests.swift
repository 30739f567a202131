import Testing

@testable import Generator

@Suite struct MomentTests {
    @Test func `a moment is written the three ways the files need`() {
        let moment = Moment(2025, 4, 2, hour: 17, minute: 21, second: 9).later(by: 0.000_042)
        #expect(moment.compactDay == "20250402")
        #expect(moment.gitText == "2025-04-02T17:21:09+00:00")
        #expect(moment.pyperfText == "2025-04-02 17:21:09.000042")
        #expect(moment.bootText == "2025-04-02 17:21:09")
    }

    @Test(arguments: [
        (Moment(2024, 2, 28), "20240229"), (Moment(2024, 2, 29), "20240301"), (Moment(2025, 2, 28), "20250301"),
        (Moment(2024, 12, 31), "20250101"), (Moment(2000, 2, 28), "20000229"), (Moment(1970, 1, 1), "19700102"),
    ])
    func `the day after follows the calendar`(moment: Moment, next: String) {
        #expect(moment.later(by: 86_400).compactDay == next)
    }

    @Test func `seconds are counted from an earlier moment`() {
        #expect(Moment(2025, 1, 1).seconds(since: Moment(2024, 1, 1)) == 366 * 86_400)
    }
}
