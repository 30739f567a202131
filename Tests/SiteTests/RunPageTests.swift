import Archive
import Comparisons
import Testing

@testable import Site

/// The comparisons of one run, and a run as listings show it.
@Suite struct RunPageTests {
    private let memory = MemoryVerdict(
        // ln 1.081 = 0.077887
        word: .slower, overall: Estimate(logRatio: 0.077887, deviation: 0.002), benchmarks: [],
        counts: VerdictCounts(faster: 0, slower: 20, same: 0, unclear: 0, hints: 0))

    private func catalogue(_ verdict: Verdict) throws -> (RunDigest, Catalogue) {
        let (head, base) = (try ListedRun().digest(), try ListedRun(hash: "d7159b0").digest())
        let pairs = [Pair(label: "base", head: head, base: base)]
        return (head, ListedRun.catalogue([head, base], pairs: pairs) { _ in verdict })
    }

    private func verdict(_ word: VerdictWord, _ logRatio: Double, cautions: [Caution] = []) -> Verdict {
        Verdict(
            word: word, overall: Estimate(logRatio: logRatio, deviation: 0.0077), overallCount: 20, benchmarks: [],
            counts: VerdictCounts(faster: 3, slower: 0, same: 0, unclear: 17, hints: 0), cautions: cautions,
            memory: memory, machine: "box")
    }

