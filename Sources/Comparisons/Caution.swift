/// What a reader must know about a comparison's figures.
public enum Caution: Sendable, Hashable {
    /// Many benchmarks of a run varied more than usual on the machine.
    case unsteadyRun(side: Side, share: Double, machine: String)
    /// The machine has no history yet, so its noise is a guess.
    case assumedNoise
    /// Builds like these differ by up to `change` of the whole from one to the next.
    case noisyBuilds(change: Double, machine: String)
    /// Only `count` benchmarks count for the overall mean.
    case fewBenchmarks(count: Int)
    /// The operating system of the baseline is not the head's.
    case platformChanged(base: String, head: String)
    /// The overall verdict is that of one benchmark.
    case driver(Verdict.Driver)

    /// One of the two runs of a comparison.
    public enum Side: String, Sendable, Hashable {
        case head, base
    }

    /// The name under which a site's index lists it, `C1` to `C6`.
    public var code: String {
        switch self {
        case .unsteadyRun: "C1"
        case .assumedNoise: "C2"
        case .noisyBuilds: "C3"
        case .fewBenchmarks: "C4"
        case .platformChanged: "C5"
        case .driver: "C6"
        }
    }
}
