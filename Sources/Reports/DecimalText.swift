#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Numbers with a fixed number of decimals, as C's `printf` writes them: rounded to nearest from the exact binary value, and half to
/// even on an exact tie.
public enum DecimalText {
    /// `value` with `decimals` decimals; negative and huge numbers too.
    ///
    /// O(digits).
    public static func text(_ value: Double, decimals: Int) -> String {
        precondition((0..<powers.count).contains(decimals), "from 0 to \(powers.count - 1) decimals")
        return quickText(value, decimals: decimals) ?? printed(value, decimals: decimals)
    }

    private static let powers: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    /// The text where multiplying by a power of ten cannot have moved the value over the middle between two results; that is all but
    /// always so, and several times as fast as `printf`.
    private static func quickText(_ value: Double, decimals: Int) -> String? {
        let scaled = value * powers[decimals]
        guard scaled.sign == .plus, scaled < 1e12 else { return nil }
        let whole = scaled.rounded(.down)
        let rest = scaled - whole
        guard abs(rest - 0.5) > 1e-3 else { return nil }
        let number = UInt64(whole) + (rest > 0.5 ? 1 : 0)
        let power = UInt64(powers[decimals])
        guard decimals > 0 else { return String(number) }
        let (integer, fraction) = number.quotientAndRemainder(dividingBy: power)
        let digits = String(fraction + power)
        return "\(integer).\(digits.dropFirst())"
    }

    private static func printed(_ value: Double, decimals: Int) -> String {
        withVaList([Int32(decimals), value]) { arguments in
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
                let count = vsnprintf(buffer.baseAddress, buffer.count, "%.*f", arguments)
                let bytes = UnsafeRawBufferPointer(buffer).prefix(max(0, min(Int(count), buffer.count - 1)))
                return String(decoding: bytes, as: UTF8.self)
            }
        }
    }
}
