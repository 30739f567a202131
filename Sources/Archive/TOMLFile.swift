import TOMLKit

/// A configuration file in TOML, read key by key: a value of the wrong kind is a problem at its place, and counts as absent.
///
/// The only file that touches TOMLKit.
struct TOMLFile {
    let file: String
    private let text: String
    private let root: TOMLTable?
    /// Where the keys stand; looked up when the first problem is found.
    private var lines: TOMLLines?
    private(set) var problems: [Problem] = []

    /// Reads a text; where it is no TOML, the problem says where, and all keys are absent.
    init(_ bytes: [UInt8], file: String) {
        self.file = file
        text = String(decoding: bytes, as: UTF8.self)
        if let place = TextEncoding.firstFault(in: bytes) {
            root = nil
            problems.append(
                Problem(
                    .error, file: file, line: place.line, column: place.column,
                    "This is no valid TOML: a byte that is no UTF-8 stands here.", hint: "Save the file as UTF-8."))
            return
        }
        if let fault = TOMLForm.firstFault(in: text) {
            root = nil
            problems.append(
                Problem(
                    .error, file: file, line: fault.place.line, column: fault.place.column,
                    "This is no valid TOML: \(fault.message).", hint: fault.hint))
            return
        }
        do {
            root = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            root = nil
            problems.append(
                Problem(
                    .error, file: file, line: error.source.begin.line, column: error.source.begin.column,
                    "This is no valid TOML: \(TOMLFile.sentence(error.description)).", hint: "See https://toml.io for the form."))
        } catch {
            root = nil
            problems.append(Problem(.error, file: file, "This is no valid TOML: \(error)."))
        }
    }

    /// A text of a table, such as `string("title")` at the top or `string("os", in: ["runners", "linux"])`.
    mutating func string(_ key: String, in table: [String] = []) -> String? {
        guard let value = self.table(table)?[key] else { return nil }
        if let string = value.string { return string }
        report(key, in: table, "`\(key)` is no text.", hint: "Write it in double quotes: \(TOMLName.dotted([key])) = \"…\".")
        return nil
    }

    /// A text that says something; an empty one is a problem, and counts as absent.
    mutating func words(_ key: String) -> String? {
        guard let text = string(key) else { return nil }
        guard text.utf8.allSatisfy({ $0 <= 0x20 }) else { return text }
        report(key, in: [], "`\(key)` is empty.", severity: .warning, hint: "Write something, or leave it away.")
        return nil
    }

    /// The tag of a language, such as `en` or `pt-BR`; another text is a problem, and counts as absent.
    ///
    /// Source: BCP 47, whose tags are letters, digits and hyphens.
    mutating func language(_ key: String) -> String? {
        guard let text = string(key) else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        func isPart(_ part: Substring.UTF8View) -> Bool {
            (1...8).contains(part.count) && part.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
        }
        if parts.allSatisfy(isPart) { return text }
        report(
            key, in: [], "`\(key)` is no tag of a language.", severity: .warning,
            hint: "Write it as HTML has it: \(TOMLName.dotted([key])) = \"en\".")
        return nil
    }

