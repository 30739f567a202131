import Archive
import Comparisons
import Foundation
import Statistics
import TestSupport

@testable import Site

/// Views as a real archive would fill them: long names, every word of a verdict, an outlier, text that wants to be markup.
enum GalleryFixture {
    static let benchmarks = """
        mdp async_tree_io_tg async_tree_io async_tree_memoization async_tree_eager_cpu_io_mixed_tg async_tree_none_tg async_tree_none \
        async_tree_cpu_io_mixed_tg async_tree_cpu_io_mixed deepcopy deepcopy_memo go dulwich_log regex_effbot comprehensions raytrace \
        async_generators deepcopy_reduce float scimark_sor pathlib spectral_norm pylint crypto_pyaes chaos scimark_monte_carlo \
        bpe_tokeniser generators regex_compile logging_silent sqlalchemy_declarative sqlalchemy_imperative pyflate xml_etree_parse \
        tomli_loads logging_simple genshi_text richards logging_format sympy_integrate 2to3 scimark_fft richards_super sympy_str \
        sympy_sum typing_runtime_protocols xml_etree_iterparse pycparser json meteor_contest deltablue docutils sqlite_synth \
        coroutines hexiom unpickle_pure_python xml_etree_generate scimark_lu sympy_expand scimark_sparse_mat_mult pickle_pure_python \
        nqueens regex_dna json_loads xml_etree_process regex_v8 django_template fannkuch nbody json_dumps mako pidigits coverage \
        bench_thread_pool telco python_startup_no_site gc_traversal python_startup create_gc_cycles bench_mp_pool asyncio_websockets \
        pprint_safe_repr pprint_pformat genshi_xml aiohttp asyncio_tcp asyncio_tcp_ssl chameleon dask flaskblogging gunicorn html5lib \
        mypy2 sqlglot_normalize sqlglot_optimize sqlglot_parse sqlglot_transpile thrift tornado_http unpack_sequence
        """.split(separator: " ").map(String.init)

    /// The verdicts of a hundred benchmarks around `centre`: one beyond every axis, some unclear, two not counted, some with memory.
    static func verdict(centre: Double, spread: Double, seed: UInt64) -> Verdict {
        var generator = SeededGenerator(seed: seed)
        let rows = benchmarks.prefix(100).sorted().enumerated().map { index, name in
            let step = (0..<3).reduce(0.0) { sum, _ in sum + Double.random(in: -1...1, using: &generator) }
            let ratio = name == "telco" ? 1 / 8.28 : centre * (1 + spread * step * (index < 10 ? 3 : 1))
            let deviation = Double.random(in: 0.006...0.02, using: &generator) * (name == "xml_etree_parse" ? 4 : 1)
            return judged(
                name, Estimate(logRatio: log(ratio), deviation: deviation), same: 0.05,
                isCounted: !["aiohttp", "mypy2"].contains(name))
        }
        let memory = benchmarks.prefix(90).sorted().map { name in
            let step = Double.random(in: -0.002...0.06, using: &generator)
            return judged(name, Estimate(logRatio: step, deviation: 0.002), same: 0.01, isCounted: true).inMemory
        }
        let counts = VerdictCounts(faster: 0, slower: 0, same: 0, unclear: 0, hints: 0)
        return Verdict(
            word: .unclear, overall: nil, overallCount: 98, benchmarks: rows, counts: counts, cautions: [],
            memory: MemoryVerdict(word: .slower, overall: nil, benchmarks: memory, counts: counts), machine: "linux")
    }

    private static func judged(_ name: String, _ estimate: Estimate, same: Double, isCounted: Bool) -> BenchmarkVerdict {
        let z = abs(estimate.logRatio) / estimate.deviation
        let word: VerdictWord =
            if z > 4 {
                estimate.logRatio > 0 ? .faster : .slower
            } else if abs(estimate.logRatio) + estimate.halfWidth < log(1 + same) {
                .same
            } else {
                .unclear
            }
        return BenchmarkVerdict(
            benchmark: name, estimate: estimate, word: isCounted ? word : nil, isHint: isCounted && z >= 3 && z <= 4)
    }

