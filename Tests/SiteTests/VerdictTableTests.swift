import Archive
import Comparisons
import Statistics
import Testing

@testable import Site

@Suite struct VerdictTableTests {
    private static func verdict(_ rows: [BenchmarkVerdict], memory: [BenchmarkVerdict] = []) -> Verdict {
        let counts = VerdictCounts(faster: 0, slower: 0, same: 0, unclear: 0, hints: 0)
        return Verdict(
            word: .unclear, overall: nil, overallCount: 0, benchmarks: rows, counts: counts, cautions: [],
            memory: memory.isEmpty ? nil : MemoryVerdict(word: .unclear, overall: nil, benchmarks: memory, counts: counts),
            machine: "linux")
    }

    @Test func `each benchmark has its change, its interval, its verdict and what could have been seen`() {
        let row = BenchmarkChartTests.row
        let rows = [
            row("2to3", 1.0712, 1.02, .faster, false), row("chaos", 0.8, 1.03, .slower, false),
            row("json", 0.99, 1.02, .same, false),
            row("mako", 1.05, 1.06, .unclear, true), row("mypy2", 1.5, 1.1, nil, false),
        ]
        let memory = [
            row("2to3", 1.08, 1.005, .slower, false), row("json", 1.001, 1.002, .same, false),
            row("mako", 0.985, 1.02, .unclear, false),
            row("mypy2", 0.9, 1.01, nil, false),
        ]
        #expect(
            VerdictTable(caption: "\"Five\"", Self.verdict(rows, memory: memory)).html.text == """
                <div class="scroll" role="group" tabindex="0" aria-label="&quot;Five&quot;">
                <table class="verdicts">
                <caption>&quot;Five&quot;</caption>
                <thead><tr><th scope="col">Benchmark</th><th scope="col">Verdict</th><th scope="col">Measured, 95 % interval</th>\
                <th scope="col">Smallest visible change</th><th scope="col">Memory</th></tr></thead>
                <tbody>
                <tr id="b-2to3"><th>2to3</th><td class="f">faster</td><td>1.07x faster (1.05–1.09)</td><td>2.0 %</td><td>1.08x more</td></tr>
                <tr id="b-chaos"><th>chaos</th><td class="s">slower</td><td>1.25x slower (1.21–1.29)</td><td>3.0 %</td><td></td></tr>
                <tr id="b-json"><th>json</th><td>no change over 5 %</td><td>1.01x slower (0.99–1.03)</td><td>2.0 %</td><td>within 1 %</td></tr>
                <tr id="b-mako"><th>mako</th><td>unclear, worth another run</td><td>1.05x faster (0.99–1.11)</td>\
                <td>6.0 %</td><td>unclear</td></tr>
                <tr id="b-mypy2"><th>mypy2</th><td>not counted</td><td>1.50x faster (1.36–1.65)</td><td>10.0 %</td><td>not counted</td></tr>
                </tbody>
                </table>
                </div>

                """)
    }

    @Test(arguments: [String(repeating: "L", count: 201), String(repeating: "L", count: 200), "..", "plain"])
    func `a row has the id by which others lead to it`(name: String) throws {
        let changes = RoundedChanges([BenchmarkChartTests.row(name, 1.07, 1.02, .faster, isHint: false)])
        let html = VerdictTable(caption: "c", times: changes, memories: nil).html.text
        #expect(html.contains("<tr id=\"\(try #require(VerdictTable.rowID(at: 0, of: changes)))\">"))
    }

    @Test func `a hostile name is escaped and made safe, and no id stands twice`() {
        let row = BenchmarkChartTests.row
        let rows = [row("a b", 1, 1.02, .same, false), row("a\"<b", 1, 1.02, .same, false), row("a_b", 1, 1.02, .same, false)]
        let text = VerdictTable(caption: "Three", Self.verdict(rows)).html.text
        #expect(text.contains("<tr id=\"b-a_b\"><th>a b</th><td>"))
        #expect(text.contains("<tr id=\"b-a__b\"><th>a&quot;&lt;b</th><td>"))
        #expect(text.contains("<tr><th>a_b</th><td>"))
        #expect(VerdictTable.rowID(of: "a\"<b") == "b-a__b")
    }

    @Test func `a hundred rows are light and never speak of significance`() {
        let verdict = GalleryFixture.verdict(centre: 1.02, spread: 0.05, seed: 3)
        let text = VerdictTable(caption: "Hundred", verdict).html.text
        #expect(text.utf8.count < 16_500)
        #expect(!text.contains("signific"))
        #expect(!text.contains("z ="))
    }
}

