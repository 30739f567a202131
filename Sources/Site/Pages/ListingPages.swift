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
    let column: RunTable.Column
    let facts: [Fact]

    /// More runs than this make a page too heavy for a phone: they are spread over a page for each year of their commits, and a
    /// year with more of them over its quarters.
    static let mostRunsOnAPage = 80

    /// The pages of the listing: the first is the whole, or the newest part.
    var parts: [Part] {
        guard runs.count > Listing.mostRunsOnAPage else { return [Part(path: path, period: nil, runs: runs)] }
        let periods = Listing.grouped(runs) { String($0.commitDay.prefix(4)) }.flatMap { year, runs in
            runs.count > Listing.mostRunsOnAPage ? Listing.grouped(runs) { "\(year) \($0.commitQuarter)" } : [(year, runs)]
        }
        return periods.enumerated().map { index, element in
            Part(path: index == 0 ? path : path.period(element.0), period: element.0, runs: element.1)
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
    let part: Listing.Part

    var shell: PageShell {
        frame.shell(
            part.path, title: heading, description: summary,
            above: part.path == listing.path ? [] : [(listing.heading, listing.path)])
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
            listing.parts.compactMap { other in
                other.period.map { NavigationLink($0, href: part.path.href(to: other.path), isCurrent: other.path == part.path) }
            })
    }

    var table: HTML {
        RunTable(catalogue: catalogue, path: part.path, columns: [.date, listing.column, .version, .commit, .build]).html(
            part.runs, caption: "Runs, the newest first")
    }

    /// A chart for each baseline and build, on one axis; builds with a single run are left to the table.
    var charts: [HTML] {
        let history = part.runs.sorted { ($0.commitDay, $0.file) < ($1.commitDay, $1.file) }
        let series = catalogue.labels(of: part.runs).flatMap { label in
            Dictionary(grouping: history, by: \.name.flags).sorted { $0.key < $1.key }.map { flags, runs in
                Series(label: label, flags: flags, bars: runs.compactMap { bar($0, label: label) })
            }
        }.filter { $0.bars.count > 1 }
        let axis = RunAxis.fitting(series.flatMap(\.bars).map(\.ratio))
        return series.map { series in
            let build = series.flags.isDefault ? "Default build" : "\(series.flags.shownNames.joined(separator: ", ")) build"
            let heading = "\(build) \(Pair.columnTitle(label: series.label))"
            return RunChart(
                series.bars, heading: heading, name: "Overall mean of each run, the oldest first: \(heading)", axis: axis
            ).html
        }
    }

    private struct Series {
        let label: String
        let flags: Flags
        let bars: [RunBar]
    }

    private func bar(_ run: RunDigest, label: String) -> RunBar? {
        guard let entry = catalogue.entry(of: run, label: label), let mean = entry.figures.overallMean, mean > 0 else {
            return nil
        }
        return RunBar(
            name: "\(run.name.hash) \(run.branch)", date: run.commitDay, ratio: mean, direction: entry.figures.direction,
            label: entry.figures.overallWords, href: part.path.href(to: catalogue.map.report(entry.pair)))
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
                heading: nickname, path: catalogue.map.machine(nickname), runs: runs, column: .branch,
                facts: facts.compactMap(\.self))
        }
    }

    var forks: [Listing] {
        catalogue.runsByFork.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { fork, runs in
            let refs = Set(runs.map(\.name.ref)).count
            let machines = Set(runs.map(\.name.nickname)).sorted().joined(separator: ", ")
            return Listing(
                heading: fork, path: catalogue.map.fork(fork), runs: runs, column: .machine,
                facts: [Fact("Refs", "\(refs)"), Fact("Machines", machines)])
        }
    }
}
