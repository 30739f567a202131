import Comparisons
import Foundation

/// What the home page's search finds, as a script that the page loads when the reader first looks for something.
struct SearchIndex {
    let catalogue: Catalogue

    /// A call with rows of text, address from the home page, kind, and more words to find the page by.
    func script() throws -> String {
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
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return "benchfolioSearch(\(SearchIndex.script(String(decoding: try encoder.encode(rows), as: UTF8.self))));\n"
    }

    /// JSON that a script may hold anywhere.
    ///
    /// Old readers of scripts end a text at two line separators of Unicode, and a reader of HTML ends the script at what looks like its
    /// closing tag. The three characters stand inside texts only, where they may be written as numbers.
    private static func script(_ json: String) -> String {
        json.replacing("<", with: "\\u003C").replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
    }
}
