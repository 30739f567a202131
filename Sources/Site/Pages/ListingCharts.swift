import Archive
import Comparisons
import Markdown
import Reports

/// The charts of a listing: one for each baseline, machine and build.
struct ListingCharts {
    private let catalogue: Catalogue
    private let path: SitePath
    private let all: [Series]
    /// Whether some bars are of other forks than the one that the charts follow.
    let haveAsides: Bool

    /// Gathers the bars of some runs.
    init(catalogue: Catalogue, path: SitePath, runs: [RunDigest]) {
        self.catalogue = catalogue
        self.path = path
        let history = History.ordered(runs, of: \.self)
        let all = catalogue.columns(of: runs).flatMap { ListingCharts.series($0, of: history, catalogue, path) }
        haveAsides = all.contains { $0.bars.contains(where: \.isAside) }
        self.all = all.filter(\.flags.isDefault) + all.filter { !$0.flags.isDefault }
    }

    /// The charts, the default builds first and the others folded away.
    ///
    /// The charts of a baseline share an axis, and those of its other builds another. Builds with a single run are left to the table.
    ///
    /// - Parameters:
    ///   - areLight: whether the bars go without links and titles
    ///   - room: how many bytes they may take; those behind the first that does not fit are left out
    func html(areLight: Bool, room: Int = .max) -> [HTML] {
        var left = room
        let shown = all.map { ($0.flags.isDefault, $0.chart(isLight: areLight)) }.prefix { _, chart in
            left -= chart.utf8.count
            return left >= 0
        }
        let (main, others) = (shown.filter(\.0).map(\.1), shown.filter { !$0.0 }.map(\.1))
        let missing = all.count - shown.count
        let note: [HTML] =
            missing == 0
            ? []
            : [
                "<p class=\"legend\">\(Count.words(missing, "more chart")) would make this page too heavy; the table has all runs.</p>"
            ]
        guard !main.isEmpty, !others.isEmpty else { return main + others + note }
        let heading = "Charts of other builds (\(others.count))"
        return main + ["<details><summary>\(heading)</summary><div class=\"charts\">\(others.joined())</div></details>"] + note
    }

    private struct Series {
        let heading: String
        let flags: Flags
        let bars: [RunBar]
        let axis: RunAxis
        /// Half the length of the 95 % interval of the newest run's overall mean, as a logarithm.
        let noise: Double?
        let isNoiseAssumed: Bool

        func chart(isLight: Bool) -> HTML {
            RunChart(
                bars, heading: heading, name: "Overall mean of each run, the oldest first: \(heading)", axis: axis, noise: noise,
                isNoiseAssumed: isNoiseAssumed, isLight: isLight
            ).html
        }
    }

    private struct Build: Hashable, Comparable {
        let flags: Flags
        let machine: String

        static func < (left: Build, right: Build) -> Bool { (left.flags, left.machine) < (right.flags, right.machine) }
    }

    /// A run that has a bar.
    private struct Measured {
        let run: RunDigest
        var bar: RunBar
        let noise: Double?
        let isNoiseAssumed: Bool
    }

    /// - Parameter history: the runs, the oldest first
    private static func series(
        _ column: Pair.Kind, of history: [RunDigest], _ catalogue: Catalogue, _ path: SitePath
    ) -> [Series] {
        let measured = history.compactMap { run in
            catalogue.entry(of: run, in: column).flatMap { entry in
                bar(run, entry, href: path.href(to: entry.paths.report)).map {
                    Measured(
                        run: run, bar: $0, noise: entry.verdict.overall?.shown.halfWidth,
                        isNoiseAssumed: entry.verdict.cautions.contains(.assumedNoise))
                }
            }
        }
        let builds = Dictionary(grouping: measured) { Build(flags: $0.run.name.flags, machine: $0.run.name.nickname) }
            .filter { $0.value.count > 1 }.mapValues(followingUpstream)
        let several = Set(history.map(\.name.nickname)).count > 1
        func axis(isDefault: Bool) -> RunAxis {
            let shown = builds.filter { $0.key.flags.isDefault == isDefault }.values
            let noise = shown.compactMap { newest($0)?.noise }.filter(\.isFinite)
            return RunAxis.fitting(shown.joined().map(\.bar.ratio), bands: noise)
        }
        let (plain, flagged) = (axis(isDefault: true), axis(isDefault: false))
        return builds.sorted { $0.key < $1.key }.map { build, measured in
            let words = build.flags.isDefault ? "Default build" : "\(build.flags.shownNames.joined(separator: ", ")) build"
            let place = several ? " on \(build.machine)" : ""
            return Series(
                heading: "\(words)\(place) \(column.title)", flags: build.flags, bars: measured.map(\.bar),
                axis: build.flags.isDefault ? plain : flagged, noise: newest(measured)?.noise,
                isNoiseAssumed: newest(measured)?.isNoiseAssumed ?? false)
        }
    }

    /// Where the upstream fork stands among others, its line is followed, and the others stand aside.
    private static func followingUpstream(_ measured: [Measured]) -> [Measured] {
        guard measured.contains(where: \.run.name.isUpstream) else { return measured }
        return measured.map { one in
            var one = one
            one.bar.isAside = !one.run.name.isUpstream
            return one
        }
    }

    /// The newest run of those that are followed, whose noise is the build's.
    private static func newest(_ measured: [Measured]) -> Measured? { measured.last { !$0.bar.isAside } }

    private static func bar(_ run: RunDigest, _ entry: Catalogue.Entry, href: String) -> RunBar? {
        guard entry.verdict.isOverall, let overall = entry.verdict.overall else { return nil }
        return RunBar(
            name: "\(run.name.hash) \(run.branch)", date: run.commitDay, ratio: overall.ratio,
            word: entry.verdict.word, label: ShortVerdict(entry.verdict).line, href: href)
    }
}
