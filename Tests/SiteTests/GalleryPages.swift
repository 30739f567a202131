import Archive
import Comparisons
import Markdown

@testable import Site

/// The fixture's pages by the path each would have in a site.
enum GalleryPages {
    static let run = "20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6-dev-ccaa69a"

    static let home: HomeView = {
        let machines = [
            ("linux", "linux x86_64, Intel Xeon E-2286G"), ("pythonperf1_win32", "windows x86, Intel Core i7-10700"),
            ("darwin", "darwin arm64, Apple M1"),
        ]
        return HomeView(
            shell: GalleryFixture.shell("Faster Interpreter Benchmarks", root: "", current: "Runs"),
            heading: "Faster Interpreter Benchmarks",
            introduction:
                "<p>Benchmark runs of the interpreter's main line and of the forks that want to make it faster, each held against the last releases.</p>",
            facts: [
                Fact("Runs", "961"), Fact("Comparisons", "2,838"), Fact("Machines", "6"),
                Fact("Commits", "2022-03-23 to 2025-04-02"),
            ],
            problems: Link("3 problems in the archive", href: "problems/index.html"),
            commits: """
                <ul class="commits"><li><a href="commits/ccaa69a/index.html"><code>ccaa69a</code></a> of <time>2025-04-02</time>, 3.14.0a6+, \
                mpage/restore_load_bearing<br>Against 3.12.6, default build: faster on all 4 machines.</li></ul>
                """,
            legend: "What the words mean.",
            machines: machines.enumerated().map { index, machine in
                HomeView.MachineSummary(
                    name: machine.0, href: "machines/\(machine.0)/index.html", about: machine.1, size: "\(161 - index * 40) runs",
                    dates: "2022-03-23 to 2025-04-02",
                    newest: GalleryFixture.newest(
                        GalleryFixture.runs(5, from: 0.99, to: 1.04, seed: UInt64(index)), caption: "Newest runs of \(machine.0)",
                        baselines: ["3.10.4", "3.12.0", "3.13.0b2", "base"]
                    ).html)
            },
            forks: [
                .init(name: "python", href: "forks/python/index.html", size: "402 runs", dates: "2022-03-23 to 2025-04-02"),
                .init(
                    name: "faster-cpython", href: "forks/faster-cpython/index.html", size: "311 runs",
                    dates: "2023-01-10 to 2025-03-30"),
                .init(
                    name: "brandtbucher", href: "forks/brandtbucher/index.html", size: "120 runs",
                    dates: "2023-01-10 to 2025-03-30"),
                .init(name: "mpage", href: "forks/mpage/index.html", size: "1 run", dates: "2025-04-02"),
            ])
    }()

    static func machine(runs count: Int) -> ListingView {
        let runs = GalleryFixture.runs(count, from: 0.99, to: 1.31, seed: 7)
        let jit = GalleryFixture.runs(min(count, 30), from: 0.97, to: 1.05, seed: 8)
        let noGIL = GalleryFixture.runs(min(count, 4), from: 0.7, to: 0.8, seed: 9)
        let axis = RunAxis.fitting((runs + jit + noGIL).map(\.ratio))
        return ListingView(
            shell: GalleryFixture.shell(
                "linux", root: "../../", breadcrumbs: [Link("Machines", href: "../../index.html#machines")], here: "linux"),
            heading: "linux", summary: "\(count) runs of 2024, from 2024-01-02 to 2024-12-30.",
            facts: [
                Fact("Operating system", "Linux x86_64"), Fact("Processor", "Intel Xeon E-2286G CPU @ 4.00GHz"),
                Fact("Host", "pyperf"),
            ],
            years: Years([
                NavigationLink("2025", href: "index.html"), NavigationLink("2024", href: "2024.html", isCurrent: true),
                NavigationLink("2023", href: "2023.html"),
            ]),
            chartHeading: "Overall mean against 3.12.0", chartNote: nil,
            charts: [
                RunChart(
                    runs, heading: "Default build",
                    name: "Overall mean of \(count) default builds against 3.12.0; the table has the numbers.", axis: axis,
                    noise: 0.0136
                ).html,
                RunChart(
                    jit, heading: "JIT", name: "Overall mean of the JIT builds; the table has the numbers.", axis: axis,
                    noise: 0.02
                )
                .html,
                RunChart(
                    noGIL, heading: "JIT, NOGIL", name: "Overall mean of the JIT,NOGIL builds; the table has the numbers.",
                    axis: axis
                ).html,
            ],
            noise: MachineNoiseTable(
                caption: "Noise",
                rows: [.init(flags: "default", pairs: 55, benchmark: 0.032, overall: 0.014)]
            ).html,
            table: GalleryFixture.listing(
                runs, caption: "Runs of linux in 2024, newest first", baselines: ["3.10.4", "3.12.0", "3.13.0b2", "base"]
            ).html, legend: "What the words mean.")
    }

