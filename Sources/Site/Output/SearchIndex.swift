import Comparisons

/// What the home page's search finds, as a script that the page loads when the reader first looks for something.
struct SearchIndex {
    let catalogue: Catalogue

    /// A call with rows of text, address from the home page, kind, and more words to find the page by.
    func script() throws -> [UInt8] {
        let listings = Listings(catalogue: catalogue)
        var rows =
            listings.machines.map { [$0.heading, $0.path.text, "machine"] }
            + listings.forks.map { [$0.heading, $0.path.text, "fork"] }
        rows += catalogue.runs.map { run in
            [
                "\(run.name.hash) \(run.branch) \(run.name.version.text) \(run.flagWords) on \(run.name.nickname), \(run.commitDay)",
                catalogue.map.run(run).text, "run",
                ([run.machineWords] + run.name.flags.names + [run.fullHash].compactMap(\.self)).joined(separator: " "),
            ]
        }
        rows += catalogue.runsByCommit.sorted { $0.key < $1.key }.map { hash, runs in
            ["\(hash) commit", catalogue.map.commit(hash).text, "commit", runs.compactMap(\.fullHash).first ?? ""]
        }
        var json = JSONText(capacity: 256 * rows.count)
        json.list { list in
            for row in rows { list.texts(nil, row) }
        }
        return SearchIndex.script(json.bytes)
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
