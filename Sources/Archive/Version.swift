/// A version of the measured interpreter, such as `3.13.0a5+`, ordered as PEP 440 orders it.
///
/// A trailing `+` marks a build from between two releases. For the order it counts as a further digit `0`, the field's custom:
/// `3.13.0a5+` is `3.13.0a50`, which stands above `3.13.0a6` and below `3.13.0b1`; `3.12.0+` equals `3.12.0`.
/// A text that is no version stands below all versions, by its text.
public struct Version: Sendable, Hashable {
    /// The version as the file's name has it.
    public let text: String
    private let key: Key?

    /// Reads a version; never fails, since the text alone is enough to tell versions apart.
    public init(_ text: String) {
        self.text = text
        key = Key(text)
    }

    /// The first two numbers, where the text is a version.
    public var series: (major: Int, minor: Int)? {
        key.map { ($0.number(0), $0.number(1)) }
    }

    /// Whether the version is an alpha, which is what the main line of development carries.
    public var isAlpha: Bool { key?.phase == .alpha }

    /// The line of development that the version stands on: `main` for an alpha, else the first two numbers, such as `3.12`; a text
    /// that is no version is a line of its own.
    public var line: String {
        if isAlpha { return "main" }
        return series.map { "\($0.major).\($0.minor)" } ?? text
    }

    /// Whether both versions take the same place in the order, as `3.12.0+` and `3.12.0` do.
    public func isLevel(with other: Version) -> Bool {
        !(self < other) && !(other < self)
    }
}

extension Version: Comparable {
    /// Whether `left` was released before `right`.
    public static func < (left: Version, right: Version) -> Bool {
        switch (left.key, right.key) {
        case (let leftKey?, let rightKey?): return leftKey < rightKey
        case (nil, .some): return true
        case (.some, nil): return false
        case (nil, nil): return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
        }
    }
}

extension Version {
    /// What PEP 440 orders by: the release numbers, then the phase and its number, then a post-release's, then a development build's.
    private struct Key: Sendable, Hashable {
        enum Phase: Int, Sendable { case development, alpha, beta, candidate, final }

        let release: [Int]
        let phase: Phase
        let phaseNumber: Int
        /// Below all numbers where there is none.
        let post: Int
        /// Above all numbers where there is none: a development build comes before what it leads to.
        let development: Int

        func number(_ index: Int) -> Int { index < release.count ? release[index] : 0 }

        init?(_ text: String) {
            var text = text
            guard let key = text.withUTF8({ Key(VersionParts($0)) }) else { return nil }
            self = key
        }

        private init?(_ parts: consuming VersionParts) {
            guard let first = parts.number() else { return nil }
            var release = [first]
            while parts.startsNumberBehindPoint {
                guard parts.take("."), let next = parts.number() else { return nil }
                release.append(next)
            }
            self.release = release
            var (phase, phaseNumber) = (Phase.final, 0)
            for (word, found) in [("rc" as StaticString, Phase.candidate), ("a", .alpha), ("b", .beta), ("c", .candidate)]
            where phase == .final && parts.take(word) {
                (phase, phaseNumber) = (found, parts.number() ?? 0)
            }
            let post = parts.take(".post") ? parts.number() ?? 0 : nil
            let development = parts.take(".dev") ? parts.number() ?? 0 : nil
            guard parts.isAtEnd else { return nil }
            if phase == .final, post == nil, development != nil { phase = .development }
            (self.phase, self.phaseNumber) = (phase, phaseNumber)
            (self.post, self.development) = (post ?? -1, development ?? Int.max)
        }

        static func < (left: Key, right: Key) -> Bool {
            for index in 0..<max(left.release.count, right.release.count) where left.number(index) != right.number(index) {
                return left.number(index) < right.number(index)
            }
            if left.phase != right.phase { return left.phase.rawValue < right.phase.rawValue }
            if left.phaseNumber != right.phaseNumber { return left.phaseNumber < right.phaseNumber }
            if left.post != right.post { return left.post < right.post }
            return left.development < right.development
        }
    }
}

/// The text of a version from its start to its end.
///
/// All that it may hold is ASCII. A large letter counts as the small one, a plus as a zero.
private struct VersionParts {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    /// Whether a point and a digit come next.
    var startsNumberBehindPoint: Bool { sign(place) == UInt8(ascii: ".") && digit(place + 1) != nil }

    /// Takes a word if it comes next.
    mutating func take(_ word: StaticString) -> Bool {
        let isNext = (0..<word.utf8CodeUnitCount).allSatisfy { sign(place + $0) == word.utf8Start[$0] }
        if isNext { place += word.utf8CodeUnitCount }
        return isNext
    }

    /// Takes the digits that come next; nil, and nothing is taken, where there are none or they are more than a number holds.
    mutating func number() -> Int? {
        var (end, number) = (place, 0)
        while let digit = digit(end) {
            let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, isStillTooLarge) = tens.addingReportingOverflow(digit)
            if isTooLarge || isStillTooLarge { return nil }
            (number, end) = (sum, end + 1)
        }
        guard end > place else { return nil }
        place = end
        return number
    }

    private func digit(_ place: Int) -> Int? {
        sign(place).flatMap { $0.isASCIIDigit ? Int($0 - UInt8(ascii: "0")) : nil }
    }

    private func sign(_ place: Int) -> UInt8? {
        guard place < bytes.count else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "+"): return UInt8(ascii: "0")
        case let letter where (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter): return letter | 0x20
        case let other: return other
        }
    }
}
