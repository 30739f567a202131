/// What a benchmark's processes gave, gathered one after another; there are about two million of them in a large archive.
struct PyperfProcesses {
    /// Why a benchmark cannot be used.
    enum Fault {
        case value(process: Int, index: Int)
        case range(process: Int, index: Int)
        case noList(process: Int)
        case tooMany(process: Int)
        case empty(process: Int)
    }

    /// What can be squared and added up without becoming nothing or infinity; no second was ever measured beyond.
    static let range = 1e-60...1e60

    /// All values, in the order of the processes.
    private(set) var values = JSONNumbers()
    /// How many values each process gave, but for those that have no list of them.
    private(set) var counts: [Int] = []
    private var command: [Double] = []
    private var process: [Double] = []
    /// The tags of the first process, its own or inherited.
    private(set) var tags: [String] = []
    /// Whether all processes have these tags.
    private(set) var agreesOnTags = true
    private var hasOwnTags = false
    /// The first process's unit, where it does not inherit one.
    private(set) var unit: String?
    private(set) var fault: Fault?
    private let columns = JSONColumns(
        ["values", "warmups", "metadata"], in: 2, ["command_max_rss", "mem_max_rss", "tags", "unit"])

    /// The memory that was read in the processes.
    var memory: MemoryReadings { MemoryReadings(command: command, process: process) }

    /// Gathers the processes of one benchmark, in place of those that were gathered before.
    ///
    /// - Parameters:
    ///   - processes: a list with an element for each process
    ///   - inherited: the tags of processes that have none of their own
    ///   - limit: how many values all processes together may have
    mutating func gather(_ processes: JSONElement, tags inherited: [String], limit: Int) {
        let count = min(processes.count, 1_000)
        values.removeAll()
        (counts, command, process) = ([], [], [])
        counts.reserveCapacity(count)
        (tags, agreesOnTags, hasOwnTags) = (inherited, true, false)
        (unit, fault) = (nil, nil)
        processes.forEachRow(columns) { position, row in
            guard fault == nil else { return }
            add(tags: row[5], at: position, inherited: inherited)
            if position == 0 { unit = row[6].string }
            add(commandPeak: row[3], processPeak: row[4], expected: count)
            add(values: row[0], warmups: row[1], at: position, limit: limit)
        }
    }

    private mutating func add(values list: JSONElement, warmups: JSONElement, at position: Int, limit: Int) {
        let wanted = list.count
        if list.exists, list.kind != .array {
            fault = .noList(process: position)
        } else if wanted > limit - values.count {
            fault = .tooMany(process: position)
        } else if wanted == 0, warmups.count == 0 {
            fault = .empty(process: position)
        } else if list.exists {
            let (count, failing) = values.append(list) { PyperfProcesses.range.contains($0) }
            if count < wanted {
                let isPositive = failing.map { $0 > 0 && $0.isFinite } ?? false
                fault = isPositive ? .range(process: position, index: count) : .value(process: position, index: count)
            }
            counts.append(count)
        }
    }

    /// The command's peak comes before the one of the process that measures it.
    private mutating func add(commandPeak: JSONElement, processPeak: JSONElement, expected: Int) {
        if commandPeak.exists, let peak = commandPeak.number, Self.range.contains(peak) {
            if command.isEmpty { command.reserveCapacity(expected) }
            command.append(peak)
        } else if processPeak.exists, let peak = processPeak.number, Self.range.contains(peak) {
            if process.isEmpty { process.reserveCapacity(expected) }
            process.append(peak)
        }
    }

    /// Most processes inherit their tags, and then there is nothing to compare.
    private mutating func add(tags own: JSONElement, at position: Int, inherited: [String]) {
        if own.exists { hasOwnTags = true }
        guard hasOwnTags else { return }
        let found = own.exists ? own.strings : inherited
        if position == 0 { tags = found } else if found != tags { agreesOnTags = false }
    }
}
