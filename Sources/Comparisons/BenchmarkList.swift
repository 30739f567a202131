import Archive

/// The benchmarks of a run in file order: names, tags and units.
///
/// Runs of one suite have the same list, so it is one reference, which they share; it never changes.
final class BenchmarkList: Sendable {
    let names: [String]
    let tags: [[String]]
    let units: [Sample.Unit]

    init(names: [String], tags: [[String]], units: [Sample.Unit]) {
        self.names = names
        self.tags = tags
        self.units = units
    }
}

extension BenchmarkList: Equatable {
    static func == (left: BenchmarkList, right: BenchmarkList) -> Bool {
        left === right
            || (isSame(left.names, right.names) && left.tags.elementsEqual(right.tags, by: isSame) && left.units == right.units)
    }
}

extension BenchmarkList {
    /// What tells one benchmark from another: a name whose values count another thing now names another benchmark.
    struct Identity: Hashable {
        let name: ExactText
        let unit: Sample.Unit
    }

    /// What each benchmark is told by.
    var identities: [Identity] { zip(names, units).map { Identity(name: ExactText($0), unit: $1) } }

    /// Whether both lists are of the same code points.
    private static func isSame(_ left: [String], _ right: [String]) -> Bool {
        left.elementsEqual(right) { $0.isSame(as: $1) }
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

/// The lists of an archive's runs, which are few.
struct BenchmarkLists {
    private var all: [ContentHash: BenchmarkList] = [:]
    /// What was asked for, each with the first list like it: a list that nobody held any more could leave its place to another.
    private var known: [ObjectIdentifier: (asked: BenchmarkList, first: BenchmarkList)] = [:]

    /// The first list that is like this one.
    ///
    /// O(1) for a list that was asked for before, O(benchmarks) for others, however many lists there are.
    mutating func shared(_ list: BenchmarkList) -> BenchmarkList {
        if let known = known[ObjectIdentifier(list)] { return known.first }
        var writer = ByteWriter()
        list.write(to: &writer)
        let hash = writer.hash
        let first = all[hash] ?? list
        all[hash] = first
        known[ObjectIdentifier(list)] = (list, first)
        return first
    }
}
