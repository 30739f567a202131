extension RunPlan {
    /// The mean of the largest memory size of a workload's processes, in bytes.
    ///
    /// A newer version takes 13 % more, a little more or less by workload; builds differ, runs and processes hardly do.
    func residentBytes(of workload: Workload) -> Double {
        // What a workload needs is its own, so it follows no seed: runs of different seeds stay comparable.
        var nature = Draws(seed: 0, "memory", workload.name)
        let start = 14_000_000 + 70_000_000 * nature.fraction() * nature.fraction()
        let growth = 1 + commit.progress * (0.127 + 0.02 * nature.bell())
        var noise = Draws(seed: seed, "memory", path, workload.name)
        let build = flags.reduce(1.0) { product, flag in
            switch flag {
            case "JIT": product * 1.08
            case "NOGIL": product * 1.13
            default: product
            }
        }
        return start * growth * build * (machine.system == "darwin" ? 0.85 : 1) * (1 + 0.0015 * noise.bell())
    }

    /// One process's size around that mean, in whole pages.
    func residentBytes(around mean: Double, _ draws: inout Draws) -> Int {
        Int(mean * (1 + 0.0015 * draws.bell()) / 4096) * 4096
    }
}
