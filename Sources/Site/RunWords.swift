import Archive
import Comparisons

/// How pages name runs and baselines.
extension RunDigest {
    /// The quarter of the commit's year, `Q2`.
    var commitQuarter: String {
        let month = Int(commitDay.dropFirst(5).prefix(2)) ?? 1
        return "Q\((month - 1) / 3 + 1)"
    }

    /// The commit with the build's flags: `ccaa69a`, `ccaa69a (JIT)`.
    var build: String {
        name.flags.isDefault ? name.hash : "\(name.hash) (\(name.flags.shownNames.joined(separator: ", ")))"
    }

    /// What was measured where: `3.14.0a6+ ccaa69a (JIT) on vultr`.
    var title: String { "\(name.version.text) \(build) on \(name.nickname)" }

    /// Fork and ref, `mpage/restore_load_bearing`; the fork alone where the ref is only the commit's hash again.
    var branch: String { refWords.map { "\(name.fork)/\($0)" } ?? name.fork }

    /// The ref; nil where it is only the commit's hash again, as for runs that were made of a commit and not of a branch.
    var refWords: String? {
        name.ref.hasPrefix(name.hash) && name.ref.isHexadecimal ? nil : name.ref
    }

    /// The flags in words; `default` where there are none.
    var flagWords: String { name.flags.isDefault ? "default" : name.flags.shownNames.joined(separator: ", ") }

    /// The operating system, architecture and nickname, as the field calls a machine.
    var machineWords: String { "\(machine.system.name) \(name.architecture)" }
}

extension Pair {
    /// The baseline in words: `3.12.6`, `merge base d7159b0`, `default build of d7159b0`.
    var baselineWords: String {
        switch kind {
        case .version(let version): version
        case .mergeBase: "merge base \(base.name.hash)"
        case .defaultBuild: "default build of \(base.name.hash)"
        }
    }
}

extension Pair.Kind {
    /// The head of a listing's column, and the end of a chart's heading.
    var title: String {
        switch self {
        case .version(let version): "vs. \(version)"
        case .mergeBase: "vs. merge base"
        case .defaultBuild: "vs. default build"
        }
    }

    /// Whether it says how far a build is from a release, and not what a commit or its build changed.
    var isVersion: Bool {
        switch self {
        case .version: true
        case .mergeBase, .defaultBuild: false
        }
    }
}

extension [Pair.Kind] {
    /// What a commit or its build changed first, then how far it is from releases.
    var newsFirst: [Pair.Kind] { filter { !$0.isVersion } + filter(\.isVersion) }
}