    static func fork(runs count: Int) -> ListingView {
        let runs = GalleryFixture.runs(count, from: 0.99, to: 1.02, seed: 3)
        return ListingView(
            shell: GalleryFixture.shell(
                "faster-cpython", root: "../../", breadcrumbs: [Link("Forks", href: "../../index.html#forks")],
                here: "faster-cpython"),
            heading: "faster-cpython", summary: "\(count) runs on 3 machines.", facts: [], years: nil,
            chartHeading: "Overall mean against 3.12.0", chartNote: "Pale bars are of other forks than python.",
            charts: [
                RunChart(runs, heading: "linux, default build", name: "Overall mean on linux.", axis: .fitting(runs.map(\.ratio)))
                    .html
            ], noise: nil,
            table: GalleryFixture.listing(runs, caption: "Runs of faster-cpython", baselines: ["3.12.0", "base"]).html,
            legend: "What the words mean.")
    }

    static let notFound = NotFoundView(
        shell: GalleryFixture.shell("Page not found", root: "/benchmarks/", breadcrumbs: [], here: "Page not found"),
        siteName: "Faster Interpreter Benchmarks", home: "/benchmarks/index.html",
        newest: """
            <ul class="commits">
            <li><a href="/benchmarks/commits/ccaa69a/index.html"><code>ccaa69a</code></a> of 2025-04-02, 3.14.0a6+, mpage<br>No change.</li>
            </ul>
            """)

    static let commit: CommitView = {
        let machines = ["linux", "pythonperf1_win32", "darwin", "arminc"]
        let overall = [
            ("merge base d7159b0", ListingTable.Cell("unclear", word: .unclear, detail: "1.00x, ±2.0 %", notes: [1, 2])),
            ("3.10.4", .init("1.28x faster", word: .faster, detail: "1.26x to 1.30x")),
            ("3.12.0", .init("1.02x slower", word: .slower, detail: "1.01x to 1.03x", notes: [2])),
            ("3.13.0b2", .init("no change", word: .same, detail: "within 2 %")),
        ]
        let rows = machines.flatMap { machine in
            ["default", "JIT, NOGIL"].flatMap { flags in
                overall.map { baseline, cell in
                    var cell = cell
                    cell.href = "../../runs/\(run)/vs-3.10.4.html"
                    return [
                        ListingTable.Cell(machine, href: "../../runs/\(run)/index.html"), .init(flags),
                        .init(baseline), cell,
                        .init("45 faster, 20 slower of 81"),
                    ]
                }
            }
        }
        return CommitView(
            shell: GalleryFixture.shell(
                "ccaa69a", root: "../../", breadcrumbs: [Link("Commits", href: "../../index.html")], here: "ccaa69a"),
            hash: "ccaa69a", summary: "8 runs on 4 machines, of 2025-04-02.",
            agreements: """
                <dl class="agreements"><div><dt>Against 3.12.0, default build:</dt> <dd class="slower">slower on all 4 machines</dd></div></dl>
                """,
            forge: Link("The commit at its forge", href: "https://example.org/python/cpython/commit/ccaa69a"),
            facts: [
                Fact("Fork", "mpage"), Fact("Ref", "restore_load_bearing"), Fact("Version", "3.14.0a6+"),
                Fact("Hash", html: "<code>ccaa69a0123456789abcdef0123456789abcdef0</code>"),
            ],
            table: ListingTable(
                caption: "Overall mean of each run of this commit against each baseline",
                columns: [
                    .init("Machine"), .init("Build"), .init("Against", .named), .init("Overall", .number),
                    .init("Benchmarks", .number),
                ],
                rows: rows
            ).html, notes: "<ol class=\"notes\"><li id=\"note-1\">Unsteady run.</li><li id=\"note-2\">Few.</li></ol>",
            legend: "What the words mean.")
    }()

