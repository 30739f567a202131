import Markdown
import Testing

@Suite struct GrowingBytesTests {
    @Test func `pieces of any length stand one after the other, however little room there was`() {
        for capacity in [0, 1, 64, 10_000] {
            var bytes = GrowingBytes(capacity: capacity)
            var expected: [UInt8] = []
            for length in 0..<200 {
                let piece = [UInt8](repeating: UInt8(length), count: length)
                piece.withUnsafeBytes { bytes.append($0) }
                bytes.append(UInt8(ascii: "|"))
                bytes.append("é")
                expected += piece + [0x7C, 0xC3, 0xA9]
            }
            #expect(bytes.count == 20_500)
            #expect(bytes.list == expected)
        }
    }

    @Test func `nothing added is an empty list and an empty text`() {
        let bytes = GrowingBytes(capacity: 10)
        #expect(bytes.list == [])
        #expect(bytes.text == "")
    }
}
