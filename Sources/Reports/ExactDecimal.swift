import Markdown

/// Decimals of a double from its exact value, for the few numbers that quick arithmetic cannot be sure of: ties, negative and huge ones.
///
/// A double is a whole number times a power of two, so its decimals are found with whole numbers alone.
enum ExactDecimal {
    /// Adds `value` with `decimals` decimals; `inf` and `nan` as C writes them.
    static func write(_ value: Double, decimals: Int, to text: inout TextBytes) {
        if value.sign == .minus { text += "-" }
        guard value.isFinite else {
            text += value.isNaN ? "nan" : "inf"
            return
        }
        let digits = digits(value.magnitude, decimals: decimals)
        let padded = Array(repeatElement(0, count: max(0, decimals + 1 - digits.count))) + digits
        for (index, digit) in padded.enumerated() {
            if index == padded.count - decimals { text.append(ascii: ".") }
            text.append(UInt64(digit))
        }
    }

    /// The digits of `value` times a power of ten, rounded to a whole number.
    private static func digits(_ value: Double, decimals: Int) -> [Int] {
        guard value > 0 else { return [0] }
        // The significand as a whole number of 53 bits at most, and what power of two it is to be multiplied by.
        let exponent = max(Int(value.exponentBitPattern), 1) - 1_075
        let significand = value.significandBitPattern | (value.exponentBitPattern == 0 ? 0 : 1 << 52)
        var scaled = UInt128(significand)
        for _ in 0..<decimals { scaled *= 10 }
        if exponent < 0 { return decimal(rounded(scaled, over: -exponent)) }
        return doubled(decimal(scaled), times: exponent)
    }

    /// A whole number over a power of two, rounded half to even.
    private static func rounded(_ number: UInt128, over power: Int) -> UInt128 {
        // The number is below 2^73: 53 bits, and 20 for the power of ten.
        guard power < 80 else { return 0 }
        let (whole, rest, half) = (number >> power, number & ((1 << power) - 1), UInt128(1) << (power - 1))
        return whole + (rest > half || (rest == half && whole & 1 == 1) ? 1 : 0)
    }

    private static func decimal(_ number: UInt128) -> [Int] {
        var (rest, digits) = (number, [Int]())
        repeat {
            digits.append(Int(rest % 10))
            rest /= 10
        } while rest > 0
        return digits.reversed()
    }

    /// Decimal digits of a number times a power of two.
    private static func doubled(_ digits: [Int], times power: Int) -> [Int] {
        var digits = Array(digits.reversed())
        for _ in 0..<power {
            var carry = 0
            for index in digits.indices {
                let sum = digits[index] * 2 + carry
                (digits[index], carry) = (sum % 10, sum / 10)
            }
            if carry > 0 { digits.append(carry) }
        }
        return digits.reversed()
    }
}
