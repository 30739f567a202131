/// The archive that ships with the project: three machines, three forks, four sets of flags, two baselines, one spoiled file.
struct SampleArchive {
    private let seed: UInt64
    private let main: [PlannedCommit]
    private let old = PlannedCommit(
        id: "a4a2d2b", version: "3.12.6", date: Moment(2024, 9, 6, hour: 19, minute: 3, second: 47), progress: 0, position: 0)
    private let previous = PlannedCommit(
        id: "60403a5", version: "3.13.0", date: Moment(2024, 10, 7, hour: 4, minute: 48, second: 1), progress: 0.45, position: 0)
    private let example = PlannedCommit(
        id: "ccaa69a", version: "3.14.0a6+", date: Moment(2025, 4, 2, hour: 17, minute: 21, second: 9), progress: 1, position: 9)

    /// The plans of all runs, the example pair among them.
    static func runs(seed: UInt64) -> [RunPlan] {
        let archive = SampleArchive(seed: seed)
        return archive.examplePair + archive.vultr + archive.macmini + archive.winbox
    }

    private init(seed: UInt64) {
        self.seed = seed
        let dates = [
            Moment(2025, 2, 13, hour: 9, minute: 12, second: 40), Moment(2025, 2, 19, hour: 15, minute: 37, second: 2),
            Moment(2025, 2, 25, hour: 11, minute: 5, second: 26), Moment(2025, 3, 4, hour: 20, minute: 49, second: 13),
            Moment(2025, 3, 10, hour: 8, minute: 30, second: 55), Moment(2025, 3, 15, hour: 13, minute: 16, second: 31),
            Moment(2025, 3, 21, hour: 17, minute: 58, second: 8), Moment(2025, 3, 26, hour: 10, minute: 22, second: 19),
            Moment(2025, 3, 31, hour: 14, minute: 44, second: 37),
        ]
        var draws = Draws(seed: seed, "commits")
        var commits: [PlannedCommit] = []
        for (index, date) in dates.enumerated() {
            let version = index < 5 ? "3.14.0a5+" : "3.14.0a6+"
            let id = draws.hexadecimal(digits: 40)
            commits.append(PlannedCommit(id: id, version: version, date: date, progress: 1, position: index + 1))
        }
        main = commits
    }

    /// The two runs whose report is known to the letter.
    ///
    /// Their numbers do not follow the seed: another draw would change the report's reliability.
    private var examplePair: [RunPlan] {
        [
            RunPlan(
                machine: .vultr, fork: "python", ref: "v3.12.6", commit: old, source: .exampleBase, workloads: Workload.all,
                seed: 0),
            RunPlan(
                machine: .vultr, fork: "mpage", ref: "restore_load_bearing", commit: example, mergeBase: main[8].id,
                source: .exampleHead, workloads: Workload.all, seed: 0),
        ]
    }

    /// Nine commits in a row, with three kinds of builds beside the newest, and a fork.
    private var vultr: [RunPlan] {
        [release(.vultr, previous)] + (1...9).map { mainRun(.vultr, $0) } + [
            mainRun(.vultr, 8, flags: ["JIT"], knowsMergeBase: false), mainRun(.vultr, 9, flags: ["JIT"]),
            mainRun(.vultr, 9, flags: ["NOGIL"]), branch(.vultr), branch(.vultr, flags: ["JIT"]),
        ]
    }

    private var macmini: [RunPlan] {
        [release(.macmini, old), release(.macmini, previous)] + (4...9).map { mainRun(.macmini, $0) } + [
            mainRun(.macmini, 9, flags: ["JIT", "TAILCALL"]), branch(.macmini),
        ]
    }

    /// One value of its newest run is zero, which no benchmark can be.
    private var winbox: [RunPlan] {
        var newest = mainRun(.winbox, 9)
        newest.spoiled = "pidigits"
        return [release(.winbox, old), release(.winbox, previous), mainRun(.winbox, 7), mainRun(.winbox, 8), newest]
    }

    private func release(_ machine: Machine, _ commit: PlannedCommit) -> RunPlan {
        RunPlan(machine: machine, fork: "python", ref: "v\(commit.version)", commit: commit, seed: seed)
    }

    /// A run of the main branch; its merge base is the commit before it, where the history says so.
    private func mainRun(_ machine: Machine, _ number: Int, flags: [String] = [], knowsMergeBase: Bool = true) -> RunPlan {
        let before = knowsMergeBase && number > 1 ? main[number - 2].id : nil
        return RunPlan(
            machine: machine, fork: "python", ref: "main", commit: main[number - 1], flags: flags, mergeBase: before, seed: seed)
    }

    /// A branch of the fork with a dash in its name.
    private func branch(_ machine: Machine, flags: [String] = []) -> RunPlan {
        var draws = Draws(seed: seed, "branch")
        let commit = PlannedCommit(
            id: draws.hexadecimal(digits: 40), version: "3.14.0a6+", date: Moment(2025, 3, 28, hour: 21, minute: 9, second: 50),
            progress: 1, position: 8)
        return RunPlan(
            machine: machine, fork: "faster-cpython", ref: "trace-optimizer-uniques", commit: commit, flags: flags,
            mergeBase: main[7].id, seed: seed)
    }
}
