import Markdown

/// The home page: the newest runs of each machine, the machines and forks, the search.
struct HomeView: PageView {
    /// The template it fills.
    static let template = TemplateName.home

    /// What stands around the page.
    var shell: PageShell
    /// The page's heading, usually the site's name.
    var heading: String
    /// What this archive is, from the site's own pages.
    var introduction: HTML?
    /// How much there is: runs, comparisons, machines, dates.
    var facts: [Fact]
    /// The link to the problems, such as `3 problems`; absent where there are none.
    var problems: Link?
    /// The newest commits with what they come down to; absent where there are none.
    var commits: HTML?
    /// What the words of the verdicts mean.
    var legend: HTML
    /// Each machine with its newest runs.
    var machines: [MachineSummary]
    /// Each fork.
    var forks: [ForkSummary]

    /// A machine as the home page shows it.
    struct MachineSummary: Sendable, Hashable {
        /// The name.
        var name: String
        /// The address of its listing.
        var href: String
        /// The machine's own words: operating system, processor.
        var about: String
        /// Such as `161 runs`.
        var size: String
        /// Such as `2022-03-23 to 2025-04-02`.
        var dates: String
        /// A `ListingTable` of its newest runs.
        var newest: HTML
    }

    /// A fork as the home page shows it.
    struct ForkSummary: Sendable, Hashable {
        /// The name.
        var name: String
        /// The address of its listing.
        var href: String
        /// Such as `12 runs`.
        var size: String
        /// Such as `2022-03-23 to 2025-04-02`.
        var dates: String
    }

    /// A value from which templates are checked.
    static let specimen = HomeView(
        shell: .specimen, heading: "Site", introduction: "About.", facts: [.specimen], problems: .specimen, commits: "",
        legend: "",
        machines: [MachineSummary(name: "m", href: "m", about: "CPU", size: "1 run", dates: "2025", newest: "")],
        forks: [ForkSummary(name: "f", href: "f", size: "1 run", dates: "2025")])
}

extension HomeView {
    /// Every property under its own name.
    var fields: Fields {
        [
            "shell": .view(shell), "heading": .text(heading), "introduction": .html(introduction),
            "facts": .list(facts), "problems": .view(problems), "commits": .html(commits), "legend": .html(legend),
            "machines": .list(machines),
            "forks": .list(forks),
        ]
    }
}

extension HomeView.MachineSummary: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "name": .text(name), "href": .text(href), "about": .text(about), "size": .text(size),
            "dates": .text(dates), "newest": .html(newest),
        ]
    }
}

extension HomeView.ForkSummary: FieldNaming {
    /// Every property under its own name.
    var fields: Fields {
        [
            "name": .text(name), "href": .text(href), "size": .text(size), "dates": .text(dates),
        ]
    }
}
