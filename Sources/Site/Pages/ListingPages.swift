import Archive
import Comparisons
import Markdown
import Reports

/// What a listing lists: the runs of a machine or of a fork, whole or by periods.
struct Listing {
    let heading: String
    let path: SitePath
    /// The runs, the newest first.
    let runs: [RunDigest]
    /// What, besides date, version, commit and build, tells the runs apart.
    let columns: [RunTable.Column]
    let facts: [Fact]
    /// How far runs of the same code differ; only a machine has that.
    var noise: HTML?
    /// Whether it lists runs of several machines, as that of a fork may.
    var isFork = false

    /// More runs than this make a page too heavy for a phone: they are spread over a page for each year of their commits, and a
    /// year with more of them over its quarters.
    static let mostRunsOnAPage = 80

    /// The pages of the listing: the first is the whole, or the newest part.
    var parts: [Part] {
        guard runs.count > Listing.mostRunsOnAPage else { return [Part(path: path, period: nil, runs: runs)] }
        let periods = Listing.grouped(runs) { String($0.commitDay.prefix(4)) }.flatMap(Listing.periods)
        return periods.enumerated().map { index, period in
            Part(path: index == 0 ? path : path.period(period.page), period: period.name, runs: period.runs)
        }
    }

    private struct Period {
        let name: String
        let page: String
        let runs: [RunDigest]
    }

    /// A year, or its quarters.
    ///
    /// The newest quarter keeps the year's page, so that no page is lost when a year grows.
    private static func periods(_ year: String, _ runs: [RunDigest]) -> [Period] {
        guard runs.count > mostRunsOnAPage else { return [Period(name: year, page: year, runs: runs)] }
        return grouped(runs) { "\(year) \($0.commitQuarter)" }.enumerated().map { index, quarter in
            Period(name: quarter.0, page: index == 0 ? year : quarter.0, runs: quarter.1)
        }
    }

    /// The runs by a period of time, the newest first.
    private static func grouped(_ runs: [RunDigest], by period: (RunDigest) -> String) -> [(String, [RunDigest])] {
        Dictionary(grouping: runs, by: period).sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
    }

    struct Part {
        let path: SitePath
        let period: String?
        let runs: [RunDigest]
    }
}

/// What the page of a listing shows, be it of a machine or of a fork.
struct ListingPage {
    let catalogue: Catalogue
    let frame: PageFrame
    let listing: Listing
    /// All pages of the listing.
    let parts: [Listing.Part]
    let part: Listing.Part

    var shell: PageShell {
        let newest = NewestVerdict(of: part.runs, in: catalogue)
        let title = newest.map { "\(heading): \($0.message(isFork: listing.isFork))" } ?? heading
        return frame.shell(
            part.path, title: title, description: "\(newest.map { "\($0.report) " } ?? "")\(heading): \(summary)", here: heading,
            above: part.path == listing.path ? [] : [(listing.heading, listing.path)],
            feed: ("Runs: \(listing.heading)", listing.path.beside("feed.xml")))
    }

    var heading: String { part.period.map { "\(listing.heading) in \($0)" } ?? listing.heading }

    var summary: String {
        let days = part.runs.map(\.commitDay)
        let span = [days.min(), days.max()].compactMap(\.self)
        let commits = Set(part.runs.map(\.name.hash)).count
        let words = Count.words(part.runs.count, "run") + " of " + Count.words(commits, "commit")
        return span.first == span.last ? "\(words), \(span.first ?? "")." : "\(words), \(span.joined(separator: " to "))."
    }

    var years: Years? {
        Years(
            parts.compactMap { other in
                other.period.map { NavigationLink($0, href: part.path.href(to: other.path), isCurrent: other.path == part.path) }
            })
    }

    var table: HTML {
        RunTable(catalogue: catalogue, path: part.path, columns: [.date] + listing.columns + [.version, .commit, .build]).html(
            part.runs, caption: "The newest version first, and inside a version the newest commit")
    }

    /// A chart for each baseline, machine and build, the default builds first and the others folded away.
    ///
    /// The charts of a baseline share an axis, and those of its other builds another. Builds with a single run are left to the table.
    var charts: [HTML] {
        let history = History.ordered(part.runs, of: \.self)
        let all = catalogue.columns(of: part.runs).flatMap { series($0, of: history) }
        let main = all.filter(\.flags.isDefault)
        guard !main.isEmpty, main.count < all.count else { return all.map { $0.chart } }
        let others = all.filter { !$0.flags.isDefault }.map(\.chart).joined()
        let heading = "Charts of other builds (\(all.count - main.count))"
        return main.map(\.chart) + ["<details class=\"charts\"><summary>\(heading)</summary>\(others)</details>"]
    }

