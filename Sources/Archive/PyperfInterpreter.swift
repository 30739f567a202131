/// Makes samples of a pyperf document; only the files of its name speak pyperf's words.
///
/// pyperf's document holds `benchmarks`, each holds `runs`, one for each worker process, and each of these holds `values`. Metadata
/// stands at all three levels, and a lower level inherits from the one above. In a file with a single benchmark its metadata may all
/// stand at the root.
struct PyperfInterpreter {
    let limits: Limits
    private var told: [Finding] = []
    private var untold = (count: 0, severity: Problem.Severity.warning)
    /// The units that were not known so far.
    var unknownUnits: Set<String> = []

    /// How many findings of a file are told one by one: a benchmark of three bytes can be one.
    static let mostFindings = 100

    init(_ limits: Limits) { self.limits = limits }

    /// What was found, and at the end how much more there is than is told.
    var findings: [Finding] {
        guard untold.count > 0 else { return told }
        let rest = Finding(
            .root,
            untold.count == 1
                ? "One more thing is wrong with this file." : "\(untold.count) more things are wrong with this file.",
            severity: untold.severity, hint: "Mend those that are listed first.")
        return told + [rest]
    }

    /// All samples of a document in file order.
    ///
    /// Benchmarks that cannot be used are left out, with a problem each. O(document).
    mutating func samples(of root: JSONElement) -> [Sample] {
        guard root.kind == .object, root["benchmarks"].kind == .array else {
            report(.root, "This is no pyperf results file: it has no list of benchmarks.", hint: "Move it out of `results`.")
            return []
        }
        guard root["version"].string == "1.0" else {
            report(
                .root.key("version"), "Only version 1.0 of pyperf's format can be read.",
                hint: "Write the file anew with pyperf 1.0 or later.")
            return []
        }
        let count = root["benchmarks"].count
        guard count <= limits[.benchmarks] else {
            // The parser counts no further than this.
            let number = count < 0xFF_FFFF ? "\(count)" : "over 16 million"
            report(
                .root.key("benchmarks"),
                "The file holds \(number) benchmarks, and at most \(limits[.benchmarks]) are read; the file was left out.",
                hint: Limits.hint(.benchmarks, "Split it"))
            return []
        }
        var samples: [(index: Int, name: String, sample: Sample?)] = []
        samples.reserveCapacity(min(count, 1_000))
        let inherited = PyperfMetadata(of: root["metadata"])
        let columns = PyperfBenchmark.columns()
        var processes = PyperfProcesses()
        root["benchmarks"].forEachRow(columns) { index, row in
            let benchmark = PyperfBenchmark(row, root: inherited)
            guard let name = name(of: benchmark, at: index) else { return }
            samples.append((index, name, sample(of: benchmark, named: name, at: index, &processes)))
        }
        return withoutDuplicates(samples)
    }

    /// The root's metadata, with what only the first benchmark tells about the whole run.
    ///
    /// What is wrong with it is a warning each: nothing else of the run is lost by it.
    mutating func metadata(of root: JSONElement) -> Metadata {
        var entries: [Metadata.Entry] = []
        let benchmark = root["benchmarks"].first
        let process = benchmark["runs"].first
        let own = process.exists ? benchmark["metadata"] : process
        if let date = process["metadata"]["date"].string { add("date", date, to: &entries) }
        for (key, element) in [("python_compiler", own["python_compiler"]), ("python_version", own["python_version"])] {
            if let text = element.string { add(key, text, to: &entries) }
        }
        root["metadata"].forEachMember { key, value in
            let key = String(decoding: key, as: UTF8.self)
            if Metadata.keys.contains(key), let text = value.plainText { add(key, text, to: &entries) }
        }
        let metadata = Metadata(entries)
        check(metadata, of: root["metadata"])
        return metadata
    }

    private mutating func add(_ key: String, _ text: String, to entries: inout [Metadata.Entry]) {
        if text.utf8.count > limits[.textBytes] {
            report(
                JSONPath.root.key("metadata").key(key),
                "The text of `\(key)` has \(text.utf8.count) bytes, and at most \(limits[.textBytes]) are read; it is left out.",
                severity: .warning, hint: Limits.hint(.textBytes, "Write it shorter"))
        } else {
            entries.append(Metadata.Entry(key: key, text: text))
        }
    }

    private mutating func check(_ metadata: Metadata, of element: JSONElement) {
        let path = JSONPath.root.key("metadata")
        if element.exists, element.kind != .object {
            report(
                path, "`metadata` is no object, so no commit, merge base or date of the run is known.", severity: .warning,
                hint: "Write it as {\"commit_id\": \"…\"}.")
        }
        if let date = metadata.commitDate, metadata.commitInstant == nil {
            report(
                path.key("commit_date"),
                Instant.isDay(atStartOf: date)
                    ? "`commit_date` has no time with its offset, so nothing is learnt of the machine's noise from this run."
                    : "`commit_date` is no date; the one in the file's name counts.",
                severity: .warning, hint: "Write it as 2024-06-05T15:11:43+00:00.")
        }
        if let hash = metadata.mergeBase, !hash.isEmpty, hash.utf8.count < 7 {
            report(
                path.key("commit_merge_base"),
                "`commit_merge_base` is too short for the hash of a commit, so nothing is compared with it.",
                severity: .warning, hint: "Write all its 40 digits.")
        }
    }

    mutating func report(
        _ path: JSONPath, _ message: String, quoting rest: String? = nil, severity: Problem.Severity = .error, hint: String? = nil
    ) {
        guard told.count < PyperfInterpreter.mostFindings else {
            untold = (untold.count + 1, severity == .error ? .error : untold.severity)
            return
        }
        told.append(Finding(path, message, quoting: rest, severity: severity, hint: hint))
    }

    /// A name that stands twice is left out altogether, also where one of its samples cannot be used: nobody can say which is meant.
    private mutating func withoutDuplicates(_ samples: [(index: Int, name: String, sample: Sample?)]) -> [Sample] {
        // Most files have their benchmarks in order, where nothing can stand twice.
        let isAscending = zip(samples, samples.dropFirst()).allSatisfy { $0.name.precedes($1.name) }
        guard !isAscending, Set(samples.lazy.map { ExactText($0.name) }).count < samples.count else {
            return samples.compactMap(\.sample)
        }
        let places = Dictionary(grouping: samples) { ExactText($0.name) }
        for (index, name, _) in samples {
            guard let all = places[ExactText(name)], all.count > 1, all[1].index == index else { continue }
            report(
                JSONPath.root.key("benchmarks").index(index),
                "The benchmark `\(name)` stands \(all.count) times in this file; all of them are left out.",
                hint: "Keep the one that is meant and remove the others.")
        }
        return samples.compactMap { places[ExactText($0.name)]?.count == 1 ? $0.sample : nil }
    }
}

extension JSONElement {
    /// A text, a number or a truth value as text; nil for anything else.
    fileprivate var plainText: String? {
        switch kind {
        case .string: return string
        case .bool: return bool.map { $0 ? "true" : "false" }
        case .integer: return integer
        case .double: return number.map { "\($0)" }
        case .missing, .null, .array, .object: return nil
        }
    }
}
