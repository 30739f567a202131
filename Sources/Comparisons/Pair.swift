import Archive

/// A head with one of its baselines.
public struct Pair: Sendable, Hashable {
    /// The baseline's label: a version, `base` for the merge base, `default_base_vs_FLAG` for the default build of the merge base.
    public let label: String
    /// The run that is held against the baseline.
    public let head: RunDigest
    /// The baseline.
    public let base: RunDigest

    /// What a head is held against.
    public enum Kind: Sendable, Hashable {
        /// A configured version.
        case version(String)
        /// The commit at which its branch left the main line, in the same build.
        case mergeBase
        /// A default build where the head is another one.
        case defaultBuild
    }

    /// What the head is held against, as its label and the two commits say.
    ///
    /// A flagged build that has no merge base in the archive is held against the default build of its own commit under the label of a merge
    /// base; it must not stand beside builds that are held against one.
    public var kind: Kind {
        if label == Pair.mergeBaseLabel { return head.name.hash == base.name.hash ? .defaultBuild : .mergeBase }
        return label.hasPrefix(Pair.defaultLabelStart) ? .defaultBuild : .version(label)
    }

    /// The label of the comparison with the merge base.
    public static let mergeBaseLabel = "base"

    /// The label of the comparison of a flagged build with the default build of its merge base.
    public static func defaultLabel(flag: String) -> String { defaultLabelStart + flag }

    /// What the labels of all comparisons with a default build begin with.
    private static let defaultLabelStart = "default_base_vs_"

    /// Makes a pair.
    public init(label: String, head: RunDigest, base: RunDigest) {
        self.label = label
        self.head = head
        self.base = base
    }
}
