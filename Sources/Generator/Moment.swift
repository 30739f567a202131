/// A point in time of the proleptic Gregorian calendar, in UTC, without a clock and without a time zone database.
struct Moment: Sendable {
    /// Microseconds since the first of January 1970.
    private(set) var microseconds: Int

    /// Midnight or a time of that day.
    init(_ year: Int, _ month: Int, _ day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        // Days from a civil date after Howard Hinnant, "chrono-compatible low-level date algorithms": years start in March.
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
        microseconds = (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000
    }

    /// The moment that many seconds later.
    func later(by seconds: Double) -> Moment {
        var moment = self
        moment.microseconds += Int(seconds * 1_000_000)
        return moment
    }

    /// Seconds since an earlier moment.
    func seconds(since earlier: Moment) -> Double { Double(microseconds - earlier.microseconds) / 1_000_000 }

    /// Year, month and day.
    private var civil: (year: Int, month: Int, day: Int) {
        let days = microseconds / 86_400_000_000 + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// The time of day as `10:13:44`.
    private var clock: String {
        let seconds = microseconds / 1_000_000 % 86_400
        return "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }

    /// The day as `2025-04-02`.
    private var dashedDay: String {
        let day = civil
        return "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
    }

    /// The day as `20250402`, as in a file's name.
    var compactDay: String { dashedDay.filter { $0 != "-" } }

    /// The moment as `2025-04-02T10:13:44+00:00`, as git prints it.
    var gitText: String { "\(dashedDay)T\(clock)+00:00" }

    /// The moment as `2025-04-02 10:13:44.566037`, as pyperf prints it.
    var pyperfText: String { "\(dashedDay) \(clock).\(padded(microseconds % 1_000_000, 6))" }

    /// The moment as `2025-04-02 10:13:44`, as pyperf prints the start of a machine.
    var bootText: String { String(pyperfText.prefix(19)) }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
