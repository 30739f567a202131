/// Values as they are kept together: each under a key that names all it was made from.
public struct KeyedRecord<Value: ByteCodable & Hashable & Sendable>: ByteCodable, Equatable, Sendable {
    /// The values by their key.
    public var values: [ContentHash: Value]

    /// Makes a record.
    public init(_ values: [ContentHash: Value] = [:]) { self.values = values }

    /// Adds the values to a record.
    @inlinable
    public func write(to writer: inout ByteWriter) {
        writer.write(values.count)
        for (key, value) in values {
            writer.write(key)
            writer.write(value)
        }
    }

    /// Takes values from a record.
    @inlinable
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        let count = try reader.length(ofItemsOf: 16)
        values = Dictionary(minimumCapacity: count)
        for _ in 0..<count {
            let key = try ContentHash(from: &reader)
            values[key] = try Value(from: &reader)
        }
    }
}
