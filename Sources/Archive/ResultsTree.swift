/// The files under an archive's `results/`.
public struct ResultsTree: Sendable {
    /// The files in code-point order of their paths.
    public let files: [ResultsFile]
    /// What could not be listed, and what stands there but belongs to no archive.
    public let problems: [Problem]

    /// Walks the tree at any depth.
    ///
    /// Folders reached by a symbolic link are passed over, so a walk always ends.
    ///
    /// - Parameter root: the archive's folder, which holds `results`
    public init(root: String) {
        var walk = Walk(root: root)
        walk.enter("results", depth: 0)
        let sorted = walk.files.sorted { $0.path.precedes($1.path) }
        var seen: Set<String> = []
        let twins = sorted.filter { !seen.insert($0.path).inserted }
        files = twins.isEmpty ? sorted : ResultsTree.withoutTwins(sorted)
        problems = walk.problems + files.compactMap(ResultsTree.problem) + twins.map(ResultsTree.twin)
    }

    /// The runs among the files, with their names.
    public var runs: [(file: ResultsFile, name: RunName)] {
        files.compactMap { file in
            guard case .run(let name) = file.kind else { return nil }
            return (file, name)
        }
    }

    /// The files whose paths no earlier one has: two may read the same and still be spelled with other Unicode scalars.
    private static func withoutTwins(_ files: [ResultsFile]) -> [ResultsFile] {
        var seen: Set<String> = []
        return files.filter { seen.insert($0.path).inserted }
    }

    private static func twin(_ file: ResultsFile) -> Problem {
        Problem(
            .error, file: file.path,
            "Another file has the same name, spelled with other Unicode characters; this one was left out.",
            hint: "Rename one of the two: an archive's names are plain ASCII.")
    }

    private static func problem(_ file: ResultsFile) -> Problem? {
        switch file.kind {
        case .run, .byproduct: return nil
        case .foreign:
            return Problem(
                .note, file: file.path, "This file is no part of an archive and was passed over.",
                hint: "Move it out of `results`, or leave it: nothing depends on it.")
        case .misnamed:
            return Problem(
                .note, file: file.path, "The name does not say which run this is; the file was passed over.",
                hint: "Name it bm-DATE-NICKNAME-ARCHITECTURE-FORK-REF-VERSION-HASH.json in a folder bm-DATE-VERSION-HASH[-FLAGS]."
            )
        }
    }
}

/// A walk in progress.
private struct Walk {
    let root: String
    var files: [ResultsFile] = []
    var problems: [Problem] = []

    mutating func enter(_ folder: String, depth: Int) {
        do {
            for entry in try FileSystem.entries(of: "\(root)/\(folder)") {
                let path = "\(folder)/\(entry.name)"
                switch entry.kind {
                case .folder: enter(path, depth: depth + 1)
                case .file: files.append(ResultsFile(path: path))
                case .other:
                    problems.append(
                        Problem(.note, file: path, "This is a link to a folder, or no file at all, and was passed over."))
                }
            }
        } catch {
            problems.append(
                Problem(
                    .error, file: folder, "The folder cannot be read: \(error.reason).",
                    hint: depth == 0 ? "An archive is a folder that holds `results` and `bench_runner.toml`." : nil))
        }
    }
}
