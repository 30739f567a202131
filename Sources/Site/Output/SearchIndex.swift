import Archive
import Comparisons

/// What the search finds, as a script that a page loads when the reader first looks for something.
///
/// A reader may wait for it on a phone, so nothing stands twice: what runs share is named by numbers, and a page's name, which follows
/// from what the run is, only where it does not. `search.js` puts it together again.
struct SearchIndex {
    private let map: SiteMap
    private var machines = Numbering<MachineName>()
    private var forks = Numbering<String>()
    private var refs = Numbering<String>()
    private var versions = Numbering<String>()
    private var flags = Numbering<Flags>()
    private var sources: [Source] = []
    private var benchmarks = Numbering<String>()
    private var reports: [Report] = []

    /// A report, and the benchmarks that are found there.
    private struct Report {
        let pair: Pair
        let benchmarks: [Int]
    }

    /// A machine as the names of runs have it.
    private struct MachineName: Hashable {
        let nickname: String
        let architecture: String
        let system: String
    }

    /// What was measured, by one or several runs.
    private struct Source {
        let hash: String
        let date: String
        let day: String
        let version: Int
        let fork: Int
        let ref: Int
        let runs: [(machine: Int, flags: Int, page: String?)]
    }

    /// What runs of one source have in common, as texts.
    private struct SourceName: Hashable {
        let hash: String
        let date: String
        let day: String
        let version: String
        let fork: String
        let ref: String

        init(_ run: RunDigest) {
            hash = run.name.hash
            date = run.name.date
            day = run.commitDay
            version = run.name.version.text
            fork = run.name.fork
            ref = run.name.ref
        }
    }

    /// Gathers what is to be found, the newest first.
    ///
    /// O(n log n) in the number of runs.
    init(catalogue: Catalogue) {
        map = catalogue.map
        for found in BenchmarkReports(catalogue).all {
            reports.append(Report(pair: found.pair, benchmarks: found.benchmarks.map { benchmarks.number(of: $0) }))
        }
        var groups = Numbering<SourceName>()
        var runs: [[RunDigest]] = []
        for run in catalogue.runs {
            let group = groups.number(of: SourceName(run))
            if group == runs.count { runs.append([]) }
            runs[group].append(run)
        }
        let order = groups.values.indices.sorted {
            let (left, right) = (groups.values[$0].day, groups.values[$1].day)
            return left == right ? $0 < $1 : right.precedes(left)
        }
        for group in order { add(groups.values[group], runs[group]) }
    }

    private mutating func add(_ name: SourceName, _ runs: [RunDigest]) {
        let runs = runs.map { run in
            let machine = MachineName(
                nickname: run.name.nickname, architecture: run.name.architecture, system: run.machine.system.name)
            return (
                machine: machines.number(of: machine), flags: flags.number(of: run.name.flags),
                page: unforeseen(map.name(of: run), from: SearchIndex.parts(of: run).joined(separator: "-"))
            )
        }
        sources.append(
            Source(
                hash: name.hash, date: name.date, day: name.day, version: versions.number(of: name.version),
                fork: forks.number(of: name.fork), ref: refs.number(of: name.ref), runs: runs))
    }

    /// What the name of a run's page is made of.
    private static func parts(of run: RunDigest) -> [String] {
        let name = run.name
        let stem = [name.date, name.nickname, name.architecture, name.fork, name.ref, name.version.text, name.hash]
        return name.flags.isDefault ? stem : stem + [name.flags.text]
    }

    /// A name in an address, where it is not what the script makes of the text.
    ///
    /// The script knows `+` and `_`. It does not know the names that met and are kept apart, those with `%2d`, those that were cut, and those
    /// of dots alone.
    private func unforeseen(_ name: String, from text: String) -> String? {
        let isPlain = !text.utf8.contains(UInt8(ascii: "%")) && !text.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
        return isPlain && !SafeName.isCut(text) && SafeName(text).text == name ? nil : name
    }
}

