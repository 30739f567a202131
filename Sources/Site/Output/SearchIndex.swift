import Comparisons
import Foundation

/// What the home page's search finds, as a script that the page loads when the reader first looks for something.
struct SearchIndex {
    let catalogue: Catalogue

    /// A call with rows of text, address from the home page, and kind.
    func script() throws -> String {
        let listings = Listings(catalogue: catalogue)
        var rows =
            listings.machines.map { [$0.heading, $0.path.text, "machine"] }
            + listings.forks.map { [$0.heading, $0.path.text, "fork"] }
        rows += catalogue.runs.map { run in
            [
                "\(run.name.hash) \(run.branch) \(run.name.version.text) \(run.flagWords) on \(run.name.nickname), \(run.commitDay)",
                catalogue.map.run(run).text, "run",
            ]
        }
        rows += catalogue.runsByCommit.keys.sorted().map { ["\($0) commit", catalogue.map.commit($0).text, "commit"] }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return "benchfolioSearch(\(String(decoding: try encoder.encode(rows), as: UTF8.self)));\n"
    }
}
