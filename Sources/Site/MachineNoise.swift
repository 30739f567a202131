import Comparisons

extension Material {
    /// How far runs of the same code differ on each machine, a row for each set of flags in their order.
    ///
    /// O(runs).
    var noise: [String: [MachineNoiseTable.NoiseRow]] {
        Dictionary(grouping: runs, by: \.name.nickname).mapValues { runs in
            let firsts = Dictionary(runs.map { ($0.name.flags, $0) }) { first, _ in first }
            return firsts.sorted { $0.key < $1.key }.compactMap { flags, run in
                judge.noise.time(machine: run.name.nickname, flags: flags).map { noise in
                    MachineNoiseTable.NoiseRow(
                        flags: run.flagWords, pairs: noise.pairs, benchmark: noise.typicalChange, overall: noise.overallChange,
                        isBorrowed: noise.isBorrowed, isAssumed: noise.isAssumed)
                }
            }
        }
    }
}
