/// A point in time, in whole seconds since the first of January 1970, UTC.
public struct Instant: Sendable, Hashable {
    /// The seconds; below 0 before 1970.
    public let seconds: Int

    /// Makes an instant.
    public init(seconds: Int) { self.seconds = seconds }

    /// Reads a date and time with its offset, `2024-06-05T15:11:43+02:00`, or with `Z`, or with a space for the `T`, as Python's `str`
    /// writes it; nil where the text has any other form, or names a day or a time that there is not.
    ///
    /// Fractions of a second are read over. Neither a locale nor a time zone database has a say.
    public init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        guard let year = Instant.number(&rest, digits: 4), Instant.take("-", &rest),
            let month = Instant.number(&rest, digits: 2), Instant.take("-", &rest),
            let day = Instant.number(&rest, digits: 2), Instant.take("T", &rest) || Instant.take(" ", &rest),
            (1...12).contains(month), (1...Instant.days(in: month, of: year)).contains(day),
            let time = Instant.time(&rest, limits: [24, 60, 60])
        else { return nil }
        if Instant.take(".", &rest) {
            let digits = rest.prefix(while: \.isASCIIDigit)
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(digits.count)
        }
        guard let offset = Instant.offset(&rest), rest.isEmpty else { return nil }
        seconds = Instant.days(year, month, day) * 86_400 + time - offset
    }

    /// Whether a text begins with a day that there is, `2024-06-05`, and goes on, if it does, with no further digit.
    public static func isDay(atStartOf text: String) -> Bool {
        var rest = Array(text.utf8.prefix(11))[...]
        guard let year = number(&rest, digits: 4), take("-", &rest), let month = number(&rest, digits: 2), take("-", &rest),
            let day = number(&rest, digits: 2), (1...12).contains(month), (1...days(in: month, of: year)).contains(day)
        else { return false }
        return rest.first?.isASCIIDigit != true
    }

    /// Whether both lie at most so many days apart.
    public func isWithin(days: Int, of other: Instant) -> Bool { abs(seconds - other.seconds) <= days * 86_400 }
}

extension Instant {
    /// The date and time in UTC as RFC 3339 writes them, `2024-06-05T13:11:43Z`; what lies outside the years 0000 to 9999, which the
    /// form has no room for, is their first or last second.
    public var text: String {
        let seconds = min(max(seconds, Instant.first), Instant.last)
        let time = seconds - 86_400 * Instant.floored(seconds, by: 86_400)
        let date = Instant.date(Instant.floored(seconds, by: 86_400))
        let day = "\(Instant.padded(date.year, 4))-\(Instant.padded(date.month, 2))-\(Instant.padded(date.day, 2))"
        let parts = [time / 3600, time / 60 % 60, time % 60].map { Instant.padded($0, 2) }
        return "\(day)T\(parts.joined(separator: ":"))Z"
    }

    private static let first = -62_167_219_200
    private static let last = 253_402_300_799

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    private static func floored(_ number: Int, by divisor: Int) -> Int {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }

    /// The date of a day since the first of January 1970, after the same source as `days`.
    private static func date(_ day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = floored(shifted, by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

extension Instant: Comparable {
    /// Whether `left` came first.
    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

extension Instant {
    /// Hours, minutes and, where there is a third limit, seconds, as seconds.
    private static func time(_ rest: inout ArraySlice<UInt8>, limits: [Int]) -> Int? {
        var time = 0
        for (index, limit) in limits.enumerated() {
            if index > 0 { guard take(":", &rest) else { return nil } }
            guard let number = number(&rest, digits: 2), number < limit else { return nil }
            time = time * 60 + number
        }
        return limits.count == 2 ? time * 60 : time
    }

    private static func offset(_ rest: inout ArraySlice<UInt8>) -> Int? {
        if take("Z", &rest) { return 0 }
        if take("+", &rest) { return time(&rest, limits: [24, 60]) }
        return take("-", &rest) ? time(&rest, limits: [24, 60]).map { -$0 } : nil
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, digits: Int) -> Int? {
        guard rest.count >= digits else { return nil }
        var number = 0
        for byte in rest.prefix(digits) {
            guard byte.isASCIIDigit else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        rest = rest.dropFirst(digits)
        return number
    }

    private static func take(_ character: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        return month == 2 ? (isLeap ? 29 : 28) : ([4, 6, 9, 11].contains(month) ? 30 : 31)
    }

    /// Days since the first of January 1970, after Howard Hinnant, "chrono-compatible low-level date algorithms": years start in March.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let leaps = shifted >= 0 ? shifted / 4 - shifted / 100 + shifted / 400 : -1
        return shifted * 365 + leaps + dayOfYear - 719_468
    }
}

extension Metadata {
    /// When the commit was made; nil where the file does not say, or not in a way that can be read.
    public var commitInstant: Instant? { commitDate.flatMap { Instant($0) } }
}
