import Archive

/// A head with one of its baselines.
public struct Pair: Sendable, Hashable {
    /// The baseline's label: a version, `base` for the merge base, `default_base_vs_FLAG` for the default build of the merge base.
    public let label: String
    /// The run that is held against the baseline.
    public let head: RunDigest
    /// The baseline.
    public let base: RunDigest

    /// The label of the comparison with the merge base.
    public static let mergeBaseLabel = "base"

    /// The label of the comparison of a flagged build with the default build of its merge base.
    public static func defaultLabel(flag: String) -> String { defaultLabelStart + flag }

    /// What the labels of all comparisons with a default build begin with.
    public static let defaultLabelStart = "default_base_vs_"

    /// Makes a pair.
    public init(label: String, head: RunDigest, base: RunDigest) {
        self.label = label
        self.head = head
        self.base = base
    }
}
