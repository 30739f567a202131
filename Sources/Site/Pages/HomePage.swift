import Archive
import Comparisons
import Markdown

/// Makes the home page: the newest runs of each machine, the machines and forks, the problems if any.
struct HomePage {
    let catalogue: Catalogue
    let frame: PageFrame

    /// How many commits the home page shows.
    private static let commitCount = 8
    /// How many runs of each machine it shows.
    private static let newestCount = 5

    var view: HomeView {
        let path = SitePath.home
        let listings = Listings(catalogue: catalogue)
        let problems = catalogue.problems.filter { $0.severity != .note }
        return HomeView(
            shell: frame.shell(
                path, title: catalogue.site.title, description: catalogue.site.description ?? "Benchmark results.",
                feed: ("All runs", .feed)),
            heading: catalogue.site.title, introduction: catalogue.site.description.map { "<p>\($0)</p>" },
            facts: facts,
            problems: problems.isEmpty
                ? nil
                : Link("\(Count.words(problems.count, "problem")) with the archive's files", href: path.href(to: .problems)),
            commits: CommitList(catalogue).html(count: HomePage.commitCount) { path.href(to: $0) },
            legend: Legend.html(frame, from: path, hasStars: true), machines: listings.machines.map { machine($0, from: path) },
            forks: listings.forks.map { listing in
                HomeView.ForkSummary(
                    name: listing.heading, href: path.href(to: listing.path), size: Count.words(listing.runs.count, "run"),
                    dates: HomePage.dates(listing.runs))
            })
    }

    private var facts: [Fact] {
        [
            Fact("Runs", "\(catalogue.runs.count)"), Fact("Comparisons", "\(catalogue.entries.count)"),
            Fact("Commits", "\(catalogue.runsByCommit.count)"),
            Fact("Baselines", catalogue.configuration.bases.map(\.text).joined(separator: ", ")),
            Fact("Commit dates", HomePage.dates(catalogue.runs)),
        ]
    }

    private func machine(_ listing: Listing, from path: SitePath) -> HomeView.MachineSummary {
        let newest = listing.runs.enumerated().sorted {
            $0.element.commitDay == $1.element.commitDay ? $0.offset < $1.offset : $0.element.commitDay > $1.element.commitDay
        }.map(\.element).prefix(HomePage.newestCount)
        let about = [listing.runs.first?.machineWords, listing.runs.first?.metadata.processor].compactMap(\.self)
        return HomeView.MachineSummary(
            name: listing.heading, href: path.href(to: listing.path), about: about.joined(separator: " · "),
            size: Count.words(listing.runs.count, "run"), dates: HomePage.dates(listing.runs),
            newest: RunTable(catalogue: catalogue, path: path, columns: [.date, .branch, .commit, .build]).html(
                Array(newest), caption: "Newest runs on \(listing.heading)"))
    }

    private static func dates(_ runs: [RunDigest]) -> String {
        let days = runs.map(\.commitDay)
        guard let first = days.min(), let last = days.max() else { return "none" }
        return first == last ? first : "\(first) to \(last)"
    }
}
