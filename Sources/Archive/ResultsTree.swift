/// The files under an archive's `results/`.
public struct ResultsTree: Sendable {
    /// The files in code-point order of their paths.
    public let files: [ResultsFile]
    /// What could not be listed: all problems that do not follow from the files' names.
    public let unlisted: [Problem]

    /// Walks the tree at any depth.
    ///
    /// Folders reached by a symbolic link are passed over, so a walk always ends; so is a file that a link fetches from outside of the
    /// archive, since whoever can add a link could else publish any file of the machine that builds the site.
    ///
    /// - Parameter root: the archive's folder, which holds `results`
    public init(root: String) {
        var walk = Walk(root: root, border: FileSystem.resolved(root))
        walk.enter("results", depth: 0)
        let sorted = walk.files.sorted { $0.path.precedes($1.path) }
        var seen: Set<String> = []
        let twins = sorted.filter { !seen.insert($0.path).inserted }
        files = twins.isEmpty ? sorted : ResultsTree.withoutTwins(sorted)
        unlisted = walk.problems + twins.map(ResultsTree.twin)
    }

    /// A run among the files, with what its name says.
    public typealias NamedRun = (file: ResultsFile, name: RunName)

    /// The runs among the files, and what is wrong with the tree: what could not be listed, and what stands there but belongs to no
    /// archive.
    ///
    /// O(files).
    public var named: (runs: [NamedRun], problems: [Problem]) {
        var (runs, problems): ([NamedRun], [Problem]) = ([], unlisted)
        for file in files {
            let kind = file.kind
            if case .run(let name) = kind { runs.append((file, name)) }
            if let problem = ResultsTree.problem(file, kind) { problems.append(problem) }
        }
        return (runs, problems)
    }

    /// The runs among the files, with their names.
    public var runs: [NamedRun] { named.runs }

    /// What is wrong with the tree.
    public var problems: [Problem] { named.problems }

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

    private static func problem(_ file: ResultsFile, _ kind: ResultsFile.Kind) -> Problem? {
        switch kind {
        case .run, .byproduct: return nil
        case .foreign:
            return Problem(
                .note, file: file.path, "This file is no part of an archive and was passed over.",
                hint: "Move it out of `results`, or leave it: nothing depends on it.")
        case .misnamed:
            return Problem(
                .warning, file: file.path, "The names of the file and its folder do not say which run this is; it was left out.",
                hint: "Name it \(RunName.form) in a folder bm-DATE-VERSION-HASH[-FLAGS]. \(RunName.ruleOfHyphens)")
        }
    }
}

/// A walk in progress.
private struct Walk {
    let root: String
    /// The root without links.
    let border: String?
    var files: [ResultsFile] = []
    var problems: [Problem] = []

    mutating func enter(_ folder: String, depth: Int) {
        do throws(FileFailure) {
            // Further down no link is followed to a folder.
            if depth == 0, FileSystem.isOutside("\(root)/\(folder)", of: border) { throw FileFailure.isOutside }
            for entry in try FileSystem.entries(of: "\(root)/\(folder)", within: border) {
                let path = "\(folder)/\(entry.name)"
                switch entry.kind {
                case .folder:
                    if case .run = ResultsFile(path: path).kind { problems.append(Walk.folderNamedAsRun(path)) }
                    enter(path, depth: depth + 1)
                case .file: files.append(ResultsFile(path: path))
                case .other(let other): problems.append(Walk.problem(other, path))
                }
            }
        } catch {
            problems.append(
                Problem(
                    .error, file: folder, "The folder cannot be read: \(error.reason).",
                    hint: depth == 0 ? "An archive is a folder that holds `results` and `bench_runner.toml`." : nil))
        }
    }

    private static func folderNamedAsRun(_ path: String) -> Problem {
        Problem(
            .error, file: path, "This is a folder, and by its name the results of a run.",
            hint: "Put the file itself here, or name the folder otherwise.")
    }

    /// What is named as a run and cannot be read is missing from the site; anything else would not have been read in any case.
    private static func problem(_ other: FileSystem.Other, _ path: String) -> Problem {
        if other == .unreadableName {
            return Problem(
                .error, file: path, "The name is no UTF-8, so what it names was left out.",
                hint: "Rename it: an archive's names are plain ASCII.")
        }
        guard case .run = ResultsFile(path: path).kind else {
            let isOutside = other == .linkOutside
            return Problem(
                .note, file: path,
                isOutside
                    ? "This is a link that leads out of the archive, and was passed over."
                    : "This is a link to a folder, or no file at all, and was passed over.")
        }
        let what =
            switch other {
            case .linkToFolder: "a link to a folder"
            case .linkToNothing: "a link to a file that is not there"
            case .linkInCircle: "a link that leads in a circle"
            case .linkOutside: "a link that leads out of the archive"
            case .special, .unreadableName: "a pipe, a socket or a device"
            }
        return Problem(
            .error, file: path, "This is \(what), and by its name the results of a run; it was left out.",
            hint: "Put the file itself here.")
    }
}