    /// Runs of a machine, oldest first, slowly getting faster.
    static func runs(_ count: Int, from start: Double, to end: Double, seed: UInt64) -> [RunBar] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { index in
            let share = Double(index) / Double(max(1, count - 1))
            let ratio = start + (end - start) * share + Double.random(in: -0.012...0.012, using: &generator)
            let word = word(of: ratio)
            return RunBar(
                name: "ccaa69a mpage/restore_load_bearing", date: date(index), ratio: ratio, word: word,
                label: overall(ratio),
                href: "../../runs/20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6-dev-ccaa69a/vs-3.12.6.html")
        }
    }

    static func date(_ index: Int) -> String {
        let (year, day) = (2023 + index / 336, index % 336)
        return "\(year)-\(two(day / 28 + 1))-\(two(day % 28 + 1))"
    }

    private static func word(of ratio: Double) -> VerdictWord {
        abs(ratio - 1) <= 0.004 ? .unclear : ratio > 1 ? .faster : .slower
    }

    static func overall(_ ratio: Double) -> String {
        let thousandths = Int(((ratio >= 1 ? ratio : 1 / ratio) * 1000).rounded())
        let digits = String(thousandths % 1000)
        return
            "\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)x \(ratio >= 1 ? "faster" : "slower")"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    static func shell(_ title: String, root: String, breadcrumbs: [Link] = [], here: String? = nil, current: String = "")
        -> PageShell
    {
        PageShell(
            root: root, siteName: "Faster Interpreter Benchmarks", title: title, description: "Benchmark runs and what they say.",
            navigation: [
                NavigationLink("Runs", href: root + "index.html", isCurrent: current == "Runs"),
                NavigationLink("Problems", href: root + "problems/index.html", isCurrent: current == "Problems"),
                NavigationLink(
                    "How to read a report", href: root + "pages/reading.html", isCurrent: current == "How to read a report"),
                NavigationLink("About", href: root + "pages/about.html"),
            ],
            breadcrumbs: breadcrumbs, here: here,
            colophon:
                "Made by <a href=\"\(root)pages/about.html\">Benchfolio</a> from 961 runs. The newest commit is of 2025-04-02.")
    }

    /// The newest runs of a machine as the home page has them: few columns, so that a phone shows the first ratio.
    static func newest(_ bars: [RunBar], caption: String, baselines: [String]) -> ListingTable {
        let rows = bars.reversed().enumerated().map { index, bar in
            [
                ListingTable.Cell(bar.date, href: "runs/" + GalleryPages.run + "/index.html"),
                ListingTable.Cell(index.isMultiple(of: 3) ? "faster-cpython/restore_load_bearing, JIT" : "python/main"),
            ]
                + baselines.enumerated().map { column, _ in
                    let ratio = bar.ratio * (1 - 0.03 * Double(column))
                    return ListingTable.Cell(
                        overall(ratio), href: "runs/" + GalleryPages.run + "/vs-3.12.6.html",
                        word: word(of: ratio))
                }
        }
        return ListingTable(
            caption: caption, columns: [.init("Date", .code), .init("What")] + baselines.map { .init("vs. " + $0, .number) },
            rows: rows)
    }

    /// A table of runs as a machine's listing has it: `baselines` columns of linked ratios.
    static func listing(_ bars: [RunBar], caption: String, baselines: [String]) -> ListingTable {
        let rows = bars.reversed().enumerated().map { index, bar in
            [
                ListingTable.Cell(
                    bar.date, href: "../../runs/20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6-dev-ccaa69a/index.html"),
                ListingTable.Cell(index.isMultiple(of: 3) ? "faster-cpython/restore_load_bearing" : "python/main"),
                ListingTable.Cell("ccaa69a", href: "../../commits/ccaa69a/index.html"),
                ListingTable.Cell("3.14.0a6+"),
                ListingTable.Cell(index.isMultiple(of: 5) ? "JIT,NOGIL" : ""),
            ]
                + baselines.enumerated().map { column, _ in
                    let ratio = bar.ratio * (1 - 0.03 * Double(column))
                    return ListingTable.Cell(
                        overall(ratio), href: bar.href, word: word(of: ratio))
                }
        }
        return ListingTable(
            caption: caption,
            columns: [.init("Date", .code), .init("Fork and ref"), .init("Commit", .code), .init("Version"), .init("Flags")]
                + baselines.map { .init("vs. " + $0, .number) },
            rows: rows)
    }

    static let environment = EnvironmentTable(
        caption: "What both runs say of the machine and the build",
        runs: ["Baseline: 3.12.6", "Head: 3.14.0a6+"],
        rows: [
            .init(
                "Operating system",
                ["Linux-5.4.0-164-generic-x86_64-with-glibc2.31", "Linux-5.4.0-186-generic-x86_64-with-glibc2.31"]),
            .init("Processor", ["Intel Xeon E-2286G CPU @ 4.00GHz", "Intel Xeon E-2286G CPU @ 4.00GHz"]),
            .init("Processors", ["12", "12"]), .init("Address space randomization", ["Full randomization", nil]),
            .init("pyperformance", ["1.11.0", "1.11.0"]), .init("Host", ["vultr", "vultr"]),
        ])

    static let problems = [
        Problem(
            .error,
            file:
                "results/bm-20250402-3.14.0a6+-ccaa69a/bm-20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6+-ccaa69a.json",
            line: 1204, column: 17, path: "$.benchmarks[12].runs[3].values[0]",
            "The value is -0.25, which is no duration: json_dumps is left out.",
            hint: "Measure it again, or remove the benchmark from the file."),
        Problem(
            .warning, file: "bench_runner.toml", line: 3, column: 1, "The baseline <3.9.1> has no run.",
            hint: "Remove it from bases."),
        Problem(.note, file: "results/notes.txt", "The file is no result and was passed over."),
    ]
}

extension BenchmarkVerdict {
    /// The verdict with the words of memory, where a ratio above 1 takes more.
    fileprivate var inMemory: BenchmarkVerdict {
        let swapped: VerdictWord? = word == .faster ? .slower : word == .slower ? .faster : word
        return BenchmarkVerdict(benchmark: benchmark, estimate: estimate, word: swapped, isHint: isHint)
    }
}