extension SearchIndex {
    /// A call with one object that says it all.
    func script() -> [UInt8] {
        var json = JSONText(capacity: 4096 + 64 * sources.count)
        json.object { index in
            index.list("machines") { list in
                for machine in machines.values { list.list { write(machine, to: &$0) } }
            }
            index.list("forks") { list in
                for fork in forks.values { list.texts(nil, [fork] + page(map.name(ofFork: fork), of: fork)) }
            }
            index.texts("refs", refs.values)
            index.texts("versions", versions.values)
            index.list("flags") { list in
                for flags in flags.values { list.texts(nil, [flags.text, flags.shownNames.joined(separator: ", ")]) }
            }
            index.list("sources") { list in
                for source in sources { list.list { write(source, to: &$0) } }
            }
            index.list("commits") { list in writeCommits(to: &list) }
            index.list("benchmarks") { list in
                for benchmark in benchmarks.values { write(benchmark, to: &list) }
            }
            index.list("reports") { list in
                for report in reports { list.list { write(report, to: &$0) } }
            }
        }
        return SearchIndex.script(json.bytes)
    }

    private func page(_ name: String, of text: String) -> [String] { unforeseen(name, from: text).map { [$0] } ?? [] }

    private func write(_ machine: MachineName, to list: inout JSONText) {
        for text in [machine.nickname, machine.architecture, machine.system] { list.text(text) }
        for page in page(map.name(ofMachine: machine.nickname), of: machine.nickname) { list.text(page) }
    }

    /// Hash, date, version, fork, ref and the runs; the day of the commit where it is not that date.
    private func write(_ source: Source, to list: inout JSONText) {
        list.text(source.hash)
        list.text(source.date)
        for number in [source.version, source.fork, source.ref] { list.number(number) }
        list.list { list in
            for run in source.runs {
                let number = run.machine + run.flags * machines.values.count
                guard let page = run.page else {
                    list.number(number)
                    continue
                }
                list.list { run in
                    run.number(number)
                    run.text(page)
                }
            }
        }
        if !source.day.utf8.lazy.filter({ $0 != UInt8(ascii: "-") }).elementsEqual(source.date.utf8) { list.text(source.day) }
    }

    /// The commits whose pages are not named by their hash.
    private func writeCommits(to list: inout JSONText) {
        var known: Set<String> = []
        for source in sources where known.insert(source.hash).inserted {
            if let page = unforeseen(map.name(ofCommit: source.hash), from: source.hash) { list.texts(nil, [source.hash, page]) }
        }
    }

    /// A benchmark's name; one with an id that does not follow from its name is a list of both.
    private func write(_ benchmark: String, to list: inout JSONText) {
        if let id = unforeseen(SafeName(benchmark).text, from: benchmark) {
            list.texts(nil, [benchmark, id])
        } else {
            list.text(benchmark)
        }
    }

    /// The report's address below `runs/`, what it compares, its machine and its benchmarks.
    private func write(_ report: Report, to list: inout JSONText) {
        list.text(String(map.report(report.pair).text.dropFirst("runs/".count)))
        list.text("\(report.pair.head.title) vs. \(report.pair.baselineWords)")
        list.text(report.pair.head.name.nickname)
        list.list { list in
            for benchmark in report.benchmarks { list.number(benchmark) }
        }
    }

    /// The call with JSON that a script may hold anywhere.
    ///
    /// Old readers of scripts end a text at two line separators of Unicode, and a reader of HTML ends the script at what looks like its
    /// closing tag. The three characters stand inside texts only, where they may be written as numbers.
    private static func script(_ json: [UInt8]) -> [UInt8] {
        var script = Array("benchfolioSearch(".utf8)
        script.reserveCapacity(json.count + 64)
        for byte in json {
            script.append(byte)
            if byte == UInt8(ascii: "<") {
                script.replaceLast(1, by: "\\u003C")
            } else if byte == 0xA8 || byte == 0xA9, script.suffix(3).elementsEqual([0xE2, 0x80, byte]) {
                script.replaceLast(3, by: byte == 0xA8 ? "\\u2028" : "\\u2029")
            }
        }
        return script + Array(");\n".utf8)
    }
}

extension [UInt8] {
    /// Puts text in place of the last bytes.
    fileprivate mutating func replaceLast(_ count: Int, by text: String) {
        removeLast(count)
        append(contentsOf: text.utf8)
    }
}