@Suite struct DifferenceTableTests {
    private static func file(_ entries: [String: String]) -> Metadata { Metadata(entries.map { .init(key: $0, text: $1) }) }

    @Test func `only what differs is shown, with the days between the two measurements`() {
        let base = Self.file([
            "platform": "Linux <5.4>", "cpu_model_name": "Xeon", "commit_id": "a", "date": "2024-02-27 10:00:00.1",
            "aslr": "Full",
        ])
        let head = Self.file([
            "platform": "Linux 5.5", "cpu_model_name": "Xeon", "commit_id": "b", "date": "2024-03-01 09:00:00.1",
        ])
        #expect(
            DifferenceTable(runs: ["Baseline", "Head & more"], base: base, head: head).html.text == """
                <div class="scroll" role="group" tabindex="0" aria-label="What differs between the two runs, besides the code">
                <table class="environment">
                <caption>What differs between the two runs, besides the code</caption>
                <thead><tr><th scope="col">Property</th><th scope="col">Baseline</th><th scope="col">Head &amp; more</th></tr>\
                </thead>
                <tbody>
                <tr><th scope="row">Operating system</th><td>Linux &lt;5.4&gt;</td><td>Linux 5.5</td></tr>
                <tr><th scope="row">Address space layout</th><td>Full</td><td><span class="absent">not recorded</span></td></tr>
                <tr><th scope="row">Measured 3 days apart</th><td>2024-02-27</td><td>2024-03-01</td></tr>
                </tbody>
                </table>
                </div>

                """)
    }

    @Test(arguments: [
        ("2024-02-28", "2024-03-01", "2 days"), ("2023-02-28", "2023-03-01", "1 day"), ("2025-01-01", "2023-12-31", "367 days"),
    ])
    func `days are counted over leap days and years`(first: String, second: String, words: String) {
        let table = DifferenceTable(runs: ["a", "b"], base: Self.file(["date": first]), head: Self.file(["date": second]))
        #expect(
            table.html.text == """
                <p class="names">Machine, compiler and benchmarks of the two runs are the same, as far as the files say. Measured \(words) apa\
                rt.</p>

                """)
    }

    @Test func `nothing that differs is a sentence`() {
        for date in ["2024-02-28", "yesterday", "2024-99-99"] {
            let file = Self.file(["platform": "Linux", "date": date])
            #expect(
                DifferenceTable(runs: ["a", "b"], base: file, head: file).html.text == """
                    <p class="names">Machine, compiler and benchmarks of the two runs are the same, as far as the files say.</p>

                    """)
        }
    }
}

@Suite struct NoiseTableTests {
    @Test func `each build has its noise, and a guess is called one`() {
        let rows: [MachineNoiseTable.NoiseRow] = [
            .init(flags: "default", pairs: 55, benchmark: 0.0323, overall: 0.0137, isAssumed: false),
            .init(flags: "<JIT>", pairs: 1, benchmark: 0.036, overall: .nan, isAssumed: true),
            .init(flags: "T2", pairs: 1, benchmark: 0.0323, overall: 0.3, isBorrowed: true),
            .init(flags: "NOGIL", pairs: 0, benchmark: 0.0323, overall: 0.0137, isBorrowed: true),
        ]
        #expect(
            MachineNoiseTable(caption: "Noise", rows: rows).html.text == """
                <div class="scroll" role="group" tabindex="0" aria-label="Noise">
                <table class="noise">
                <caption>Noise</caption>
                <thead><tr><th scope="col">Build</th><th scope="col">A benchmark, typically</th>\
                <th scope="col">Overall mean</th><th scope="col">Learnt from</th></tr></thead>
                <tbody>
                <tr><th scope="row">default</th><td>± 3.2 %</td><td>± 1.4 %</td><td>55 pairs of runs</td></tr>
                <tr><th scope="row">&lt;JIT&gt;</th><td>± 3.6 %</td><td>± 0.0 %</td>\
                <td>1 pair of runs, so <span class="mark">assumed</span></td></tr>
                <tr><th scope="row">T2</th><td>± 3.2 %</td><td>± 30.0 %</td><td>1 pair of runs and other builds</td></tr>
                <tr><th scope="row">NOGIL</th><td>± 3.2 %</td><td>± 1.4 %</td><td>other builds</td></tr>
                </tbody>
                </table>
                </div>

                """)
    }
}
