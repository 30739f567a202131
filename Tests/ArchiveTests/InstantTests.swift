import Archive
import Testing

@Suite struct InstantTests {
    // Expected values are those of `date --utc --date=TEXT +%s`.
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2024-06-05T15:11:43+02:00", 1_717_593_103), ("2024-06-05T15:11:43-07:30", 1_717_627_303),
        ("2024-02-29T23:59:59+00:00", 1_709_251_199), ("2000-02-29T12:00:00Z", 951_825_600),
        ("1969-12-31T23:59:59Z", -1), ("2024-06-05T15:11:43.999+02:00", 1_717_593_103), ("1900-03-01T00:00:00Z", -2_203_891_200),
        ("0001-01-01T00:00:00Z", -62_135_596_800), ("2024-06-05 15:11:43.25+02:00", 1_717_593_103),
    ])
    func `a date and time with its offset is a point in time`(text: String, seconds: Int) {
        #expect(Instant(text)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "2024-06-05", "2024-06-05T15:11:43", "2024-06-05  15:11:43+02:00", "2024-06-05_15:11:43Z", "2024-06-05T15:11:43+0200",
        "2024-13-05T15:11:43Z",
        "2024-00-05T15:11:43Z", "2023-02-29T15:11:43Z", "1900-02-29T00:00:00Z", "2024-04-31T00:00:00Z", "2024-06-00T00:00:00Z",
        "2024-06-05T24:00:00Z", "2024-06-05T15:60:00Z", "2024-06-05T15:11:60Z", "2024-06-05T15:11:43+24:00",
        "2024-06-05T15:11:43Z ", "2024-06-05T15:11:43.Z", "24-06-05T15:11:43Z", "+024-06-05T15:11:43Z", "2024-06-05T15:11:43z",
        "２０２４-06-05T15:11:43Z", "2024-06-05T15:11Z",
    ])
    func `anything else is no point in time`(text: String) { #expect(Instant(text) == nil) }

    @Test(arguments: [
        ("2024-06-05", true), ("2024-06-05 17:18:39+02:00", true), ("2024-02-29T", true), ("2023-02-29", false),
        ("2024-6-5", false),
        ("2024-06-051", false), ("2024-06-0", false), ("2024-13-05", false), ("2024-00-05", false), ("2024-06-00", false),
        ("", false), (" 2024-06-05", false), ("yesterday", false), ("20240605", false), ("2024-06-05é", true),
    ])
    func `a text begins with a day or does not`(text: String, isDay: Bool) {
        #expect(Instant.isDay(atStartOf: text) == isDay)
    }

    // Expected values are those of `date --utc --date=@SECONDS +%Y-%m-%dT%H:%M:%SZ`.
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (1_717_593_103, "2024-06-05T13:11:43Z"), (-1, "1969-12-31T23:59:59Z"),
        (951_825_600, "2000-02-29T12:00:00Z"), (951_868_800, "2000-03-01T00:00:00Z"), (1_709_251_199, "2024-02-29T23:59:59Z"),
        (-2_203_891_200, "1900-03-01T00:00:00Z"), (-2_203_891_201, "1900-02-28T23:59:59Z"),
        (1_735_689_599, "2024-12-31T23:59:59Z"), (-62_135_596_800, "0001-01-01T00:00:00Z"),
    ])
    func `a point in time is written in UTC`(seconds: Int, text: String) {
        #expect(Instant(seconds: seconds).text == text)
    }

    @Test func `what four digits of a year cannot say is the first or the last second they can`() {
        #expect(Instant(seconds: 253_402_300_800).text == "9999-12-31T23:59:59Z")
        #expect(Instant(seconds: .max).text == "9999-12-31T23:59:59Z")
        #expect(Instant(seconds: -62_167_219_201).text == "0000-01-01T00:00:00Z")
        #expect(Instant(seconds: .min).text == "0000-01-01T00:00:00Z")
    }

    @Test func `a written point in time reads back as the same one`() {
        for day in stride(from: -40_000, to: 40_000, by: 7) {
            let instant = Instant(seconds: day * 86_400 + 3723)
            #expect(Instant(instant.text) == instant)
        }
    }

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
