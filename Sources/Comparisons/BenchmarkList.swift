import Archive

/// The benchmarks of a run in file order: names, tags and units.
///
/// Runs of one suite have the same list, so it is one reference, which they share; it never changes.
final class BenchmarkList: Sendable {
    let names: [String]
    let tags: [[String]]
    let units: [Sample.Unit]
    /// Where each name stands.
    let positions: [String: Int]

    init(names: [String], tags: [[String]], units: [Sample.Unit]) {
        self.names = names
        self.tags = tags
        self.units = units
        positions = Dictionary(zip(names, names.indices)) { first, _ in first }
    }
}

extension BenchmarkList: Equatable {
    static func == (left: BenchmarkList, right: BenchmarkList) -> Bool {
        left === right || (left.names == right.names && left.tags == right.tags && left.units == right.units)
    }
}

extension BenchmarkList: ByteCodable {
    /// Adds the list to a record.
    func write(to writer: inout ByteWriter) {
        writer.write(names.count)
        for index in names.indices {
            writer.write(names[index])
            writer.write(tags[index])
            writer.write(units[index].name)
        }
    }

    /// Takes a list from a record.
    convenience init(from reader: inout ByteReader) throws(DamagedRecord) {
        var (names, tags, units): ([String], [[String]], [Sample.Unit]) = ([], [], [])
        for _ in 0..<max(0, try reader.int()) {
            names.append(try reader.string())
            tags.append(try reader.list())
            units.append(Sample.Unit(name: try reader.string()))
        }
        self.init(names: names, tags: tags, units: units)
    }
}