    static let runPage = RunView(
        shell: GalleryFixture.shell(
            "3.14.0a6+ ccaa69a on vultr", root: "../../",
            breadcrumbs: [
                Link("Machines", href: "../../index.html#machines"), Link("vultr", href: "../../machines/vultr/index.html"),
            ],
            here: "2025-04-02 ccaa69a"),
        heading: "3.14.0a6+ ccaa69a on vultr", summary: "Commit of 2025-04-02 of mpage/restore_load_bearing, 94 benchmarks.",
        comparisons: ListingTable(
            caption: "This run against its baselines",
            columns: [
                .init("Against"), .init("Overall", .number), .init("Benchmarks", .number), .init("Memory", .number),
            ],
            rows: [
                [
                    .init("3.12.6"),
                    .init("1.07x faster", href: "vs-3.12.6.html", word: .faster, detail: "1.05x to 1.09x", notes: [1]),
                    .init("45 faster, 20 slower of 81"), .init("8.1 % more", detail: "7.7–8.6 %"),
                ],
                [
                    .init("base"), .init("unclear", href: "vs-base.html", word: .unclear, detail: "1.00x, ±1.4 %"),
                    .init("0 faster, 0 slower of 90"), .init("not measured"),
                ],
            ]
        ).html,
        notes: "<ol class=\"notes\"><li id=\"note-1\">Unsteady run.</li></ol>", legend: "What the words mean.",
        whyNoComparisons: nil,
        facts: [
            Fact("Commit", html: "<a href=\"../../commits/ccaa69a/index.html\"><code>ccaa69a</code></a>"),
            Fact("Date", "2025-04-02"),
            Fact("Fork", html: "<a href=\"../../forks/mpage/index.html\">mpage</a>"), Fact("Ref", "restore_load_bearing"),
            Fact("Flags", "JIT,NOGIL"),
            Fact(
                "File",
                html:
                    "<code>results/bm-20250402-3.14.0a6+-ccaa69a/bm-20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6+-ccaa69a.json</code>"
            ),
        ],
        environment: EnvironmentTable(
            caption: "What the run says of its machine", runs: ["Value"],
            rows: [
                .init("Processor", ["Intel Xeon E-2286G CPU @ 4.00GHz"]),
                .init("Operating system", ["Linux-5.4.0-164-generic-x86_64-with-glibc2.31"]),
            ]
        ).html,
        problems: ProblemTable(caption: "Problems of this file", problems: [GalleryFixture.problems[0]]).html,
        neighbours: Neighbours(
            previous: Link("2025-04-01 python/main 0d5f1ab", href: "../x/index.html"),
            next: Link("2025-04-03 python/main 1c2d3e4", href: "../y/index.html")))

