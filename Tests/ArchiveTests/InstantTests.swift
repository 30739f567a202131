import Archive
import Testing

@Suite struct InstantTests {
    // Expected values are those of `date --utc --date=TEXT +%s`.
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2024-06-05T15:11:43+02:00", 1_717_593_103), ("2024-06-05T15:11:43-07:30", 1_717_627_303),
        ("2024-02-29T23:59:59+00:00", 1_709_251_199), ("2000-02-29T12:00:00Z", 951_825_600),
        ("1969-12-31T23:59:59Z", -1), ("2024-06-05T15:11:43.999+02:00", 1_717_593_103), ("1900-03-01T00:00:00Z", -2_203_891_200),
        ("0001-01-01T00:00:00Z", -62_135_596_800),
    ])
    func `a date and time with its offset is a point in time`(text: String, seconds: Int) {
        #expect(Instant(text)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "2024-06-05", "2024-06-05T15:11:43", "2024-06-05 15:11:43+02:00", "2024-06-05T15:11:43+0200", "2024-13-05T15:11:43Z",
        "2024-00-05T15:11:43Z", "2023-02-29T15:11:43Z", "1900-02-29T00:00:00Z", "2024-04-31T00:00:00Z", "2024-06-00T00:00:00Z",
        "2024-06-05T24:00:00Z", "2024-06-05T15:60:00Z", "2024-06-05T15:11:60Z", "2024-06-05T15:11:43+24:00",
        "2024-06-05T15:11:43Z ", "2024-06-05T15:11:43.Z", "24-06-05T15:11:43Z", "+024-06-05T15:11:43Z", "2024-06-05T15:11:43z",
        "２０２４-06-05T15:11:43Z", "2024-06-05T15:11Z",
    ])
    func `anything else is no point in time`(text: String) { #expect(Instant(text) == nil) }

    @Test func `points in time are compared across offsets`() throws {
        let (early, late) = (
            try #require(Instant("2024-06-05T23:00:00+02:00")), try #require(Instant("2024-06-05T22:00:00+00:00"))
        )
        #expect(early < late)
        #expect(early.isWithin(days: 0, of: early))
        #expect(!early.isWithin(days: 0, of: late))
        #expect(early.isWithin(days: 8, of: try #require(Instant("2024-06-13T21:00:00Z"))))
        #expect(!early.isWithin(days: 8, of: try #require(Instant("2024-06-13T21:00:01Z"))))
    }
}
