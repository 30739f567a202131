import Archive
import Comparisons
import Markdown

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

    /// The pages of the listing: those of the page's own year, and one of each other year.
    var years: Years? {
        var seen: Set<String> = []
        return Years(
            parts.compactMap { other in
                guard let period = other.period, let year = other.year else { return nil }
                let isFirst = seen.insert(year).inserted, isOwn = year == part.year
                guard isFirst || isOwn else { return nil }
                return NavigationLink(
                    isOwn ? period : year, href: part.path.href(to: other.path), isCurrent: other.path == part.path)
            })
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

    /// What is made of the runs.
    struct Body {
        let charts: [HTML]
        let chartNote: String?
        let table: HTML

        var weight: Int { charts.reduce(table.utf8.count) { $0 + $1.utf8.count } }
    }

    /// A page of more bytes than this takes a phone too long.
    static let heaviest = 150_000
    /// What stands around the charts and the table takes fewer bytes than this, besides facts, noise and links to other pages.
    private static let frameWeight = 9_000

    /// The charts and the table, as rich as the page's weight allows.
    ///
    /// First the bars of the charts lose their links and titles, which the table has as well, then the fields of the table those
    /// links that the script can make from the row's first one. Then charts are left out from the last.
    var body: Body {
        let room = ListingPage.heaviest - ListingPage.frameWeight - besides
        let all = ListingCharts(catalogue: catalogue, path: part.path, runs: part.runs)
        let note = all.haveAsides ? "Pale bars are of other forks than \(RunName.upstream)." : nil
        for (isPlain, areLight) in [(false, false), (false, true), (true, true)] {
            let body = Body(charts: all.html(areLight: areLight), chartNote: note, table: table(isPlain: isPlain))
            if body.weight <= room { return body }
        }
        let table = table(isPlain: true)
        return Body(charts: all.html(areLight: true, room: room - table.utf8.count), chartNote: note, table: table)
    }

    private var besides: Int {
        let facts = listing.facts.reduce(0) { $0 + $1.value.utf8.count }
        return facts + (noise?.utf8.count ?? 0) + (years?.links.count ?? 0) * 100
    }

    private func table(isPlain: Bool) -> HTML {
        RunTable(
            catalogue: catalogue, path: part.path, columns: [.date] + listing.columns + [.version, .commit, .build],
            isPlain: isPlain
        ).html(part.runs, caption: "The newest version first, and inside a version the newest date")
    }
}

extension RunTable {
    /// How many bytes a run's row takes at most in a plain table, of a machine or of a fork.
    static func rowWeight(_ run: RunDigest, ofMachine: Bool, in catalogue: Catalogue) -> Int {
        let (name, map) = (run.name, catalogue.map)
        // A slash and an underscore may be followed by a place to break.
        let words = (ofMachine ? run.branch : run.refWords ?? "").utf8.reduce(0) {
            $0 + ($1 == UInt8(ascii: "/") || $1 == UInt8(ascii: "_") ? 6 : 1)
        }
        let other = ofMachine ? map.fork(name.fork) : map.machine(name.nickname)
        let links = [map.run(run), map.commit(name.hash), other].reduce(0) { $0 + $1.text.utf8.count }
        let texts = name.version.text.utf8.count + name.hash.utf8.count + run.flagWords.utf8.count
        let place = ofMachine ? 0 : name.nickname.utf8.count * 2
        let entries = catalogue.entries(of: run)
        let few = entries.count { $0.verdict.overallCount < Verdict.fewestBenchmarks }
        let missing = max(0, catalogue.configuration.bases.count + 2 - entries.count)
        return 155 + words + links + texts + place + entries.count * 60 + few * 16 + missing * 4
    }
}
