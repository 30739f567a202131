/// Reading one benchmark of a pyperf document.
extension PyperfInterpreter {
    /// The name of one benchmark; nil, with a problem, where it has none.
    mutating func name(of benchmark: JSONElement, at index: Int, root: JSONElement) -> String? {
        let name = benchmark["metadata"]["name"].string ?? root["name"].string
        if let name, !name.isEmpty { return name }
        report(
            JSONPath.root.key("benchmarks").index(index), "A benchmark has no name; it is left out.",
            hint: "Give `metadata` a `name`.")
        return nil
    }

    /// The sample of one benchmark; nil, with a problem, where it cannot be used.
    mutating func sample(of benchmark: JSONElement, named name: String, at index: Int, root: JSONElement) -> Sample? {
        let path = JSONPath.root.key("benchmarks").index(index)
        let own = benchmark["metadata"]
        var processes = Processes()
        benchmark["runs"].forEachItem { position, process in
            guard processes.fault == nil else { return }
            processes.add(process, at: position)
        }
        if let fault = processes.fault {
            report(fault, path: path, benchmark: name)
            return nil
        }
        guard !processes.values.isEmpty else {
            report(
                path, "The benchmark `\(name)` has no value; it is left out.",
                hint: "Only its calibration was kept: run it again.")
            return nil
        }
        return Sample(
            benchmark: name, tags: tags(own: own, root: root, processes: processes.tags, path: path, benchmark: name),
            unit: Sample.Unit(name: processes.unit ?? own["unit"].string ?? root["unit"].string ?? "second"),
            values: processes.values, valuesPerProcess: processes.counts,
            memory: MemoryReadings(peakOf: own.exists ? own : root)
                ?? MemoryReadings(command: processes.command, process: processes.process))
    }

    /// pyperf takes as a benchmark's metadata what all its processes agree on, so tags that one process has otherwise do not count.
    private mutating func tags(
        own: JSONElement, root: JSONElement, processes: [[String]?], path: JSONPath, benchmark: String
    ) -> [String] {
        let inherited = (own["tags"].exists ? own["tags"] : root["tags"]).strings
        let agreed = processes.first.flatMap(\.self) ?? inherited
        guard processes.allSatisfy({ ($0 ?? inherited) == agreed }) else { return [] }
        return agreed.filter { tag in
            if !tag.isEmpty && tag != "all" { return true }
            report(
                path, "The benchmark `\(benchmark)` has the tag `\(tag)`, which means something else; the tag is left out.",
                severity: .warning, hint: "Name the tag otherwise.")
            return false
        }
    }

    private mutating func report(_ fault: Processes.Fault, path: JSONPath, benchmark: String) {
        switch fault {
        case .value(let process, let index):
            let place = path.key("runs").index(process).key("values").index(index)
            report(
                place,
                "The value `\(excerpt(at: place))` is not a positive number; the benchmark `\(benchmark)` is left out of this run.",
                hint: "Remove the process it stands in, or run the benchmark again.")
        case .noList(let process):
            let place = path.key("runs").index(process).key("values")
            report(
                place, "The values `\(excerpt(at: place))` are no list; the benchmark `\(benchmark)` is left out of this run.",
                hint: "Remove the process they stand in, or run the benchmark again.")
        case .empty(let process):
            report(
                path.key("runs").index(process),
                "A process has neither values nor warm-ups; the benchmark `\(benchmark)` is left out of this run.",
                hint: "Remove the process, or run the benchmark again.")
        }
    }

    /// The text of a value as the file has it, at most 40 characters.
    private func excerpt(at path: JSONPath) -> String {
        guard let offset = JSONLocator.offset(of: path, in: text) else { return "" }
        let stops = Set(",]}\r\n".utf8)
        let excerpt = String(decoding: text[offset...].prefix(40).prefix { !stops.contains($0) }, as: UTF8.self)
        guard let last = excerpt.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(excerpt[...last])
    }
}

/// What a benchmark's processes gave, gathered one after another.
private struct Processes {
    enum Fault {
        case value(process: Int, index: Int)
        case noList(process: Int)
        case empty(process: Int)
    }

    var values: [Double] = []
    var counts: [Int] = []
    var command: [Double] = []
    var process: [Double] = []
    /// The tags of each process, nil where it inherits them.
    var tags: [[String]?] = []
    /// The first process's unit, where it does not inherit one.
    var unit: String?
    var fault: Fault?

    mutating func add(_ run: JSONElement, at position: Int) {
        tags.append(nil)
        add(metadata: run["metadata"], isFirst: position == 0)
        let list = run["values"]
        if list.exists, list.kind != .array { fault = .noList(process: position) }
        if fault == nil, list.count == 0, run["warmups"].count == 0 { fault = .empty(process: position) }
        guard list.exists, fault == nil else { return }
        let start = values.count
        let copied = list.appendNumbers(to: &values)
        for index in 0..<copied where !(values[start + index] > 0 && values[start + index].isFinite) {
            fault = .value(process: position, index: index)
            return
        }
        if copied < list.count { fault = .value(process: position, index: copied) }
        counts.append(copied)
    }

    /// One pass over a process's own metadata, since there are about two million of them in a large archive.
    private mutating func add(metadata: JSONElement, isFirst: Bool) {
        var (commandPeak, processPeak): (Double?, Double?) = (nil, nil)
        metadata.forEachMember { key, value in
            if key.elementsEqual("command_max_rss".utf8) {
                commandPeak = value.number
            } else if key.elementsEqual("mem_max_rss".utf8) {
                processPeak = value.number
            } else if key.elementsEqual("tags".utf8) {
                tags[tags.count - 1] = value.strings
            } else if isFirst, key.elementsEqual("unit".utf8) {
                unit = value.string
            }
        }
        if let peak = commandPeak, peak > 0 {
            command.append(peak)
        } else if let peak = processPeak, peak > 0 {
            process.append(peak)
        }
    }
}

extension MemoryReadings {
    /// The one reading that stands in a benchmark's own metadata, where there is one.
    fileprivate init?(peakOf metadata: JSONElement) {
        if let peak = metadata["command_max_rss"].number, peak > 0 {
            self.init(command: [peak], process: [])
        } else if let peak = metadata["mem_max_rss"].number, peak > 0 {
            self.init(command: [], process: [peak])
        } else {
            return nil
        }
    }
}

extension JSONElement {
    /// The texts of a list of texts; empty where this is none.
    fileprivate var strings: [String] {
        var strings: [String] = []
        forEachItem { _, item in
            if let string = item.string { strings.append(string) }
        }
        return strings
    }
}