    static func report(_ judged: Verdict, verdict: String, kind: VerdictWord) -> ReportView {
        ReportView(
            shell: GalleryFixture.shell(
                "3.14.0a6+ ccaa69a on vultr vs. 3.12.6", root: "../../",
                breadcrumbs: [
                    Link("Machines", href: "../../index.html#machines"), Link("vultr", href: "../../machines/vultr/index.html"),
                    Link("2025-04-02 ccaa69a", href: "index.html"),
                ], here: "vs. 3.12.6"),
            heading: "3.14.0a6+ ccaa69a on vultr vs. 3.12.6", verdict: verdict, verdictKind: kind,
            comparison: """
                <a href="index.html">mpage/restore_load_bearing <code>ccaa69a</code></a> of 2025-04-02, held against \
                <a href="../x/index.html">3.12.6 <code>a4a2d2b</code></a> of 2024-09-06
                """,
            cautions: [
                "The operating system changed between the two runs: Linux-5.4.0-164 → Linux-5.4.0-186. That alone has moved results by 2 %."
            ],
            moved: MovedBenchmarks.html(RoundedChanges(judged.benchmarks)),
            memory: "Memory: 8.1 % more (7.7 to 8.6 %), 85 of 100 benchmarks.",
            oneSided: [
                .init(
                    "21 benchmarks of the baseline are missing in the head", names: Array(GalleryFixture.benchmarks.suffix(21))),
                .init("2 benchmarks are new in the head", names: ["sphinx", "subparsers"]),
            ],
            differences: .init(summary: "Operating system, pyperf", table: differences), method: .specimen,
            chart: BenchmarkChart(judged.benchmarks, name: "Change of each of 100 benchmarks").html,
            table: VerdictTable(caption: "What may be said about each benchmark", judged).html,
            memoryChart: .init(
                summary: "The 20 largest of the clear changes of 85 benchmarks; the table above has all.",
                chart: BenchmarkChart(
                    Array((judged.memory?.benchmarks ?? []).prefix(20)), of: .memory,
                    name: "Change of the memory of each benchmark"
                ).html),
            reportNote: "Its overall mean of 1.250x slower is the same as 1.33x slower: below 1 it prints 2 − mean.",
            reportMethod: .specimen, report: reportText(judged.benchmarks), environment: GalleryFixture.environment.html,
            links: [
                Link("Markdown source of the report", href: "vs-3.12.6.md"), Link("Run page of the head", href: "index.html"),
                Link("Run page of the baseline", href: "../x/index.html"),
                Link("Machine vultr", href: "../../machines/vultr/index.html"),
                Link("Commit ccaa69a", href: "../../commits/ccaa69a/index.html"),
            ],
            neighbours: Neighbours(previous: Link("2025-04-01 python/main 0d5f1ab", href: "../x/vs-3.12.6.html"), next: nil))
    }

    private static var differences: HTML {
        let base = Metadata([
            .init(key: "platform", text: "Linux-5.4.0-164-generic-x86_64-with-glibc2.31"),
            .init(key: "python_compiler", text: "GCC 11.4.0"), .init(key: "benchmark_hash", text: "df1ca6"),
            .init(key: "date", text: "2024-09-06 11:02:33.123456"),
        ])
        let head = Metadata([
            .init(key: "platform", text: "Linux-5.4.0-186-generic-x86_64-with-glibc2.31"),
            .init(key: "python_compiler", text: "GCC 11.4.0"), .init(key: "benchmark_hash", text: "df1ca6"),
            .init(key: "perf_version", text: "2.8.1"), .init(key: "date", text: "2025-04-02 01:02:33.123456"),
        ])
        return DifferenceTable(runs: ["Baseline: 3.12.6", "Head: 3.14.0a6+"], base: base, head: head).html
    }

