import Markdown

/// Decimals of a double from its exact value, for the few numbers that quick arithmetic cannot be sure of: ties and huge ones.
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

    /// `value` times a power of ten, rounded to a whole number, which is below 2^63.
    static func scaled(_ value: Double, decimals: Int) -> Int {
        let (number, exponent) = parts(value.magnitude, decimals: decimals)
        let magnitude = Int(exponent < 0 ? rounded(number, over: -exponent) : number << exponent)
        return value.sign == .minus ? -magnitude : magnitude
    }

    /// The digits of `value` times a power of ten, rounded to a whole number.
    private static func digits(_ value: Double, decimals: Int) -> [Int] {
        let (number, exponent) = parts(value, decimals: decimals)
        return exponent < 0 ? decimal(rounded(number, over: -exponent), times: 0) : decimal(number, times: exponent)
    }

    /// A power of ten times the significand, which is a whole number of 53 bits at most, and what power of two that is to be multiplied by.
    private static func parts(_ value: Double, decimals: Int) -> (number: UInt128, exponent: Int) {
        let significand = value.significandBitPattern | (value.exponentBitPattern == 0 ? 0 : 1 << 52)
        var number = UInt128(significand)
        for _ in 0..<decimals { number *= 10 }
        return (number, max(Int(value.exponentBitPattern), 1) - 1_075)
    }

    /// A whole number over a power of two, rounded half to even.
    private static func rounded(_ number: UInt128, over power: Int) -> UInt128 {
        // The number is below 2^73: 53 bits, and 20 for the power of ten.
        guard power < 80 else { return 0 }
        let (whole, rest, half) = (number >> power, number & ((1 << power) - 1), UInt128(1) << (power - 1))
        return whole + (rest > half || (rest == half && whole & 1 == 1) ? 1 : 0)
    }

    /// Decimal digits of a number times a power of two.
    private static func decimal(_ number: UInt128, times power: Int) -> [Int] {
        // Nine digits at a time, the last ones first, and 2^29 at a time: no product passes 63 bits.
        let group = 1_000_000_000
        var groups: [Int] = []
        var rest = number
        repeat {
            groups.append(Int(rest % UInt128(group)))
            rest /= UInt128(group)
        } while rest > 0
        for start in stride(from: 0, to: power, by: 29) {
            var carry = 0
            for index in groups.indices {
                (carry, groups[index]) = (groups[index] << min(29, power - start) + carry).quotientAndRemainder(dividingBy: group)
            }
            if carry > 0 { groups.append(carry) }
        }
        return digits(of: groups)
    }

    private static func digits(of groups: [Int]) -> [Int] {
        var digits: [Int] = []
        for group in groups {
            var rest = group
            for _ in 0..<9 {
                digits.append(rest % 10)
                rest /= 10
            }
        }
        while digits.count > 1, digits.last == 0 { digits.removeLast() }
        return digits.reversed()
    }
}
