/// What TOML writes without quotes and brackets: numbers, dates, times and truth values.
///
/// Source: https://toml.io/en/v1.0.0.
struct TOMLScalar {
    private var rest: ArraySlice<Unicode.Scalar>

    private init(_ text: ArraySlice<Unicode.Scalar>) { rest = text }

    /// Whether a text is one of these.
    static func isValid(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let forms: [(inout TOMLScalar) -> Bool] = [
            { $0.take("true") || $0.take("false") }, { $0.integer() }, { $0.float() }, { $0.moment() }, { $0.time() },
        ]
        return forms.contains { form in
            var scalar = TOMLScalar(text)
            return form(&scalar) && scalar.rest.isEmpty
        }
    }

    private mutating func integer() -> Bool {
        for (prefix, digits) in [("0x", "0123456789abcdefABCDEF"), ("0o", "01234567"), ("0b", "01")] where take(prefix) {
            return run(of: digits)
        }
        sign()
        return decimal()
    }

    /// A whole number without its sign, which begins with no needless zero.
    private mutating func decimal() -> Bool { take("0") || (rest.first != "_" && run(of: "0123456789")) }

    private mutating func float() -> Bool {
        sign()
        if take("inf") || take("nan") { return true }
        guard decimal() else { return false }
        if take(".") { guard run(of: "0123456789") else { return false } }
        if take("e") || take("E") {
            sign()
            return run(of: "0123456789")
        }
        return true
    }

    /// A date, which a time may follow, with an offset or without.
    private mutating func moment() -> Bool {
        guard digits(4), take("-"), digits(2), take("-"), digits(2) else { return false }
        guard take("T") || take("t") || take(" ") else { return true }
        guard time() else { return false }
        if take("Z") || take("z") { return true }
        return take("+") || take("-") ? digits(2) && take(":") && digits(2) : true
    }

    private mutating func time() -> Bool {
        guard digits(2), take(":"), digits(2), take(":"), digits(2) else { return false }
        if take(".") {
            guard digits(1) else { return false }
            while digits(1) {}
        }
        return true
    }

    private mutating func sign() { _ = take("+") || take("-") }

    /// Digits, with single underscores between them.
    private mutating func run(of digits: String) -> Bool {
        repeat {
            let count = rest.prefix { digits.unicodeScalars.contains($0) }.count
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        } while take("_")
        return true
    }

    /// So many digits.
    private mutating func digits(_ count: Int) -> Bool {
        guard rest.prefix(count).count == count, rest.prefix(count).allSatisfy({ ("0"..."9").contains($0) }) else { return false }
        rest = rest.dropFirst(count)
        return true
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return true
    }
}
