import Archive

/// The values of a run's samples, and how many of them each process gave: what hardly any comparison asks for.
///
/// The values of all samples stand behind each other in one list, and each sample's are cut out of it when they are asked for.
public struct RunValues: Sendable, Hashable {
    private let values: [Double]
    /// How many values each process gave, as ``RunLengths`` has it.
    private let lengths: [Int64]
    /// For each sample where its values end, and then where its pairs of lengths do.
    private let ends: [Int64]

    /// Takes the values of samples.
    ///
    /// O(values).
    init(_ samples: [Sample]) {
        var (values, lengths, ends): ([Double], [Int64], [Int64]) = ([], [], [])
        values.reserveCapacity(samples.reduce(0) { $0 + $1.values.count })
        for sample in samples {
            values.append(contentsOf: sample.values)
            RunLengths.append(sample.valuesPerProcess, to: &lengths)
            ends.append(Int64(values.count))
            ends.append(Int64(lengths.count / 2))
        }
        (self.values, self.lengths, self.ends) = (values, lengths, ends)
    }

    /// Puts lists together; fails where they do not fit each other.
    init(values: [Double], lengths: [Int64], ends: [Int64]) throws(DamagedRecord) {
        (self.values, self.lengths, self.ends) = (values, lengths, ends)
        guard ends.count.isMultiple(of: 2), lengths.count.isMultiple(of: 2) else { throw DamagedRecord() }
        var (value, pair): (Int64, Int64) = (0, 0)
        for index in stride(from: 0, to: ends.count, by: 2) {
            guard ends[index] > value, ends[index] <= values.count, ends[index + 1] >= pair, ends[index + 1] <= lengths.count / 2,
                RunLengths.areSound(lengths[Int(2 * pair)..<Int(2 * ends[index + 1])])
            else { throw DamagedRecord() }
            (value, pair) = (ends[index], ends[index + 1])
        }
        guard value == values.count, 2 * pair == lengths.count else { throw DamagedRecord() }
    }

    /// How many samples there are.
    public var count: Int { ends.count / 2 }

    /// The values of a sample in file order.
    ///
    /// O(values).
    public func values(at index: Int) -> [Double] { Array(values[start(index, 0)..<Int(ends[2 * index])]) }

    /// How many of its values each process gave, in file order.
    ///
    /// O(processes).
    public func valuesPerProcess(at index: Int) -> [Int] {
        RunLengths.numbers(lengths[(2 * start(index, 1))..<(2 * Int(ends[2 * index + 1]))])
    }

    private func start(_ index: Int, _ kind: Int) -> Int { index == 0 ? 0 : Int(ends[2 * (index - 1) + kind]) }
}

extension RunValues: ByteCodable {
    /// Adds the values to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(ends)
        writer.write(lengths)
        writer.write(values)
    }

    /// Takes values from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        let (ends, lengths) = (try reader.ints(), try reader.ints())
        try self.init(values: try reader.doubles(), lengths: lengths, ends: ends)
    }
}