    /// The feed and the badge of all runs of the listing, on its first page.
    var following: Following? {
        guard part.path == listing.path else { return nil }
        let badge = Badge(listing, in: catalogue)
        let (path, site) = (listing.path, catalogue.site)
        let image = site.address(of: path.beside("badge.svg").text)
        let page = site.address(of: path.text)
        return Following(
            feed: "feed.xml", badge: "badge.svg", endpoint: "badge.json", words: badge.words,
            markdown: image.flatMap { image in
                page.map { page in "[!\(MarkdownText.link(listing.heading, to: image))](\(page))" }
            })
    }

    /// The noise of a machine, on the first page of its listing.
    var noise: HTML? { part.path == listing.path ? listing.noise : nil }

    private struct Series {
        let heading: String
        let flags: Flags
        let bars: [RunBar]
        let axis: RunAxis
        /// Half the length of the 95 % interval of the newest run's overall mean, as a logarithm.
        let noise: Double?

        var chart: HTML {
            RunChart(
                bars, heading: heading, name: "Overall mean of each run, the oldest first: \(heading)", axis: axis, noise: noise
            ).html
        }
    }

    private struct Build: Hashable, Comparable {
        let flags: Flags
        let machine: String

        static func < (left: Build, right: Build) -> Bool { (left.flags, left.machine) < (right.flags, right.machine) }
    }

    /// - Parameter history: the runs, the oldest first
    private func series(_ column: Pair.Column, of history: [RunDigest]) -> [Series] {
        let bars = history.compactMap { run in
            catalogue.entry(of: run, in: column).flatMap { entry in
                bar(run, entry).map { (run: run, bar: $0, noise: entry.verdict.overall?.shown.halfWidth) }
            }
        }
        let builds = Dictionary(grouping: bars) { Build(flags: $0.run.name.flags, machine: $0.run.name.nickname) }
        let several = Set(history.map(\.name.nickname)).count > 1
        func axis(isDefault: Bool) -> RunAxis {
            RunAxis.fitting(bars.filter { $0.run.name.flags.isDefault == isDefault }.map(\.bar.ratio))
        }
        let (plain, flagged) = (axis(isDefault: true), axis(isDefault: false))
        return builds.sorted { $0.key < $1.key }.map { build, bars in
            let words = build.flags.isDefault ? "Default build" : "\(build.flags.shownNames.joined(separator: ", ")) build"
            let place = several ? " on \(build.machine)" : ""
            return Series(
                heading: "\(words)\(place) \(column.title)", flags: build.flags,
                bars: bars.map(\.bar),
                axis: build.flags.isDefault ? plain : flagged, noise: bars.last?.noise)
        }.filter { $0.bars.count > 1 }
    }

    private func bar(_ run: RunDigest, _ entry: Catalogue.Entry) -> RunBar? {
        guard entry.verdict.isOverall, let overall = entry.verdict.overall else { return nil }
        return RunBar(
            name: "\(run.name.hash) \(run.branch)", date: run.commitDay, ratio: overall.ratio,
            direction: Direction(entry.verdict.word), label: ShortVerdict(entry.verdict).line,
            href: part.path.href(to: catalogue.map.report(entry.pair)))
    }
}

/// Finds the listings of a catalogue.
struct Listings {
    let catalogue: Catalogue

    var machines: [Listing] {
        catalogue.runsByMachine.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { nickname, runs in
            let newest = runs.first
            let facts = [
                newest.map { Fact("System", $0.machineWords) }, newest?.metadata.processor.map { Fact("Processor", $0) },
                newest?.metadata.platform.map { Fact("Operating system", $0) },
            ]
            return Listing(
                heading: nickname, path: catalogue.map.machine(nickname), runs: runs, columns: [.branch],
                facts: facts.compactMap(\.self),
                noise: catalogue.noise[nickname].map {
                    MachineNoiseTable(
                        caption: "How far two runs of the same code differ at most, with 95 % certainty", rows: $0
                    ).html
                })
        }
    }

    var forks: [Listing] {
        catalogue.runsByFork.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { fork, runs in
            let refs = Set(runs.map(\.name.ref)).count
            let machines = Set(runs.map(\.name.nickname)).sorted().joined(separator: ", ")
            return Listing(
                heading: fork, path: catalogue.map.fork(fork), runs: runs, columns: [.machine, .ref],
                facts: [Fact("Refs", "\(refs)"), Fact("Machines", machines)], isFork: true)
        }
    }
}