    /// An address on the web, such as a link may lead to, with places to be filled, such as `{commit}`.
    mutating func address(_ key: String, in table: [String], filling places: [String]) -> String? {
        guard let text = string(key, in: table) else { return nil }
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            guard let end = part.firstIndex(of: "}"), !places.contains(String(part[..<end])) else { continue }
            report(
                key, in: table, "`{\(part[..<end])}` stands for nothing in `\(key)`.", severity: .warning,
                hint: NearestName.nearest(to: String(part[..<end]), among: places).map { "Is `{\($0)}` meant?" }
                    ?? "It is filled where it has \(places.map { "`{\($0)}`" }.joined(separator: ", ")).")
        }
        if WebAddress.isAbsolute(text) { return text }
        report(
            key, in: table, "`\(key)` is no address on the web.",
            hint: "Begin it with https:// and a host; no space may stand in it.")
        return nil
    }

    /// Where a site is published: an address on the web, or a path from the server's root, which is enough to lead home.
    mutating func baseAddress(_ key: String) -> String? {
        guard let text = string(key) else { return nil }
        if WebAddress.isBase(text) || WebAddress.isRootPath(text) { return text }
        report(
            key, in: [], "`\(key)` is no address that the paths of pages can be added to.",
            hint: "Write it as https://example.org/benchmarks/, without `?`, `#` and spaces.")
        return nil
    }

    /// A whole number from 1 to `largest`; nil where the key is absent or holds another thing.
    mutating func number(_ key: String, in table: [String], upTo largest: Int) -> Int? {
        guard let value = self.table(table)?[key] else { return nil }
        if let number = value.int, (1...largest).contains(number) { return number }
        report(
            key, in: table, "`\(key)` is no whole number from 1 to \(largest).",
            hint: "Write it in digits: \(key) = \(min(1_000, largest)).")
        return nil
    }

    /// Reports the keys of a table that are not among those that mean something; at the top with an empty `table`.
    mutating func expectKeys(_ keys: [String], in table: [String], severity: Problem.Severity = .error) {
        guard let found = self.table(table)?.keys else { return }
        for key in found.sorted(by: { $0.precedes($1) }) where !keys.contains(key) {
            report(
                key, in: table, "`\(key)` means nothing here.", severity: severity,
                hint: NearestName.nearest(to: key, among: keys).map { "Is `\($0)` meant?" }
                    ?? "Known are \(keys.map { "`\($0)`" }.joined(separator: ", ")).")
        }
    }

    /// A list of texts; nil where the key is absent or no list.
    mutating func strings(_ key: String, in table: [String]) -> [String]? {
        guard let value = self.table(table)?[key] else { return nil }
        let strings = value.array.map { array in array.compactMap { $0.string } }
        if let strings, strings.count == value.array?.count { return strings }
        report(key, in: table, "`\(key)` is no list of texts.", hint: "Write it as \(TOMLName.dotted([key])) = [\"…\", \"…\"].")
        return strings
    }

    /// A list of texts, each once: one that comes again is a problem.
    mutating func distinctStrings(_ key: String, in table: [String]) -> [String] {
        var (seen, repeated): (Set<String>, Set<String>) = ([], [])
        return (strings(key, in: table) ?? []).filter { text in
            if seen.insert(text).inserted { return true }
            guard repeated.insert(text).inserted else { return false }
            report(
                key, in: table, "`\(key)` names `\(text)` more than once; it counts once.", severity: .warning,
                hint: "Take the others out.")
            return false
        }
    }

    /// Reports those of some keys at the top that stand there and are no tables.
    mutating func expectTables(_ keys: [String]) {
        guard let root else { return }
        for key in keys where root[key] != nil && root[key]?.table == nil { reportNoTable(key, in: []) }
    }

    /// The names of the tables inside a table, sorted by code point; what else stands there is a problem.
    mutating func tables(in table: [String]) -> [String] {
        guard let outer = self.table(table) else { return [] }
        let keys = outer.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for key in keys where outer[key]?.table == nil { reportNoTable(key, in: table) }
        return keys.filter { outer[$0]?.table != nil }
    }

    private mutating func reportNoTable(_ key: String, in table: [String]) {
        let header = TOMLName.dotted(table + [key])
        report(key, in: table, "`\(key)` is no table.", hint: "Write [\(header)] with its keys below.")
    }

    /// Whether the text could be read at all.
    var isReadable: Bool { root != nil }

    /// Adds a problem at a key's place, or at its table's where the key is absent.
    mutating func report(
        _ key: String, in table: [String], _ message: String, severity: Problem.Severity = .error, hint: String
    ) {
        if lines == nil { lines = TOMLLines(text) }
        let place = lines?.place(of: key, in: table)
        problems.append(Problem(severity, file: file, line: place?.line, column: place?.column, message, hint: hint))
    }

    private func table(_ path: [String]) -> TOMLTable? {
        path.reduce(root) { $0?[$1]?.table }
    }

    private static func sentence(_ text: String) -> String {
        let line = text.split(separator: "\n").first.map(String.init) ?? text
        return line.hasSuffix(".") ? String(line.dropLast()) : line
    }
}
