import Archive
import Comparisons
import Markdown
import Reports

/// Makes the page of a run: where, when, of what, on what; its comparisons.
struct RunPage {
    let catalogue: Catalogue
    let frame: PageFrame

    func view(_ run: RunDigest) -> RunView {
        let path = catalogue.map.run(run)
        let summary =
            "\(Count.words(run.samples.count, "benchmark")) of \(run.branch), commit of \(run.commitDay), measured on \(run.name.nickname)."
        let entries = catalogue.entries(of: run)
        let telling = NewestVerdict(run, in: catalogue)
        var notes = Notes()
        let comparisons = entries.isEmpty ? nil : comparisons(entries, &notes, from: path)
        let problems = catalogue.problems(of: run.file)
        let neighbours = catalogue.neighbours(of: run)
        func link(_ run: RunDigest?) -> Link? {
            run.map { Link("\($0.name.version.text) \($0.build), \($0.commitDay)", href: path.href(to: catalogue.map.run($0))) }
        }
        return RunView(
            shell: frame.shell(
                path, title: telling?.title ?? run.title, description: telling.map { "\($0.sentence) \(summary)" } ?? summary,
                kind: .article, here: "\(run.name.version.text) \(run.build)",
                above: [(run.name.nickname, catalogue.map.machine(run.name.nickname))]),
            heading: run.title, summary: summary, comparisons: comparisons, notes: notes.html,
            legend: entries.isEmpty ? nil : Legend.html(frame, from: path, hasStars: false),
            whyNoComparisons: entries.isEmpty ? reason(run) : nil, facts: facts(run, from: path),
            environment: EnvironmentTable(
                caption: "What the run was measured on", runs: ["This run"], rows: Environment.rows([run])
            ).html,
            problems: problems.isEmpty ? nil : ProblemTable(caption: "Problems of this file", problems: problems).html,
            neighbours: Neighbours(previous: link(neighbours.previous), next: link(neighbours.next)))
    }

    private func comparisons(_ entries: [Catalogue.Entry], _ notes: inout Notes, from path: SitePath) -> HTML {
        ListingTable(
            caption: "This run against its baselines",
            columns: [
                ListingTable.Column("Against"), ListingTable.Column("Baseline run", .code),
                ListingTable.Column("Overall", .number), ListingTable.Column("Benchmarks", .number),
                ListingTable.Column("Memory", .number),
            ],
            rows: entries.map { entry in
                let (pair, memory) = (entry.pair, ShortVerdict(memory: entry.verdict.memory))
                let report = path.href(to: entry.paths.report)
                return [
                    ListingTable.Cell(pair.baselineWords, href: report),
                    ListingTable.Cell(
                        "\(pair.base.name.version.text) \(pair.base.build)", href: path.href(to: catalogue.map.run(pair.base))),
                    .verdict(entry, href: report, notes: notes.numbers(of: entry.words.cautions)),
                    ListingTable.Cell(entry.verdict.counts.text ?? ""), ListingTable.Cell(memory.text, detail: memory.detail),
                ]
            }
        ).html
    }

    private func reason(_ run: RunDigest) -> String {
        if let base = Pairing.tooNewBase(for: run.name.version, in: catalogue.configuration), let own = run.name.version.series {
            return
                "Runs of \(own.major).\(own.minor) are older than \(base.text), the last configured version, and are not compared."
        }
        return
            "No run on \(run.name.nickname) can serve as its baseline: none of another build is of a configured version or of the merge "
            + "base, and has a benchmark in common with it."
    }

    private func facts(_ run: RunDigest, from path: SitePath) -> [Fact] {
        let (name, site, map) = (run.name, catalogue.site, catalogue.map)
        var facts = [
            Fact(
                "Machine",
                html: "\(Link(name.nickname, href: path.href(to: map.machine(name.nickname))).html), \(run.machineWords)"),
            Fact("Fork", html: Link(name.fork, href: path.href(to: map.fork(name.fork))).html),
        ]
        // A commit that was measured by its hash has a line of its own.
        if let ref = run.refWords {
            let href = site.refURL(fork: name.fork, ref: run.metadata.commitBranch ?? ref)
            facts.append(Fact("Ref", html: Link(ref, href: href).html))
        }
        facts += [
            Fact(
                "Commit",
                html: """
                    \(Link(name.hash, href: path.href(to: map.commit(name.hash))).html), \
                    \(Link("its code", href: site.commitURL(fork: name.fork, commit: run.fullHash ?? name.hash)).html)
                    """),
            Fact("Commit date", run.commitDate ?? run.commitDay), Fact("Version", name.version.text),
            Fact("Build", run.flagWords),
            Fact("File", run.file),
        ]
        if let base = run.metadata.mergeBase, !base.isEmpty {
            let short = String(base.prefix(7))
            facts.append(
                Fact("Merge base", html: Link(short, href: site.commitURL(fork: RunName.upstream, commit: base)).html))
        }
        if let url = run.metadata.actionURL, url.hasPrefix("https://") {
            facts.append(Fact("Automation", html: Link("log of the run", href: url).html))
        }
        return facts
    }
}
