/// A commit of a made-up history.
struct PlannedCommit: Sendable {
    /// What the files give as `commit_id`: 7 digits or the full 40.
    let id: String
    /// The version Python gives itself there.
    let version: String
    /// When it was committed.
    let date: Moment
    /// How much of the way from 3.12.6 (0) to 3.14.0a6 (1) its timings have gone.
    let progress: Double
    /// Its number in the history of the main branch, from 1; forks have the number of the commit they start from.
    let position: Int

    /// The first 7 digits, as in file names.
    var hash: String { String(id.prefix(7)) }
}

/// Everything a results file is made from, known before any of its numbers: a plan is cheap, its text is not.
struct RunPlan: Sendable {
    /// Where the timings of a run come from.
    enum Source: Sendable {
        /// The example's baseline: the means of the table.
        case exampleBase
        /// The example's head: the means of the table.
        case exampleHead
        /// A model on top of the table, and what the sample archive tells of its commits.
        case sampleStory
        /// The same model with timings that drift over a long history.
        case drift
    }

    /// How much a file says.
    enum Detail: Sendable {
        /// One worker process a line, seven digits.
        case brief
        /// What a public archive holds: every number on its line, all digits, the state of the machine at each process.
        case full
    }

    /// Where it ran.
    let machine: Machine
    /// The fork's name on GitHub.
    let fork: String
    /// The branch or tag.
    var ref: String
    /// What was built.
    let commit: PlannedCommit
    /// How it was built.
    var flags: [String] = []
    /// The commit of the main branch that it started from.
    var mergeBase: String?
    /// Where its timings come from.
    var source: Source = .sampleStory
    /// How much the file says.
    var detail: Detail = .brief
    /// What ran.
    var workloads: [Workload] = Workload.few
    /// How many worker processes measure each workload.
    var processes = Sample.processes
    /// What went otherwise than usual.
    var incident: Incident?
    /// Where the random numbers start.
    let seed: UInt64

    /// The place of the file, relative to the archive's root.
    var path: String {
        let build = flags.isEmpty ? "" : "-" + flags.sorted().joined(separator: ",")
        let day = commit.date.compactDay
        let stem = [
            "bm", day, machine.nickname, machine.architecture, escapedFork, shortRef, commit.version, commit.hash,
        ].joined(separator: "-")
        return "results/bm-\(day)-\(commit.version)-\(commit.hash)\(build)/\(stem).json"
    }

    /// The operating system's long name.
    var platform: String {
        if case .updated(let platform) = incident { platform } else { machine.platform }
    }

    /// A dash separates the parts of a name, so a fork's own dashes are escaped.
    private var escapedFork: String { fork.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "%2d") }

    /// A ref is cut to 20 characters, and its dashes become underscores.
    private var shortRef: String { String(ref.prefix(20).map { $0 == "-" ? "_" : $0 }) }
}
