import TestSupport
import Testing

@testable import Archive

/// Records as bytes: what is written is read, and what is not is refused.
@Suite struct RecordBytesTests {
    private static func bytes(_ record: some ByteCodable) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(record)
        return writer.bytes
    }

    /// Reads a record that has to end with its bytes; nil where it is damaged.
    private static func read<Record: ByteCodable>(_ type: Record.Type, _ bytes: [UInt8]) -> Record? {
        bytes.withUnsafeBytes { bytes in
            var reader = ByteReader(bytes)
            do throws(DamagedRecord) {
                let record = try Record(from: &reader)
                return reader.isAtEnd ? record : nil
            } catch {
                return nil
            }
        }
    }

    private static let problems = [
        Problem(.error, file: "a.json", line: 1, column: 2, path: "$.x", "Message \u{1F600}", hint: "Hint"),
        Problem(.warning, file: "", line: nil, column: nil, path: nil, "", hint: nil),
        Problem(.note, file: "\u{0}\n", line: .max, column: .min, "é"),
    ]

    private static let metadata = Metadata([
        Metadata.Entry(key: "b", text: "1"), Metadata.Entry(key: "a", text: ""), Metadata.Entry(key: "é\u{0}", text: "\n"),
    ])

    @Test func `numbers and texts come back to the bit`() {
        for value in [0, 1, -1, Int.max, .min] { #expect(Self.read(Int.self, Self.bytes(value)) == value) }
        for value in [0.0, -0.0, .infinity, .leastNonzeroMagnitude, 0.1, .nan, Double(bitPattern: 0xFFF8_0000_0000_0001)] {
            #expect(Self.read(Double.self, Self.bytes(value))?.bitPattern == value.bitPattern)
        }
        for text in ["", "a", "\u{0}", "e\u{301} é 😀\r\n"] {
            #expect(Self.read(String.self, Self.bytes(text)).map { Array($0.utf8) } == Array(text.utf8))
        }
        #expect(Self.bytes(1) == [1, 0, 0, 0, 0, 0, 0, 0])
        #expect(Self.bytes("ab") == [2, 0, 0, 0, 0, 0, 0, 0, 97, 98])
    }

    @Test func `problems, metadata and hashes come back`() {
        for problem in Self.problems { #expect(Self.read(Problem.self, Self.bytes(problem)) == problem) }
        #expect(Self.read(Metadata.self, Self.bytes(Self.metadata)) == Self.metadata)
        #expect(Self.read(Metadata.self, Self.bytes(Metadata())) == Metadata())
        let hash = ContentHash(high: .max, low: 1)
        #expect(Self.read(ContentHash.self, Self.bytes(hash)) == hash)
        for content in [Optional(Self.metadata), nil] {
            let record = Self.read(
                ContentRecord<Metadata>.self, Self.bytes(ContentRecord(content: content, problems: Self.problems)))
            #expect(record?.content == content)
            #expect(record?.problems == Self.problems)
        }
    }

    @Test func `a record that is cut off or too long is refused`() {
        let bytes = Self.bytes(ContentRecord(content: Self.metadata, problems: Self.problems))
        for length in bytes.indices { #expect(Self.read(ContentRecord<Metadata>.self, Array(bytes[..<length])) == nil) }
        #expect(Self.read(ContentRecord<Metadata>.self, bytes + [0]) == nil)
    }

    @Test func `lengths that the record has no room for are refused`() {
        for count in [-1, Int.min, Int.max, Int.max / 8, 1 << 40, 3] {
            let bytes = Self.bytes(count) + [1, 2]
            #expect(Self.read(String.self, bytes) == nil)
            #expect(Self.read(Metadata.self, bytes) == nil)
            #expect(Self.read(FileHashes.Record.self, bytes) == nil)
            #expect(Self.read(List.self, bytes) == nil)
            #expect(Self.read(Numbers.self, bytes) == nil)
            #expect(Self.read(WholeNumbers.self, bytes) == nil)
            #expect(Self.read(Shared.self, bytes) == nil)
        }
    }

    @Test func `no bytes bring the reader down`() {
        var generator = SeededGenerator(seed: 1)
        let original = Self.bytes(ContentRecord(content: Self.metadata, problems: Self.problems))
        for _ in 0..<4_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 1: bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
                case 2: bytes.removeSubrange(place..<min(place + 9, bytes.count - 1))
                case _: bytes.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], at: place)
                }
            }
            Self.readAll(bytes)
            Self.readAll(
                (0..<Int.random(in: 0..<64, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }

    /// What comes of it matters less than that something does; a record that is read is written as it was.
    private static func readAll(_ bytes: [UInt8]) {
        if let record = read(ContentRecord<Metadata>.self, bytes), let content = record.content {
            #expect(content.entries.count <= bytes.count)
        }
        if let numbers = read(Numbers.self, bytes) { #expect(Self.bytes(numbers) == bytes) }
        if let numbers = read(WholeNumbers.self, bytes) { #expect(Self.bytes(numbers) == bytes) }
        if let shared = read(Shared.self, bytes) { #expect(shared.part.numbers.count <= bytes.count) }
        if let list = read(List.self, bytes) { #expect(list.items.count <= bytes.count) }
        if let hash = read(ContentHash.self, bytes) { #expect(Self.bytes(hash) == bytes) }
        _ = read(FileHashes.Record.self, bytes)
        _ = Problem(record: bytes)
    }

    private struct Numbers: ByteCodable {
        let values: [Double]
        func write(to writer: inout ByteWriter) { writer.write(values) }
        init(from reader: inout ByteReader) throws(DamagedRecord) { values = try reader.doubles() }
    }

    private struct List: ByteCodable {
        let items: [Problem]
        func write(to writer: inout ByteWriter) { writer.write(items) }
        init(from reader: inout ByteReader) throws(DamagedRecord) { items = try reader.list() }
    }

    private struct WholeNumbers: ByteCodable {
        let values: [Int64]
        func write(to writer: inout ByteWriter) { writer.write(values) }
        init(from reader: inout ByteReader) throws(DamagedRecord) { values = try reader.ints() }
        init(_ values: [Int64]) { self.values = values }
    }

    private final class Part: ByteCodable {
        let numbers: [Int64]
        init(_ numbers: [Int64]) { self.numbers = numbers }
        func write(to writer: inout ByteWriter) { writer.write(numbers) }
        init(from reader: inout ByteReader) throws(DamagedRecord) { numbers = try reader.ints() }
    }

    private struct Shared: ByteCodable {
        let part: Part
        init(_ part: Part) { self.part = part }
        func write(to writer: inout ByteWriter) { writer.write(shared: part) }
        init(from reader: inout ByteReader) throws(DamagedRecord) { part = try reader.shared() }
    }

    @Test func `whole numbers come back`() {
        let numbers = [0, 1, -1, Int64.max, .min]
        #expect(Self.read(WholeNumbers.self, Self.bytes(WholeNumbers(numbers)))?.values == numbers)
        #expect(Self.bytes(WholeNumbers([258])) == [1, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0])
    }

    @Test func `a part that records have alike is read once, and never for another`() throws {
        let parts = SharedParts()
        func shared(_ numbers: [Int64]) throws -> Part? {
            try Self.bytes(Shared(Part(numbers))).withUnsafeBytes { bytes in
                var reader = ByteReader(bytes, sharing: parts)
                return try Shared(from: &reader).part
            }
        }
        let (first, other, again) = (try shared([1, 2]), try shared([1, 3]), try shared([1, 2]))
        #expect(first?.numbers == [1, 2])
        #expect(other?.numbers == [1, 3])
        #expect(first === again)
        #expect(first !== other)
    }

    @Test func `a part that does not fill its length is refused`() {
        for (length, rest) in [(17, [0]), (15, []), (24, [0, 0, 0, 0, 0, 0, 0, 0])] as [(Int, [UInt8])] {
            #expect(Self.read(Shared.self, Self.bytes(length) + Self.bytes(WholeNumbers([7])) + rest) == nil)
        }
        #expect(Self.read(Shared.self, Self.bytes(16) + Self.bytes(WholeNumbers([7])))?.part.numbers == [7])
    }
}
