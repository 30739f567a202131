import Foundation
import Reports
import TestSupport
import Testing

@Suite struct DecimalTextTests {
    @Test(arguments: [
        (0.0, 2, "0.00"), (1, 0, "1"), (1.005, 2, "1.00"), (1.015, 2, "1.01"), (2.675, 2, "2.67"), (0.125, 2, "0.12"),
        (0.375, 2, "0.38"),
        (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (1.0005, 3, "1.000"), (9.995, 2, "9.99"), (99.995, 2, "100.00"),
        (0.999, 2, "1.00"),
        (123456789.125, 2, "123456789.12"), (1e15, 1, "1000000000000000.0"), (1e22, 0, "10000000000000000000000"),
        (-1.005, 2, "-1.00"), (-0.001, 2, "-0.00"), (-0.0, 2, "-0.00"), (0.0000004, 6, "0.000000"), (0.0000006, 6, "0.000001"),
        (4503599627370496.5, 0, "4503599627370496"), (999999999999.5, 0, "1000000000000"), (0.0625, 3, "0.062"),
        (0.1875, 3, "0.188"),
    ])
    func `a number has the text that C gives it`(value: Double, decimals: Int, expected: String) {
        #expect(DecimalText.text(value, decimals: decimals) == expected)
    }

    @Test func `random numbers have printf's text`() {
        var generator = SeededGenerator(seed: 71)
        for _ in 0..<20_000 {
            let decimals = Int.random(in: 0...6, using: &generator)
            let value =
                Double.random(in: 0.1...10, using: &generator) * pow(10, Double(Int.random(in: -9...14, using: &generator)))
            #expect(DecimalText.text(value, decimals: decimals) == String(format: "%.\(decimals)f", value))
            #expect(DecimalText.text(-value, decimals: decimals) == String(format: "%.\(decimals)f", -value))
        }
    }

    @Test func `exact ties, and the numbers beside them, have printf's text`() {
        var generator = SeededGenerator(seed: 72)
        for _ in 0..<5_000 {
            let decimals = Int.random(in: 0...4, using: &generator)
            // Odd multiples of a power of one half lie exactly in the middle between two texts, or close to one.
            let parts = Double(1 << (decimals + 1))
            let tie = Double(Int.random(in: 0...2_000_000, using: &generator) * 2 + 1) / parts
            for value in [tie, tie.nextUp, tie.nextDown] {
                #expect(DecimalText.text(value, decimals: decimals) == String(format: "%.\(decimals)f", value))
            }
        }
    }

    @Test func `decimal middles, which no double hits, have printf's text`() {
        for thousandths in stride(from: 5, to: 40_000, by: 10) {
            let value = Double(thousandths) / 1_000
            #expect(DecimalText.text(value, decimals: 2) == String(format: "%.2f", value))
        }
    }

    @Test(arguments: [Double.greatestFiniteMagnitude, .leastNonzeroMagnitude, .leastNormalMagnitude, .pi * 1e300, .infinity])
    func `the largest and the smallest numbers have printf's text`(value: Double) {
        for decimals in 0...6 { #expect(DecimalText.text(value, decimals: decimals) == String(format: "%.\(decimals)f", value)) }
    }

    @Test func `numbers of all magnitudes have printf's text`() {
        var generator = SeededGenerator(seed: 73)
        for _ in 0..<200_000 {
            let decimals = Int.random(in: 0...6, using: &generator)
            // Any bit pattern, mostly of a magnitude that occurs; `nan` has no sign that C libraries agree on.
            let pattern = UInt64.random(in: 0...UInt64.max, using: &generator)
            let exponent = UInt64.random(in: 0..<10, using: &generator) == 0 ? pattern >> 52 & 0x7FF : 963 + (pattern >> 52) % 120
            let value = Double(bitPattern: pattern & 0x800F_FFFF_FFFF_FFFF | exponent << 52)
            if value.isNaN { continue }
            #expect(DecimalText.text(value, decimals: decimals) == String(format: "%.\(decimals)f", value))
        }
    }
}
