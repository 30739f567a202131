import Archive
import Testing

@testable import Reports

// The expected texts are pyperf 2.10's: `pyperf._formatter.format_value("second", v)`, and the same for the other units.
@Suite struct ValueTextTests {
    @Test(arguments: [
        (1234.5, "1234 sec"), (1000, "1000 sec"), (999.5, "1000 sec"), (999.4, "999 sec"), (100, "100 sec"), (99.95, "100.0 sec"),
        (99.94, "99.9 sec"), (10, "10.0 sec"), (9.995, "9.99 sec"), (2.64, "2.64 sec"), (1, "1.00 sec"), (0.9996, "1000 ms"),
        (0.9994, "999 ms"), (0.264, "264 ms"), (0.1, "100 ms"), (0.09996, "100.0 ms"), (0.0264, "26.4 ms"), (0.01, "10.0 ms"),
        (0.009999, "10.00 ms"), (0.00264, "2.64 ms"), (0.001, "1.00 ms"), (0.00099999, "1000 us"), (1e-4, "100 us"),
        (9.9999e-5, "100.0 us"), (2.64e-5, "26.4 us"), (1e-5, "10.0 us"), (1e-6, "1.00 us"), (9.999e-7, "1000 ns"),
        (1.09e-7, "109 ns"),
        (1e-7, "100 ns"), (9.99e-8, "99.9 ns"), (2.51e-8, "25.1 ns"), (1e-8, "10.0 ns"), (9.999e-9, "10.00 ns"),
        (1e-9, "1.00 ns"),
        (9.999e-10, "1.00 ns"), (5e-10, "0.50 ns"), (1e-12, "0.00 ns"),
    ])
    func `seconds have three digits and the unit of the unrounded value`(value: Double, expected: String) {
        #expect(ValueText.text(value, unit: .second) == expected)
    }

    @Test(arguments: [
        (1.0, "1 byte"), (2, "2 bytes"), (1.5, "2 bytes"), (0.4, "0 bytes"), (10239, "10239 bytes"), (10239.6, "10240 bytes"),
        (10240, "10.0 KiB"), (1048576, "1024.0 KiB"), (10485760, "10240.0 KiB"), (10485761, "10.0 MiB"), (1e12, "953674.3 MiB"),
    ])
    func `bytes change unit at ten of the next`(value: Double, expected: String) {
        #expect(ValueText.text(value, unit: .byte) == expected)
    }

    @Test(arguments: [
        (1.0, "1"), (2.5, "2.5"), (9999, "9999"), (10000, "10^4"), (20000, "10^4"), (10001, "10001"), (12345, "12345"),
        (1000000, "10^6"),
        (8192, "8192"), (8193, "8193"), (16384, "2^14"), (1048576, "2^20"), (0.1, "0.1"), (1e-5, "1e-05"),
        (123456.75, "123456.75"),
    ])
    func `whole numbers are cut to a power where they are round`(value: Double, expected: String) {
        #expect(ValueText.text(value, unit: .integer) == expected)
    }
}
