/// What the metadata of a benchmark or of the whole document say about values.
struct PyperfMetadata {
    let name: JSONElement
    let tags: JSONElement
    let unit: JSONElement
    let commandPeak: JSONElement
    let processPeak: JSONElement

    static let keys: [StaticString] = ["name", "tags", "unit", "command_max_rss", "mem_max_rss"]

    /// The metadata of the whole document.
    init(of metadata: JSONElement) {
        name = metadata["name"]
        tags = metadata["tags"]
        unit = metadata["unit"]
        commandPeak = metadata["command_max_rss"]
        processPeak = metadata["mem_max_rss"]
    }

    /// The metadata of a row whose columns from `first` on are ``keys``.
    init(_ row: JSONRow, from first: Int) {
        name = row[first]
        tags = row[first + 1]
        unit = row[first + 2]
        commandPeak = row[first + 3]
        processPeak = row[first + 4]
    }

    /// The one reading of memory that stands here, where there is one.
    var memory: MemoryReadings? {
        if let peak = commandPeak.number, PyperfProcesses.range.contains(peak) {
            return MemoryReadings(command: [peak], process: [])
        }
        if let peak = processPeak.number, PyperfProcesses.range.contains(peak) {
            return MemoryReadings(command: [], process: [peak])
        }
        return nil
    }
}

/// One benchmark of the document, with what it inherits.
struct PyperfBenchmark {
    /// One element for each worker process.
    let processes: JSONElement
    let own: PyperfMetadata
    let root: PyperfMetadata
    /// Whether the benchmark has metadata of its own.
    let hasMetadata: Bool

    static func columns() -> JSONColumns { JSONColumns(["runs", "metadata"], in: 1, PyperfMetadata.keys) }

    /// The benchmark of a row under ``columns()``.
    init(_ row: JSONRow, root: PyperfMetadata) {
        processes = row[0]
        hasMetadata = row[1].exists
        own = PyperfMetadata(row, from: 2)
        self.root = root
    }

    /// The tags of the processes that have none of their own.
    var tags: [String] { (own.tags.exists ? own.tags : root.tags).strings }
    /// The unit of the processes that have none of their own.
    var unit: String? { own.unit.string ?? root.unit.string }
    /// The one reading of memory that stands beside the processes, where there is one.
    var memory: MemoryReadings? { hasMetadata ? own.memory : root.memory }
}

extension JSONElement {
    /// The texts of a list of texts; empty where this is none.
    var strings: [String] {
        var strings: [String] = []
        forEachItem { _, item in
            if let string = item.string { strings.append(string) }
        }
        return strings
    }
}
