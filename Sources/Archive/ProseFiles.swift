/// The Markdown files that become pages of prose.
public struct ProseFiles: Sendable {
    /// One of them.
    public struct File: Sendable, Hashable {
        /// Its name without ending.
        public let name: String
        /// Where it stands.
        public let path: String
        /// The path to name it by in problems.
        public let shown: String
    }

    /// The archive's own files, and those that came with the tool where the archive has none of that name; in code-point order.
    public let files: [File]
    /// What stands among them and is not read.
    public let problems: [Problem]

    /// Finds the files.
    ///
    /// - Parameters:
    ///   - root: the archive's folder, whose folder `pages` holds them; no link may lead out of it
    ///   - provided: the folder of those that came with the tool, out of which no link may lead either; where it is the archive's own,
    ///     its files are the archive's
    public init(root: String, provided: String?) {
        var found: [ExactText: File] = [:]
        var problems: [Problem] = []
        let own = "\(root)/pages"
        var folders = [(path: own, border: FileSystem.resolved(root), isOwn: true)]
        if let provided, !ReadOnlyFolder(own).isItself(provided) {
            folders.insert((provided, FileSystem.resolved(provided), false), at: 0)
        }
        for (folder, border, isOwn) in folders {
            if isOwn, FileSystem.isOutside(folder, of: border) {
                problems.append(ProseFiles.outside)
                continue
            }
            let entries: [FileSystem.Entry]
            do { entries = try FileSystem.entries(of: folder, within: border) } catch {
                let isThere = isOwn && FileOutput.kind(of: folder) != .nothing
                if isThere { problems.append(ProseFiles.unreadable(error)) }
                continue
            }
            for entry in entries where entry.name.hasEnding(".md") {
                let path = "\(folder)/\(entry.name)"
                // The tool's own are named as they stand in its sources, wherever it is.
                let shown = isOwn ? "pages/\(entry.name)" : "Content/pages/\(entry.name)"
                let name = String(decoding: entry.name.utf8.dropLast(3), as: UTF8.self)
                switch entry.kind {
                case .file: found[ExactText(name)] = File(name: name, path: path, shown: shown)
                case .other(.unreadableName): problems.append(ProseFiles.unreadableName(shown))
                case .folder, .other: problems.append(ProseFiles.noFile(shown, isOwn: isOwn))
                }
            }
        }
        files = found.values.sorted { $0.name.precedes($1.name) }
        self.problems = problems
    }

    private static func unreadable(_ failure: FileFailure) -> Problem {
        Problem(
            .error, file: "pages", "The folder cannot be read: \(failure.reason); its pages were left out.",
            hint: "Put a folder here that you may read, or nothing.")
    }

    private static var outside: Problem {
        Problem(
            .error, file: "pages", "This is a link that leads out of the archive; its pages were left out.",
            hint: "Put the folder itself here.")
    }

    private static func unreadableName(_ shown: String) -> Problem {
        Problem(
            .error, file: shown, "The name is no UTF-8; the page was left out.",
            hint: "Rename it: a page's address is made of its name.")
    }

    /// What came with the tool is no fault of the archive.
    private static func noFile(_ shown: String, isOwn: Bool) -> Problem {
        Problem(
            isOwn ? .error : .note, file: shown,
            "This is no file, or a link that leads out of \(isOwn ? "the archive" : "its folder"); the page was left out.",
            hint: "Put the file itself here.")
    }
}
