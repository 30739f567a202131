/// Bytes of a record in the making: numbers in little-endian order, texts and lists behind their lengths.
public struct ByteWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    /// Makes an empty record.
    public init() {}

    /// Writes a whole number in eight bytes.
    public mutating func write(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Writes a whole number in eight bytes.
    public mutating func write(_ value: Int) { write(UInt64(bitPattern: Int64(value))) }

    /// Writes a truth value in a byte.
    public mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

    /// Writes a number, bit by bit.
    public mutating func write(_ value: Double) { write(value.bitPattern) }

    /// Writes a text in UTF-8.
    public mutating func write(_ value: String) {
        write(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    /// Writes a list of numbers.
    ///
    /// O(bytes), and as fast as copying on machines that are little-endian.
    public mutating func write(_ values: [Double]) {
        write(values.count)
        #if _endian(little)
            values.withUnsafeBytes { bytes.append(contentsOf: $0) }
        #else
            for value in values { write(value) }
        #endif
    }

    /// Writes a list of whole numbers of eight bytes each.
    public mutating func write(_ values: [Int64]) {
        write(values.count)
        #if _endian(little)
            values.withUnsafeBytes { bytes.append(contentsOf: $0) }
        #else
            for value in values { write(UInt64(bitPattern: value)) }
        #endif
    }

    /// Writes a part that many records have alike, behind its length.
    public mutating func write(shared part: some ByteCodable) {
        let start = bytes.count
        write(0)
        part.write(to: &self)
        put(UInt64(bytes.count - start - 8), at: start)
    }

    /// Forgets what was written, but not the memory it stands in.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Writes a whole number over eight bytes that were written before.
    mutating func put(_ value: UInt64, at start: Int) {
        withUnsafeBytes(of: value.littleEndian) { source in
            bytes.withUnsafeMutableBytes {
                UnsafeMutableRawBufferPointer(rebasing: $0[start..<(start + 8)]).copyMemory(from: source)
            }
        }
    }

    /// Writes a value of a type that knows how.
    public mutating func write(_ value: some ByteCodable) { value.write(to: &self) }

    /// Writes a list.
    public mutating func write(_ values: [some ByteCodable]) {
        write(values.count)
        for value in values { value.write(to: &self) }
    }

    /// Writes a value that may be missing.
    public mutating func write(_ value: (some ByteCodable)?) {
        write(value != nil)
        if let value { value.write(to: &self) }
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
