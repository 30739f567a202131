import Markdown

/// The home page: the newest runs of each machine, the machines and forks, the search.
public struct HomeView: PageView {
    /// The template it fills.
    public static let template = TemplateName.home

    /// What stands around the page.
    public var shell: PageShell
    /// The page's heading, usually the site's name.
    public var heading: String
    /// What this archive is, from the site's own pages.
    public var introduction: HTML?
    /// How much there is: runs, comparisons, machines, dates.
    public var facts: [Fact]
    /// The link to the problems, such as `3 problems`; absent where there are none.
    public var problems: Link?
    /// What the words of the verdicts mean.
    public var legend: HTML
    /// Each machine with its newest runs.
    public var machines: [MachineSummary]
    /// Each fork.
    public var forks: [ForkSummary]

    /// A machine as the home page shows it.
    public struct MachineSummary: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The address of its listing.
        public var href: String
        /// The machine's own words: operating system, processor.
        public var about: String
        /// Such as `161 runs`.
        public var size: String
        /// Such as `2022-03-23 to 2025-04-02`.
        public var dates: String
        /// A `ListingTable` of its newest runs.
        public var newest: HTML

        /// Makes a summary.
        public init(name: String, href: String, about: String, size: String, dates: String, newest: HTML) {
            self.name = name
            self.href = href
            self.about = about
            self.size = size
            self.dates = dates
            self.newest = newest
        }
    }

    /// A fork as the home page shows it.
    public struct ForkSummary: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The address of its listing.
        public var href: String
        /// Such as `12 runs`.
        public var size: String
        /// Such as `2022-03-23 to 2025-04-02`.
        public var dates: String

        /// Makes a summary.
        public init(name: String, href: String, size: String, dates: String) {
            self.name = name
            self.href = href
            self.size = size
            self.dates = dates
        }
    }

    /// Makes a view.
    public init(
        shell: PageShell, heading: String, introduction: HTML?, facts: [Fact], problems: Link?, legend: HTML,
        machines: [MachineSummary], forks: [ForkSummary]
    ) {
        self.shell = shell
        self.heading = heading
        self.introduction = introduction
        self.facts = facts
        self.problems = problems
        self.legend = legend
        self.machines = machines
        self.forks = forks
    }

    /// A value from which templates are checked.
    public static let specimen = HomeView(
        shell: .specimen, heading: "Site", introduction: "About.", facts: [.specimen], problems: .specimen, legend: "",
        machines: [MachineSummary(name: "m", href: "m", about: "CPU", size: "1 run", dates: "2025", newest: "")],
        forks: [ForkSummary(name: "f", href: "f", size: "1 run", dates: "2025")])
}

extension HomeView {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "shell": .view(shell), "heading": .text(heading), "introduction": .html(introduction),
            "facts": .list(facts), "problems": .view(problems), "legend": .html(legend), "machines": .list(machines),
            "forks": .list(forks),
        ]
    }
}

extension HomeView.MachineSummary: FieldNaming {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "name": .text(name), "href": .text(href), "about": .text(about), "size": .text(size),
            "dates": .text(dates), "newest": .html(newest),
        ]
    }
}

extension HomeView.ForkSummary: FieldNaming {
    /// Every property under its own name.
    public var fields: Fields {
        [
            "name": .text(name), "href": .text(href), "size": .text(size), "dates": .text(dates),
        ]
    }
}
