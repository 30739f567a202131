/// How many benchmarks of a comparison got which word; excluded ones are not among them.
public struct VerdictCounts: Sendable, Hashable {
    /// Those whose head takes less.
    public let faster: Int
    /// Those whose head takes more.
    public let slower: Int
    /// Those of which a change of practical size is ruled out.
    public let same: Int
    /// Those that cannot be told from noise.
    public let unclear: Int
    /// Those of the unclear ones, and of the same, that moved by three times their noise or more.
    public let hints: Int

    /// All judged benchmarks.
    public var family: Int { faster + slower + same + unclear }
    /// The clearly changed ones.
    public var clear: Int { faster + slower }

    /// Makes counts.
    public init(faster: Int, slower: Int, same: Int, unclear: Int, hints: Int) {
        self.faster = faster
        self.slower = slower
        self.same = same
        self.unclear = unclear
        self.hints = hints
    }
}
