import Testing

@testable import Site

@Suite struct DigitsTests {
    private static func text(_ set: (inout Digits) -> Void) -> String {
        var digits = Digits()
        digits.set(-1234567.891)
        set(&digits)
        var text = "none"
        if !digits.isEmpty { digits.withASCII { text = String(decoding: $0, as: UTF8.self) } }
        return text
    }

    @Test func `a number has the fewest digits that read back as the same number`() {
        let cases: [(Double, String)] = [
            (0, "0"), (1, "1"), (-2.5, "-2.5"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"), (2.5e-5, "2.5e-05"),
            (1e300, "1e+300"), (-1.7976931348623157e308, "-1.7976931348623157e+308"),
            (2.2250738585072014e-308, "2.2250738585072014e-308"), (100, "100"),
        ]
        for (number, expected) in cases { #expect(Self.text { $0.set(number) } == expected) }
    }

    @Test func `what is no number has none`() {
        for number in [Double.nan, .infinity, -.infinity, nil] {
            #expect(Self.text { $0.set(number) } == "none")
            #expect(Self.text { $0.set(rounded: number) } == "none")
        }
        #expect(Self.text { $0.set(thousandths: nil) } == "none")
    }

    @Test func `a rounded number has six decimals at most, and a tiny one all its digits`() {
        let cases: [(Double, String)] = [
            (1.0 / 3, "0.333333"), (-2.0 / 3, "-0.666667"), (1.25, "1.25"), (12, "12"), (0.001, "0.001"), (100, "100"),
            (0.00012345678901, "0.00012345678901"), (1e12 / 3, "333333333333.3333"), (0, "0"), (0.9999999, "1"),
            // Its exact value lies below the middle, and a millionfold it is the middle.
            (739807695.8078965, "739807695.807896"),
        ]
        for (number, expected) in cases { #expect(Self.text { $0.set(rounded: number) } == expected) }
    }

    @Test func `whole numbers and thousandths`() {
        let cases: [(Int, String, String)] = [
            (0, "0", "0"), (7, "7", "0.007"), (-40, "-40", "-0.04"), (1000, "1000", "1"),
            (1_000_000_000, "1000000000", "1000000"),
            (12_340, "12340", "12.34"), (.min, "-9223372036854775808", "-9223372036854775.808"),
        ]
        for (number, whole, thousandths) in cases {
            #expect(Self.text { $0.set(number) } == whole)
            #expect(Self.text { $0.set(thousandths: number) } == thousandths)
        }
    }
}
