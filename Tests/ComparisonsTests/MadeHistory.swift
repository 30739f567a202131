import Archive
import Comparisons
import Testing

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A history of daily commits, in which every benchmark goes up and down by the same step from one run to the next.
///
/// Every difference has the size of `step`, so that one run's standard deviation is `step` ÷ 0.6745 ÷ √2, and that of a comparison
/// is `step` ÷ 0.6745: 0.01 for a step of 0.006745.
struct MadeHistory {
    var nickname = "box"
    var flags = ""
    var step = 0.006745
    /// Whether all benchmarks go up and down together; else every other one goes against the rest, and the overall mean stands still.
    var isInStep = true
    var benchmarks = 20
    var length = 9
    var fork = "python"
    var system = Machine.System.linux
    var hasDates = true
    var hasMemory = false

    /// The history's runs.
    func runs() throws -> [RunDigest] {
        try (0..<length).map { day in
            try run(
                "\(nickname)\(flags)".prefix(4) + "d\(day)",
                (0..<benchmarks).map { index in
                    let isUp = isInStep ? !day.isMultiple(of: 2) : !(day + index).isMultiple(of: 2)
                    return isUp ? step : 0
                }, date: hasDates ? "2024-06-0\(day + 1)T12:00:00+00:00" : nil)
        }
    }

    /// A run with these logarithms of times, one value of each benchmark; of memory, where the history has it, the same, each benchmark's
    /// beginning at another megabyte.
    func run(_ hash: some StringProtocol, _ logarithms: [Double], date: String? = nil, platform: String? = nil) throws
        -> RunDigest
    {
        let samples = logarithms.enumerated().map { index, logarithm in
            Sample(
                benchmark: MadeHistory.name(index), values: [exp(logarithm)],
                memory: hasMemory ? MemoryReadings(command: [], process: [1e6 * Double(index + 1) * exp(logarithm)]) : .none)
        }
        return try MadeRun(
            nickname: nickname, system: system, fork: fork, hash: String(hash), flags: flags, platform: platform,
            commitDate: date,
            samples: samples
        ).digest()
    }

    /// A benchmark's name, in code-point order of the numbers.
    static func name(_ index: Int) -> String { "b\(index / 10)\(index % 10)" }

    /// The verdict on a head against a baseline with these logarithms of times, after this history.
    func verdict(
        base: [Double], head: [Double], excluded: Set<ExactText> = [], label: String = "3.12.0",
        platforms: (String?, String?) = (nil, nil)
    ) throws -> Verdict {
        let (one, two) = (
            try run("base000", base, platform: platforms.0), try run("head000", head, platform: platforms.1)
        )
        let judge = Judge(runs: try runs() + [one, two], excludedBenchmarks: excluded)
        return judge.verdict(of: Pair(label: label, head: two, base: one))
    }
}

/// So many equal numbers.
func same(_ value: Double, _ count: Int) -> [Double] { Array(repeating: value, count: count) }
