/// An archive of any size in the shape of a large public one: some 100 benchmarks and 1.5 MB a run, three comparisons a run.
struct ScaledArchive {
    private let count: Int
    private let seed: UInt64
    private let machines: [Machine] = [.vultr, .macmini, .winbox, .pi5, .nuc]

    /// The first `count` runs of a history whose length follows from it; O(count), without making any text.
    static func runs(_ count: Int, seed: UInt64) -> [RunPlan] {
        let archive = ScaledArchive(count: count, seed: seed)
        let releases = archive.releases
        var runs = Array(releases.prefix(count))
        runs.reserveCapacity(count)
        var before: PlannedCommit?
        var position = 1
        while runs.count < count {
            let commit = archive.commit(position)
            runs += archive.runs(of: commit, after: before).prefix(count - runs.count)
            before = commit
            position += 1
        }
        return runs
    }

    /// Both baselines on every machine.
    private var releases: [RunPlan] {
        let old = PlannedCommit(id: "a4a2d2b", version: "3.12.6", date: Moment(2024, 9, 6, hour: 19), progress: 0, position: 0)
        let previous = PlannedCommit(
            id: "60403a5", version: "3.13.0", date: Moment(2024, 10, 7, hour: 4), progress: 0.45, position: 0)
        return [old, previous].flatMap { commit in
            machines.map { run($0, "python", "v\(commit.version)", commit, [], nil) }
        }
    }

    /// The commits lie evenly between November 2024 and June 2025, so more runs mean more commits a day.
    private func commit(_ position: Int) -> PlannedCommit {
        var draws = Draws(seed: seed, "commit", String(position))
        let total = max(1, (count + 9) / 10)
        let way = min(1, Double(position - 1) / Double(total))
        let date = Moment(2024, 11, 19, hour: 8).later(by: way * 200 * 86_400 + 600 * draws.fraction())
        let version = "3.14.0a\(2 + Int(way * 5.99))+"
        return PlannedCommit(
            id: draws.hexadecimal(digits: 40), version: version, date: date, progress: 0.5 + 0.5 * way, position: position)
    }

    /// The ten runs of one commit: every machine, three builds on some, and two runs of a branch that starts from it.
    private func runs(of commit: PlannedCommit, after before: PlannedCommit?) -> [RunPlan] {
        let base = before?.id
        var draws = Draws(seed: seed, "branch", commit.id)
        let branch = PlannedCommit(
            id: draws.hexadecimal(digits: 40), version: commit.version,
            date: commit.date.later(by: 300 + 9000 * draws.fraction()),
            progress: commit.progress, position: commit.position)
        let fork = ["faster-cpython", "mpage", "lazy-imports"][commit.position % 3]
        let ref = "topic-\(commit.position)"
        return machines.map { run($0, "python", "main", commit, [], base) } + [
            run(.vultr, "python", "main", commit, ["JIT"], base),
            run(.macmini, "python", "main", commit, ["JIT"], base),
            run(.nuc, "python", "main", commit, ["NOGIL"], base),
            run(.vultr, fork, ref, branch, [], commit.id),
            run(.vultr, fork, ref, branch, ["JIT"], commit.id),
        ]
    }

    private func run(
        _ machine: Machine, _ fork: String, _ ref: String, _ commit: PlannedCommit, _ flags: [String], _ mergeBase: String?
    ) -> RunPlan {
        RunPlan(
            machine: machine, fork: fork, ref: ref, commit: commit, flags: flags, mergeBase: mergeBase, source: .drift,
            detail: .full, workloads: Workload.usual, seed: seed)
    }
}
