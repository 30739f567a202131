/// Reading one benchmark of a pyperf document.
extension PyperfInterpreter {
    /// The name of one benchmark; nil, with a problem, where it has none.
    mutating func name(of benchmark: PyperfBenchmark, at index: Int) -> String? {
        let name = benchmark.own.name.string ?? benchmark.root.name.string
        if let name, !name.isEmpty {
            if name.utf8.count <= limits[.nameBytes] { return name }
            report(
                .benchmark(index),
                "A benchmark's name has \(name.utf8.count) bytes, and at most \(limits[.nameBytes]) are read; it is left out.",
                hint: Limits.hint(.nameBytes, "Name it shorter"))
            return nil
        }
        report(
            .benchmark(index), "A benchmark has no name; it is left out.",
            hint: "Give `metadata` a `name`.")
        return nil
    }

    /// The sample of one benchmark; nil, with a problem, where it cannot be used.
    ///
    /// - Parameter processes: what gathers the benchmark's processes, in memory that it has from those before
    mutating func sample(
        of benchmark: PyperfBenchmark, named name: String, at index: Int, _ processes: inout PyperfProcesses
    ) -> Sample? {
        processes.gather(benchmark.processes, tags: benchmark.tags, limit: limits[.values])
        if let fault = processes.fault {
            report(fault, path: .benchmark(index), benchmark: name)
            return nil
        }
        guard !processes.values.isEmpty else {
            report(
                .benchmark(index), "The benchmark `\(name)` has no value; it is left out.",
                hint: "Only its calibration was kept: run it again.")
            return nil
        }
        return Sample(
            benchmark: name, tags: tags(processes, at: index, benchmark: name),
            unit: unit(named: processes.unit ?? benchmark.unit, at: index, benchmark: name), values: processes.values.list,
            valuesPerProcess: processes.counts, memory: benchmark.memory ?? processes.memory)
    }

    /// What the values count; a unit that is not known is a problem once.
    private mutating func unit(named name: String?, at index: Int, benchmark: String) -> Sample.Unit {
        guard let name else { return .second }
        let unit = Sample.Unit(name: name)
        if unit.name != name, unknownUnits.insert(name).inserted {
            report(
                .benchmark(index),
                "The unit of the benchmark `\(benchmark)` is `\(name)`, which is not known; its values pass for seconds.",
                severity: .warning, hint: "Known are second, byte and integer.")
        }
        return unit
    }

    /// pyperf takes as a benchmark's metadata what all its processes agree on, so tags that one process has otherwise do not count.
    private mutating func tags(_ processes: PyperfProcesses, at index: Int, benchmark: String) -> [String] {
        guard processes.agreesOnTags else { return [] }
        // Nearly all benchmarks have one tag or none, and nothing is gathered of these.
        func distinct(_ tags: [String]) -> Int { Set(tags.map { ExactText($0) }).count }
        let long = processes.tags.filter { $0.utf8.count > limits[.nameBytes] }
        if let tag = long.first {
            let count = distinct(long)
            let words =
                count == 1
                ? "A tag of the benchmark `\(benchmark)` has \(tag.utf8.count) bytes, and at most \(limits[.nameBytes]) are read; it is left out."
                : "\(count) tags of the benchmark `\(benchmark)` have more than \(limits[.nameBytes]) bytes; they are left out."
            report(.benchmark(index), words, severity: .warning, hint: Limits.hint(.nameBytes, "Name tags shorter"))
        }
        if processes.tags.count > limits[.tags], distinct(processes.tags) > limits[.tags] {
            report(
                .benchmark(index),
                "The benchmark `\(benchmark)` has \(distinct(processes.tags)) tags, and at most \(limits[.tags]) are read; all are left out.",
                severity: .warning, hint: Limits.hint(.tags, "Give it fewer"))
            return []
        }
        var seen: Set<String> = []
        return processes.tags.filter { tag in
            if tag.utf8.count > limits[.nameBytes] { return false }
            if !tag.isEmpty, tag != "all" { return true }
            guard seen.insert(tag).inserted else { return false }
            let words = tag.isEmpty ? "an empty tag" : "the tag `all`, which means all benchmarks"
            report(
                .benchmark(index), "The benchmark `\(benchmark)` has \(words); the tag is left out.", severity: .warning,
                hint: "Name the tag otherwise.")
            return false
        }
    }

    private mutating func report(_ fault: PyperfProcesses.Fault, path: JSONPath, benchmark: String) {
        switch fault {
        case .value(let process, let index):
            let place = path.key("runs").index(process).key("values").index(index)
            report(
                place, "The value ", quoting: " is not a positive number; the benchmark `\(benchmark)` is left out of this run.",
                hint: "Remove the process it stands in, or run the benchmark again.")
        case .range(let process, let index):
            report(
                path.key("runs").index(process).key("values").index(index), "The value ",
                quoting: " is out of all range; the benchmark `\(benchmark)` is left out of this run.",
                hint: "A value may be from 1e-60 to 1e60: remove the process it stands in, or run the benchmark again.")
        case .noList(let process):
            let place = path.key("runs").index(process).key("values")
            report(
                place, "The values ", quoting: " are no list; the benchmark `\(benchmark)` is left out of this run.",
                hint: "Remove the process they stand in, or run the benchmark again.")
        case .tooMany(let process):
            report(
                path.key("runs").index(process).key("values"),
                "The benchmark `\(benchmark)` has more than \(limits[.values]) values; it is left out of this run.",
                hint: Limits.hint(.values, "Measure fewer"))
        case .empty(let process):
            report(
                path.key("runs").index(process),
                "A process has neither values nor warm-ups; the benchmark `\(benchmark)` is left out of this run.",
                hint: "Remove the process, or run the benchmark again.")
        }
    }
}

extension JSONPath {
    /// The path of a benchmark; it is made where something is wrong with one, and not before.
    fileprivate static func benchmark(_ index: Int) -> JSONPath { root.key("benchmarks").index(index) }
}