    @Test func `a comparison says what changed overall, in how many benchmarks, and in memory`() throws {
        let (head, catalogue) = try catalogue(verdict(.unclear, -0.0201, cautions: [.assumedNoise]))
        let view = RunPage(catalogue: catalogue, frame: PageFrame(site: .standard, prose: [])).view(head)
        #expect(
            view.comparisons?.text == """
                <div class="scroll" role="group" tabindex="0" aria-label="This run against its baselines">
                <table class="listing">
                <caption>This run against its baselines</caption>
                <thead><tr><th scope="col">Against</th><th scope="col">Baseline run</th><th scope="col" class="number">Overall</th>\
                <th scope="col" class="number">Benchmarks</th><th scope="col" class="number">Memory</th></tr></thead>
                <tbody>
                <tr><th scope="row"><a href="vs-base.html">merge base d7159b0</a></th>\
                <td class="code"><a href="../20250402-box-x86_64-python-main-3.14.0a6-dev-d7159b0/index.html">3.14.0a6+ d7159b0</a></td>\
                <td data-label="Overall" class="unclear"><a href="vs-base.html">unclear</a> \
                <sup><a href="#note-1" aria-label="Note a">a</a></sup> <small>0.98x, ±2.0 %</small></td>\
                <td data-label="Benchmarks" class="number">3 faster, 0 slower of 20</td>\
                <td data-label="Memory" class="number">8.1 % more <small>7.5–8.7 %</small></td></tr>
                </tbody>
                </table>
                </div>

                """)
        #expect(view.notes?.text.contains("<li id=\"note-1\">No history of this machine yet") == true)
        #expect(
            view.shell.description == """
                Against merge base d7159b0: No clear overall change (1.02x slower measured, ± 2.0 %), but 3 of 20 benchmarks moved: \
                3 faster, 0 slower. 0 benchmarks of python/main, commit of 2025-04-02, measured on box.
                """)
        #expect(view.shell.title == "3.14.0a6+ ccaa69a on box: unclear vs. merge base d7159b0 · Benchmark results")
        #expect(view.shell.head == PageHead("3.14.0a6+ ccaa69a on box: unclear vs. merge base d7159b0", kind: .article))
    }

    @Test func `a run without comparisons has neither notes nor a legend`() throws {
        let run = try ListedRun().digest()
        let view = RunPage(catalogue: ListedRun.catalogue([run]), frame: PageFrame(site: .standard, prose: [])).view(run)
        #expect(view.comparisons == nil && view.notes == nil && view.legend == nil)
    }

    @Test func `a run without comparisons says why`() throws {
        func reason(_ version: String) throws -> String? {
            let run = try ListedRun(version: version).digest()
            let catalogue = ListedRun.catalogue([run], bases: ["3.12.6", "3.13.0"])
            return RunPage(catalogue: catalogue, frame: PageFrame(site: .standard, prose: [])).view(run).whyNoComparisons
        }
        #expect(
            try reason("3.12.7") == "Runs of 3.12 are older than 3.13.0, the last configured version, and are not compared.")
        let none =
            "No run on box can serve as its baseline: none of another build is of a configured version or of the merge base, and has a "
            + "benchmark in common with it."
        #expect(try reason("3.12.6") == none)
        #expect(try reason("3.13.1") == none)
    }

    @Test func `an empty merge base is none`() throws {
        func facts(_ base: String?) throws -> [String] {
            let run = try ListedRun(mergeBase: base).digest()
            let view = RunPage(catalogue: ListedRun.catalogue([run]), frame: PageFrame(site: .standard, prose: [])).view(run)
            return view.facts.map(\.name)
        }
        #expect(try facts("d7159b0") == facts(nil) + ["Merge base"])
        #expect(try facts("") == facts(nil))
    }

    private func cell(_ verdict: Verdict) throws -> String {
        let (head, catalogue) = try catalogue(verdict)
        let table = RunTable(catalogue: catalogue, path: SitePath("machines/box/index.html"), columns: [.date])
            .html([head], caption: "Runs").text
        let row = try #require(table.split(separator: "\n").first { $0.hasPrefix("<tr>") })
        return String(try #require(row.split(separator: "</th>").last).dropLast(5))
            .replacing("../../runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/", with: "")
    }

    @Test func `a default build of another commit is named, where the column has both kinds`() throws {
        let head = try ListedRun(flags: "JIT").digest()
        func cell(_ base: String, label: String, isPlain: Bool = false, cautions: [Caution] = []) throws -> String {
            let base = try ListedRun(hash: base).digest()
            let catalogue = ListedRun.catalogue([head, base], pairs: [Pair(label: label, head: head, base: base)]) { _ in
                ListedRun.verdict(.faster, cautions: cautions)
            }
            let table = RunTable(
                catalogue: catalogue, path: SitePath("machines/box/index.html"), columns: [.date], isPlain: isPlain)
            return table.html([head], caption: "Runs").text
        }
        #expect(try cell("d7159b0", label: "default_base_vs_JIT").contains("<small>1.05–1.09, vs.\u{A0}d7159b0</small>"))
        #expect(
            try cell("d7159b0", label: "default_base_vs_JIT", cautions: [.assumedNoise]).contains(
                "<small>1.05–1.09, vs.\u{A0}d7159b0\u{A0}*</small>"))
        #expect(try cell("ccaa69a", label: "base").contains("<small>1.05–1.09</small>"))
        #expect(try cell("d7159b0", label: "default_base_vs_JIT", isPlain: true).contains("<small>1.05–1.09</small>"))
    }

    @Test func `a listing shows the word of the verdict, and its interval in small type`() throws {
        let start = "<td data-label=\"vs. merge base\" class="
        #expect(
            try cell(verdict(.faster, 0.067659))
                == start + "\"faster\"><a href=\"vs-base.html\">1.07x faster</a> <small>1.05–1.09</small></td>")
        #expect(
            try cell(verdict(.slower, -0.067659))
                == start + "\"slower\"><a href=\"vs-base.html\">1.07x slower</a> <small>1.05–1.09</small></td>")
        #expect(
            try cell(verdict(.same, 0.0005))
                == start + "\"same\"><a href=\"vs-base.html\">no change</a> <small>within 2 %</small></td>")
        #expect(
            try cell(verdict(.unclear, 0.0005))
                == start + "\"unclear\"><a href=\"vs-base.html\">unclear</a> <small>1.00x, ±2.0 %</small></td>")
        let nothing = Verdict(
            word: .unclear, overall: nil, overallCount: 0, benchmarks: [],
            counts: VerdictCounts(faster: 0, slower: 0, same: 0, unclear: 0, hints: 0), cautions: [], memory: nil,
            machine: "box")
        #expect(try cell(nothing) == start + "\"unclear\"><a href=\"vs-base.html\">nothing to judge</a></td>")
    }
}
