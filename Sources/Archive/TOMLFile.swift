import TOMLKit

/// A configuration file in TOML, read key by key: a value of the wrong kind is a problem at its place, and counts as absent.
///
/// The only file that touches TOMLKit.
struct TOMLFile {
    let file: String
    private let text: String
    private let root: TOMLTable?
    private(set) var problems: [Problem] = []

    /// Reads a text; where it is no TOML, the problem says where, and all keys are absent.
    init(_ text: String, file: String) {
        self.file = file
        self.text = text
        if let (line, column, character) = TOMLHeaders.firstUnreadable(in: text) {
            root = nil
            problems.append(
                Problem(
                    .error, file: file, line: line, column: column,
                    "This is no valid TOML: a table's name cannot begin with `\(character)`.",
                    hint: "Put the name in double quotes, or see https://toml.io for the form."))
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
        report(key, in: table, "`\(key)` is no text.", hint: "Write it in double quotes: \(key) = \"…\".")
        return nil
    }

    /// A list of texts; nil where the key is absent or no list.
    mutating func strings(_ key: String, in table: [String]) -> [String]? {
        guard let value = self.table(table)?[key] else { return nil }
        let strings = value.array.map { array in array.compactMap { $0.string } }
        if let strings, strings.count == value.array?.count { return strings }
        report(key, in: table, "`\(key)` is no list of texts.", hint: "Write it as \(key) = [\"…\", \"…\"].")
        return strings
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
        let header = (table + [key]).joined(separator: ".")
        report(key, in: table, "`\(key)` is no table.", hint: "Write [\(header)] with its keys below.")
    }

    /// Whether the text could be read at all.
    var isReadable: Bool { root != nil }

    /// Adds a problem at a key's place, or at its table's where the key is absent.
    mutating func report(_ key: String, in table: [String], _ message: String, hint: String) {
        let line = TOMLFile.line(of: key, in: table, text: text)
        problems.append(Problem(.error, file: file, line: line, column: line == nil ? nil : 1, message, hint: hint))
    }

    private func table(_ path: [String]) -> TOMLTable? {
        path.reduce(root) { $0?[$1]?.table }
    }

    private static func sentence(_ text: String) -> String {
        let line = text.split(separator: "\n").first.map(String.init) ?? text
        return line.hasSuffix(".") ? String(line.dropLast()) : line
    }

    /// The line that sets a key: TOMLKit forgets places once a file is read, and a configuration is short.
    private static func line(of key: String, in table: [String], text: String) -> Int? {
        var header = ""
        var place: Int?
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let trimmed = line.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "\r" }
            if trimmed.hasPrefix("["), let end = trimmed.lastIndex(of: "]") {
                header = String(trimmed[trimmed.index(after: trimmed.startIndex)..<end])
                if header == table.joined(separator: ".") { place = index + 1 }
            } else if header == table.joined(separator: "."), trimmed.hasPrefix("\(key)=") {
                return index + 1
            }
        }
        return place
    }
}