    /// What no other page of the gallery shows.
    static let parts: ContentView = {
        let verdict = GalleryFixture.verdict(centre: 1, spread: 0.02, seed: 4)
        let noise = MachineNoiseTable(
            caption: "How far two runs of the same code differ on linux, with 95 % certainty",
            rows: [
                .init(flags: "default", pairs: 55, benchmark: 0.032, overall: 0.014, isAssumed: false),
                .init(flags: "T2", pairs: 9, benchmark: 0.084, overall: 0.323, isAssumed: false),
                .init(flags: "NOGIL", pairs: 1, benchmark: 0.036, overall: 0.018, isAssumed: true),
            ])
        let few = verdict.benchmarks.filter { $0.word?.isClear != true && $0.word != .same }
        return ContentView(
            shell: GalleryFixture.shell("Parts", root: "../", here: "Parts"),
            body: "<h1>Memory</h1>\n"
                + BenchmarkChart(verdict.memory?.benchmarks ?? [], of: .memory, name: "Change of the memory of each benchmark")
                .html
                + "<h1>Nothing clear</h1>\n" + BenchmarkChart(few, name: "Nothing clear").html + noise.html
                + DifferenceTable(runs: ["Baseline", "Head"], base: Metadata([]), head: Metadata([])).html)
    }()

    /// HTML in the shape that the converter gives to a report.
    private static func reportText(_ rows: [BenchmarkVerdict]) -> HTML {
        var out = HTMLWriter()
        out.markup(
            "<h3 id=\"r-results\">Results vs. 3.12.6</h3>\n<ul>\n<li>fork: mpage</li>\n<li>ref: restore_load_bearing</li>\n<li>machine: linux-x86_64</li>\n<li>overall geometric mean: 1.070x faster</li>\n</ul>\n"
        )
        for (title, part) in [
            ("Benchmarks with tag 'asyncio':", Array(rows.prefix(14))), ("Benchmarks with tag 'regex':", Array(rows[14..<30])),
            ("All benchmarks:", rows),
        ] {
            out.markup("<h3 id=\"r-")
            out.number(part.count)
            out.markup("\">")
            out.text(title)
            out.markup(
                "</h3>\n<div class=\"table-scroll\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">Benchmark</th>\n<th scope=\"col\">bm-20240906-vultr-x86_64-python-v3.12.6-3.12.6-a4a2d2b</th>\n<th scope=\"col\">bm-20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6+-ccaa69a</th>\n</tr>\n</thead>\n<tbody>\n"
            )
            for row in part {
                out.markup("<tr>\n<td>")
                out.text(row.benchmark)
                out.markup("</td>\n<td>264 ms</td>\n<td>255 ms: ")
                out.text(GalleryFixture.overall(row.estimate.ratio))
                out.markup("</td>\n</tr>\n")
            }
            out.markup(
                "<tr>\n<td>Geometric mean</td>\n<td>(ref)</td>\n<td>1.07x faster</td>\n</tr>\n</tbody>\n</table>\n</div>\n"
            )
        }
        out.markup(
            "<p>Benchmark hidden because not significant (4): asyncio_websockets, pprint_safe_repr, pprint_pformat, genshi_xml</p>\n"
        )
        return out.html
    }

    static let content = ContentView(
        shell: GalleryFixture.shell(
            "How to read a report", root: "../", here: "How to read a report", current: "How to read a report"),
        body: """
            <h1>How to read a report</h1>
            <p>A <strong>ratio</strong> is the baseline's time divided by the head's. <code>1.07x faster</code> means that the head needs 1 / 1.07 of the time.</p>
            <h2>The chart</h2>
            <p>Bars to the right are faster, bars to the left slower. The axis is logarithmic: twice as fast is as long as twice as slow.</p>
            <ul><li>Filled bars are significant.</li><li>Hollow bars are not.</li></ul>
            """)

    static let problems = ProblemsView(
        shell: GalleryFixture.shell("Problems", root: "../", here: "Problems", current: "Problems"),
        summary: "1 error, 1 warning and 1 note. Every other part of the archive is on this site.",
        table: ProblemTable(caption: "Problems of the archive", problems: GalleryFixture.problems).html)
}
