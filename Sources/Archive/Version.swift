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
            var rest = Substring(text.lowercased().replacing("+", with: "0"))
            guard let release = Key.numbers(&rest) else { return nil }
            self.release = release
            var (phase, phaseNumber) = (Phase.final, 0)
            for (word, found) in [("rc", Phase.candidate), ("a", .alpha), ("b", .beta), ("c", .candidate)] {
                guard phase == .final, rest.hasPrefix(word) else { continue }
                rest.removeFirst(word.count)
                (phase, phaseNumber) = (found, Key.number(&rest) ?? 0)
            }
            let post = Key.number(behind: ".post", &rest)
            let development = Key.number(behind: ".dev", &rest)
            guard rest.isEmpty else { return nil }
            if phase == .final, post == nil, development != nil { phase = .development }
            (self.phase, self.phaseNumber) = (phase, phaseNumber)
            (self.post, self.development) = (post ?? -1, development ?? Int.max)
        }

        private static func number(behind word: String, _ rest: inout Substring) -> Int? {
            guard rest.hasPrefix(word) else { return nil }
            rest.removeFirst(word.count)
            return number(&rest) ?? 0
        }

        private static func numbers(_ rest: inout Substring) -> [Int]? {
            guard let first = number(&rest) else { return nil }
            var numbers = [first]
            while rest.first == ".", rest.dropFirst().first?.isNumber == true {
                rest.removeFirst()
                guard let next = number(&rest) else { return nil }
                numbers.append(next)
            }
            return numbers
        }

        private static func number(_ rest: inout Substring) -> Int? {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits) else { return nil }
            rest.removeFirst(digits.count)
            return number
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
