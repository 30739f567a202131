/// What one workload takes in one run: the centre and the width of its values.
struct Timing: Sendable {
    /// Mean seconds.
    let mean: Double
    /// The deviation of the values, relative to the mean.
    let spread: Double
    /// How some of the values stall, where they do.
    var stalled: Stall?

    /// Mean seconds of an undisturbed value.
    var typical: Double { stalled?.quiet ?? mean }

    /// Some values of an otherwise quiet workload are far off, as if a pool of processes had waited for a timeout.
    struct Stall: Sendable {
        /// Mean seconds of the undisturbed values.
        let quiet: Double
        /// Every so-many-th value is disturbed.
        let every: Int
    }
}

extension RunPlan {
    /// What a workload takes in this run; nil where the suite of that time does not have it.
    func timing(of workload: Workload) -> Timing? {
        switch source {
        case .exampleBase:
            return workload.before.map { Timing(mean: $0, spread: exampleSpread(workload)) }
        case .exampleHead:
            guard let after = workload.after else { return nil }
            // 52 quiet values and 8 stalled ones: the plain mean is 8 times the baseline's, the trimmed one is not. That is why
            // the example's table ends at 1.04x and its overall mean, which trims, at 1.070x.
            let stall = workload.name == "bench_mp_pool" ? Timing.Stall(quiet: 0.00992, every: 7) : nil
            return Timing(mean: after, spread: exampleSpread(workload), stalled: stall)
        case .sampleStory, .drift:
            return Timing(mean: modelledMean(workload) * incidentFactor(workload), spread: modelledSpread(workload))
        }
    }

    /// Narrow enough that a printed change is significant, wide enough that a hidden one is not.
    private func exampleSpread(_ workload: Workload) -> Double {
        let change = workload.change > 1 ? workload.change - 1 : 1 - workload.change
        if workload.before == nil || workload.after == nil { return 0.006 }
        return change < 0.004 ? 0.02 : min(0.008, 0.8 * change)
    }

    private func modelledSpread(_ workload: Workload) -> Double {
        var draws = Draws(seed: seed, "spread", machine.nickname, workload.name)
        let usual = machine.spread * (0.6 + 0.8 * draws.fraction())
        guard case .unsteady(let every) = incident, let place = workloads.firstIndex(where: { $0.name == workload.name }) else {
            return usual
        }
        return place % every == 0 ? 8 * usual : usual
    }

    private func incidentFactor(_ workload: Workload) -> Double {
        if case .crippled(workload.name, let factor) = incident { factor } else { 1 }
    }

    /// Table, version, machine, flags, history and noise, multiplied.
    private func modelledMean(_ workload: Workload) -> Double {
        // Another processor gains more or less of what a new version brings, and has its own strong and weak points.
        var habits = Draws(seed: seed, "machine", machine.nickname, workload.name)
        let isReference = machine.nickname == Machine.vultr.nickname
        let response = isReference ? 1 : 0.75 + 0.3 * habits.fraction()
        let habit = isReference ? 1 : 1 + 0.06 * habits.bell()
        let version = 1 + commit.progress * response * (workload.change - 1)

        var noise = Draws(seed: seed, "noise", path, workload.name)
        var wholeRun = Draws(seed: seed, "noise", path)
        let disturbance = (1 + machine.buildNoise * noise.bell()) * (1 + machine.runNoise * wholeRun.bell()) * layoutFactor
        let place = machine.slowness * habit
        return workload.start * place * version * flagFactor(workload) * forkFactor(workload) * historyFactor(workload)
            * disturbance
    }

    /// In the sample's story a build without the global lock comes out in one of two ways, and the slower one costs 7 %.
    private var layoutFactor: Double {
        guard case .sampleStory = source, flags == ["NOGIL"] else { return 1 }
        return commit.position % 2 == 0 ? 1.07 : 1
    }

    /// What a build option costs or gains: a little everywhere, and a part of its own for every workload.
    private func flagFactor(_ workload: Workload) -> Double {
        flags.reduce(1) { product, flag in
            var draws = Draws(seed: seed, "flag", flag, machine.architecture, workload.name)
            let own = draws.bell()
            switch flag {
            case "JIT": return product * (0.965 + 0.025 * own)
            case "NOGIL": return product * (1.09 + 0.045 * own)
            case "TAILCALL": return product * (0.975 + 0.01 * own)
            case "PYTHON_UOPS": return product * (1.05 + 0.03 * own)
            default: return product
            }
        }
    }

    /// A fork exists to change something, mostly for the better.
    private func forkFactor(_ workload: Workload) -> Double {
        guard fork != "python" else { return 1 }
        var draws = Draws(seed: seed, "fork", fork, ref, workload.name)
        let isTarget = draws.fraction() < 0.25
        return isTarget ? 0.95 + 0.02 * draws.bell() : 1
    }

    private func historyFactor(_ workload: Workload) -> Double {
        guard commit.position > 0 else { return 1 }
        switch source {
        case .exampleBase, .exampleHead:
            return 1
        case .sampleStory:
            return SampleStory.factor(workload.name, at: commit.position)
        case .drift:
            // Steps rather than a slope: a workload changes when someone changes it, and keeps that level for 25 commits.
            var draws = Draws(seed: seed, "drift", workload.name, String(commit.position / 25))
            return 1 + 0.02 * draws.bell()
        }
    }
}
