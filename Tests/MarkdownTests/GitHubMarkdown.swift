import Foundation
import Testing

@testable import Markdown

/// GitHub's own converter, as the oracle for tables: the program `cmark-gfm`, where it is installed.
enum GitHubMarkdown {
    static let isPresent = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/cmark-gfm")
    }

    static let reason: Comment = "needs the program cmark-gfm (Debian package cmark-gfm)"

    struct Failure: Error { let status: Int32 }

    /// The HTML of each document, made with the given options.
    ///
    /// One call of a shell, which starts the program once a document.
    static func convert(_ documents: [[UInt8]], options: String) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("markdown-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
        }
        for (number, document) in documents.enumerated() {
            try Data(document).write(to: folder.appendingPathComponent("\(number).md"))
        }
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "for f in *.md; do cmark-gfm \(options) $f > ${f%.md}.html || exit 1; done"]
        shell.currentDirectoryURL = folder
        try shell.run()
        shell.waitUntilExit()
        guard shell.terminationStatus == 0 else { throw Failure(status: shell.terminationStatus) }
        return try documents.indices.map {
            String(decoding: try Data(contentsOf: folder.appendingPathComponent("\($0).html")), as: UTF8.self)
        }
    }

    /// Its HTML with alignment as we write it.
    ///
    /// Text cannot hold the attribute's quotation mark, so only tags are changed.
    static func normalised(_ html: String) -> String {
        html.replacingOccurrences(of: " align=\"", with: " class=\"", options: .literal)
    }

    /// Our HTML without what we add: the box around a table, `scope`, and a heading's `id`.
    static func normalisedOurs(_ html: HTML) -> String {
        html.text
            .replacingOccurrences(
                of: "<div class=\"table-scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n", with: "",
                options: .literal
            )
            .replacingOccurrences(of: "</table>\n</div>", with: "</table>", options: .literal)
            .replacingOccurrences(of: " scope=\"col\"", with: "", options: .literal)
            .replacingOccurrences(of: #"(<h[1-6]) id="[^"]*""#, with: "$1", options: .regularExpression)
    }

    /// A document's HTML without two things that GitHub's converter does by mistake.
    ///
    /// We do not:
    /// 1. Text above a table loses the backslash of `\|` before it is read, in a code span too; it is no cell, and keeps it here.
    /// 2. The line of dashes of a table without rows counts as a blank line, so a list around it becomes loose.
    static func withoutQuirks(_ html: String) -> String {
        let withBarePipes = html.replacingOccurrences(of: #"\\+\|"#, with: "|", options: .regularExpression)
        guard html.contains("</thead>\n</table>") else { return withBarePipes }
        return ["<p>", "</p>", "\n"].reduce(withBarePipes) { $0.replacingOccurrences(of: $1, with: "", options: .literal) }
    }

    /// What came of comparing documents.
    struct Outcome {
        /// The documents that we and GitHub convert differently, and ought not to.
        var differences: [Difference] = []
        /// How many differ by GitHub's two mistakes alone.
        var quirks = 0
        /// How many are not compared, since libcmark and GitHub's older fork of it differ on what is left of them without their tables:
        /// that is no matter of tables.
        var leftOut = 0
    }

    /// Converts documents by both ways and compares.
    static func compare(_ documents: [[UInt8]]) throws -> Outcome {
        let theirs = try convert(documents, options: "-e table").map(normalised)
        let tableless = documents.map { document in
            var placed = PlacedTables(document.withPlainLineEnds())
            return (html: String(decoding: placed.takeAll().html(), as: UTF8.self), text: placed.text)
        }
        let theirTableless = try convert(tableless.map(\.text), options: "")
        var outcome = Outcome()
        for (index, document) in documents.enumerated() {
            let ours = normalisedOurs(MarkdownConverter().convert(utf8: document).html)
            if ours == theirs[index] { continue }
            if tableless[index].html != theirTableless[index] {
                outcome.leftOut += 1
            } else if withoutQuirks(ours) == withoutQuirks(theirs[index]) {
                outcome.quirks += 1
            } else {
                let text = String(decoding: document, as: UTF8.self)
                outcome.differences.append(Difference(document: text, ours: ours, theirs: theirs[index]))
            }
        }
        return outcome
    }

    struct Difference: CustomStringConvertible {
        let document: String, ours: String, theirs: String
        var description: String { "\n### document\n\(document)### ours\n\(ours)### GitHub's\n\(theirs)" }
    }
}
