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

    /// Nine commits in a row, builds of three other kinds, an exact repeat, and the runs of two forks.
    ///
    /// The build of commit 3 lacked a library that one workload needs.
    private var vultr: [RunPlan] {
        var crippled = mainRun(.vultr, 3)
        crippled.incident = .crippled(workload: "telco", factor: 21)
        return [release(.vultr, previous), mainRun(.vultr, 1), mainRun(.vultr, 2), crippled] + (4...9).map { mainRun(.vultr, $0) }
            + [
                repeated(.vultr, 5), mainRun(.vultr, 8, flags: ["JIT"], knowsMergeBase: false),
                mainRun(.vultr, 9, flags: ["JIT"]), branch(.vultr), branch(.vultr, flags: ["JIT"]),
            ] + (6...9).map { mainRun(.vultr, $0, flags: ["NOGIL"]) } + trials
    }

    /// Six commits in a row, of which the second was measured while the machine did something else; it was updated before the last.
    private var macmini: [RunPlan] {
        let update = Incident.updated(platform: "macOS-15.4-arm64-arm-64bit-Mach-O")
        var unsteady = mainRun(.macmini, 5)
        unsteady.incident = .unsteady(every: 5)
        var after = [mainRun(.macmini, 9), mainRun(.macmini, 9, flags: ["JIT", "TAILCALL"]), branch(.macmini)]
        for index in after.indices { after[index].incident = update }
        return [release(.macmini, old), release(.macmini, previous), mainRun(.macmini, 4), unsteady]
            + (6...8).map { mainRun(.macmini, $0) } + after
    }

    /// Too few commits to know its noise.
    private var winbox: [RunPlan] {
        var newest = mainRun(.winbox, 9)
        newest.incident = .spoiled(workload: "pidigits")
        return [release(.winbox, old), release(.winbox, previous), mainRun(.winbox, 7), mainRun(.winbox, 8), newest]
    }

    /// Runs that measure less than the others: one workload, two that count for nothing, and all with half the processes.
    private var trials: [RunPlan] {
        var (single, uncounted, quick) = (trial(10, "copy-less"), trial(14, "pickle-notes"), trial(18, "first-look"))
        single.workloads = Workload.few.filter { $0.name == "deepcopy" }
        uncounted.workloads = Workload.usual.filter { ["logging_silent", "pickle"].contains($0.name) }
        quick.processes = 10
        return [single, uncounted, quick]
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

    /// A second run of a commit of the main branch, some hours later; its ref is the commit's own name.
    private func repeated(_ machine: Machine, _ number: Int) -> RunPlan {
        var run = mainRun(machine, number)
        run.ref = run.commit.id
        return run
    }

    /// A branch that starts from the eighth commit.
    private func trial(_ hour: Int, _ ref: String) -> RunPlan {
        var draws = Draws(seed: seed, "trial", ref)
        let commit = PlannedCommit(
            id: draws.hexadecimal(digits: 40), version: "3.14.0a6+", date: Moment(2025, 3, 29, hour: hour), progress: 1,
            position: 8)
        return RunPlan(
            machine: .vultr, fork: "mpage", ref: ref, commit: commit, mergeBase: main[7].id, seed: seed)
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
