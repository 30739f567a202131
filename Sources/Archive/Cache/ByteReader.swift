/// Reads a record from its start; never beyond its end, whatever its bytes are.
public struct ByteReader {
    @usableFromInline let bytes: UnsafeRawBufferPointer
    @usableFromInline var at = 0
    private let parts: SharedParts

    /// Reads bytes that stay in place as long as the reader is used.
    ///
    /// - Parameter parts: the parts that this record may share with those before it
    init(_ bytes: UnsafeRawBufferPointer, sharing parts: SharedParts = SharedParts()) {
        self.bytes = bytes
        self.parts = parts
    }

    /// Whether all was read.
    var isAtEnd: Bool { at == bytes.count }

    /// Reads a whole number of eight bytes.
    @inlinable
    public mutating func uint64() throws(DamagedRecord) -> UInt64 {
        let start = try take(8)
        return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }

    /// Reads a whole number of eight bytes.
    @inlinable
    public mutating func int() throws(DamagedRecord) -> Int {
        guard let value = Int(exactly: Int64(bitPattern: try uint64())) else { throw DamagedRecord() }
        return value
    }

    /// Reads a truth value.
    @inlinable
    public mutating func bool() throws(DamagedRecord) -> Bool {
        switch bytes[try take(1)] {
        case 0: return false
        case 1: return true
        default: throw DamagedRecord()
        }
    }

    /// Reads a number.
    @inlinable
    public mutating func double() throws(DamagedRecord) -> Double { Double(bitPattern: try uint64()) }

    /// Reads a text.
    public mutating func string() throws(DamagedRecord) -> String {
        let count = try length(ofItemsOf: 1)
        let start = try take(count)
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<(start + count)]), as: UTF8.self)
    }

    /// Reads a list of numbers.
    public mutating func doubles() throws(DamagedRecord) -> [Double] {
        #if _endian(little)
            return try copied()
        #else
            return try (copied() as [UInt64]).map { Double(bitPattern: UInt64(littleEndian: $0)) }
        #endif
    }

    /// Reads a list of whole numbers of eight bytes each.
    public mutating func ints() throws(DamagedRecord) -> [Int64] { try (copied() as [Int64]).map(Int64.init(littleEndian:)) }

    /// Reads a part that many records have alike; where a record before had the same, that one is taken.
    public mutating func shared<Part: ByteCodable>(_ type: Part.Type = Part.self) throws(DamagedRecord) -> Part {
        let count = try length(ofItemsOf: 1)
        let start = try take(count)
        let source = UnsafeRawBufferPointer(rebasing: bytes[start..<at])
        let hash = ContentHash(of: source)
        if let part = parts.known[hash] as? Part { return part }
        var reader = ByteReader(source, sharing: parts)
        let part = try Part(from: &reader)
        guard reader.isAtEnd else { throw DamagedRecord() }
        parts.known[hash] = part
        return part
    }

    /// A list of numbers of eight bytes, as the record has them.
    private mutating func copied<Number: BitwiseCopyable>() throws(DamagedRecord) -> [Number] {
        let count = try length(ofItemsOf: 8)
        let source = UnsafeRawBufferPointer(rebasing: bytes[try take(count * 8)..<at])
        return [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
            initialized = count
        }
    }

    /// Reads a list.
    @inlinable
    public mutating func list<Item: ByteCodable>(of type: Item.Type = Item.self) throws(DamagedRecord) -> [Item] {
        let count = try length(ofItemsOf: 1)
        var items: [Item] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try Item(from: &self)) }
        return items
    }

    /// Reads a value that may be missing.
    @inlinable
    public mutating func optional<Item: ByteCodable>(_ type: Item.Type = Item.self) throws(DamagedRecord) -> Item? {
        try bool() ? Item(from: &self) : nil
    }

    /// A number of items that the rest of the record has room for.
    @inlinable
    public mutating func length(ofItemsOf size: Int) throws(DamagedRecord) -> Int {
        let count = try int()
        guard count >= 0, count <= (bytes.count - at) / size else { throw DamagedRecord() }
        return count
    }

    @inlinable
    mutating func take(_ count: Int) throws(DamagedRecord) -> Int {
        guard count <= bytes.count - at else { throw DamagedRecord() }
        at += count
        return at - count
    }
}

/// Parts that records had alike, under the hashes of their bytes.
final class SharedParts {
    fileprivate(set) var known: [ContentHash: any Sendable] = [:]
}
