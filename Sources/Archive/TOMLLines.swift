/// Where the keys and tables of a TOML text stand: TOMLKit forgets places once a file is read.
///
/// O(text).
struct TOMLLines {
    private var keys: [String: (line: Int, column: Int)] = [:]
    private var headers: [String: (line: Int, column: Int)] = [:]

    init(_ text: String) {
        var header = ""
        // Of all that Unicode calls a line's end these alone end one in TOML.
        let lines = text.drop { $0 == "\u{FEFF}" }.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        for (index, line) in lines.enumerated() {
            let place = (line: index + 1, column: line.prefix { $0 == " " || $0 == "\t" }.count + 1)
            let trimmed = line.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "\r" }
            if trimmed.hasPrefix("["), let end = trimmed.firstIndex(of: "]") {
                // A list of tables has two brackets.
                header = String(trimmed[..<end].drop { $0 == "[" })
                headers[header] = place
            } else if let end = trimmed.firstIndex(of: "=") {
                let key = (header.isEmpty ? "" : header + ".") + trimmed[..<end]
                if keys[key] == nil { keys[key] = place }
            }
        }
    }

    /// The place of the line that sets a key or begins a table of its name, or of its table's header or line where the key has none.
    func place(of key: String, in table: [String]) -> (line: Int, column: Int)? {
        let (name, outer) = ((table + [key]).joined(separator: "."), table.joined(separator: "."))
        return keys[name] ?? headers[name] ?? headers[outer] ?? keys[outer]
    }
}
