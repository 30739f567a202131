/// Bytes of a record in the making: numbers in little-endian order, texts and lists behind their lengths.
///
/// A record is many small pieces, and appending to an array asks a good deal for each. So there is room before there is need, and a piece
/// is a copy into it.
public struct ByteWriter: Sendable {
    @usableFromInline var storage: [UInt8] = []
    /// Where the next piece goes; what stands behind it in the storage is no part of the record.
    @usableFromInline var end = 0

    /// Makes an empty record.
    public init() {}

    /// What was written so far.
    ///
    /// O(bytes).
    public var bytes: [UInt8] { withBytes { Array($0) } }

    /// Hands out what was written so far.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        storage.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<end])) }
    }

    /// The hash of what was written so far.
    public var hash: ContentHash { withBytes { ContentHash(of: $0) } }

    /// Writes a whole number in eight bytes.
    @inlinable
    public mutating func write(_ value: UInt64) {
        if storage.count - end < 8 { grow(8) }
        storage.withUnsafeMutableBytes { $0.storeBytes(of: value.littleEndian, toByteOffset: end, as: UInt64.self) }
        end += 8
    }

    /// Writes a whole number in eight bytes.
    @inlinable
    public mutating func write(_ value: Int) { write(UInt64(bitPattern: Int64(value))) }

    /// Writes a truth value in a byte.
    @inlinable
    public mutating func write(_ value: Bool) {
        if storage.count == end { grow(1) }
        storage[end] = value ? 1 : 0
        end += 1
    }

    /// Writes a number, bit by bit.
    @inlinable
    public mutating func write(_ value: Double) { write(value.bitPattern) }

    /// Writes a text in UTF-8.
    public mutating func write(_ value: String) {
        var value = value
        value.withUTF8 { text in
            write(text.count)
            append(UnsafeRawBufferPointer(text))
        }
    }

    /// Writes a list of numbers.
    ///
    /// O(bytes), and as fast as copying on machines that are little-endian.
    public mutating func write(_ values: [Double]) {
        write(values.count)
        #if _endian(little)
            values.withUnsafeBytes { append($0) }
        #else
            for value in values { write(value) }
        #endif
    }

    /// Writes a list of whole numbers of eight bytes each.
    public mutating func write(_ values: [Int64]) {
        write(values.count)
        #if _endian(little)
            values.withUnsafeBytes { append($0) }
        #else
            for value in values { write(UInt64(bitPattern: value)) }
        #endif
    }

    /// Writes a part that many records have alike, behind its length.
    public mutating func write(shared part: some ByteCodable) {
        let start = end
        write(0)
        part.write(to: &self)
        put(UInt64(end - start - 8), at: start)
    }

    /// Forgets what was written, but not the memory it stands in.
    mutating func removeAll() { end = 0 }

    /// Writes a whole number over eight bytes that were written before.
    mutating func put(_ value: UInt64, at start: Int) {
        storage.withUnsafeMutableBytes { $0.storeBytes(of: value.littleEndian, toByteOffset: start, as: UInt64.self) }
    }

    /// Writes a value of a type that knows how.
    @inlinable
    public mutating func write(_ value: some ByteCodable) { value.write(to: &self) }

    /// Writes a list.
    @inlinable
    public mutating func write(_ values: [some ByteCodable]) {
        write(values.count)
        for value in values { value.write(to: &self) }
    }

    /// Writes a value that may be missing.
    @inlinable
    public mutating func write(_ value: (some ByteCodable)?) {
        write(value != nil)
        if let value { value.write(to: &self) }
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if storage.count - end < bytes.count { grow(bytes.count) }
        storage.withUnsafeMutableBytes { storage in
            UnsafeMutableRawBufferPointer(rebasing: storage[end..<(end + bytes.count)]).copyMemory(from: bytes)
        }
        end += bytes.count
    }

    @usableFromInline
    mutating func grow(_ count: Int) {
        storage += repeatElement(0, count: max(count, storage.count, 1024))
    }
}

/// A value that can stand in a record.
public protocol ByteCodable: Sendable {
    /// Adds the value to a record.
    func write(to writer: inout ByteWriter)
    /// Takes the value from a record; fails where the bytes are no such value.
    init(from reader: inout ByteReader) throws(DamagedRecord)
}

/// Bytes that are not what was written.
public struct DamagedRecord: Error, Sendable, Hashable {
    /// Says that a record is damaged.
    public init() {}
}

extension String: ByteCodable {
    /// Adds the text to a record.
    public func write(to writer: inout ByteWriter) { writer.write(self) }
    /// Takes a text from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) { self = try reader.string() }
}

extension Double: ByteCodable {
    /// Adds the number to a record.
    public func write(to writer: inout ByteWriter) { writer.write(self) }
    /// Takes a number from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) { self = try reader.double() }
}

extension Int: ByteCodable {
    /// Adds the number to a record.
    public func write(to writer: inout ByteWriter) { writer.write(self) }
    /// Takes a number from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) { self = try reader.int() }
}
