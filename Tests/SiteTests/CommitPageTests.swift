import Archive
import Comparisons
import Testing

@testable import Site

/// The page to link from a commit.
@Suite struct CommitPageTests {
    private static let five: [(String, Machine.System)] = [
        ("arminc", .linux), ("darwin", .darwin), ("linux", .linux), ("pythonperf1", .windows), ("pythonperf1_win32", .windows),
    ]

    /// The page of a commit that was measured on machines, each with some flags, and held against its merge base and 3.12.0.
    private func view(
        _ machines: [(String, Machine.System)], flags: [String] = [""], verdict: (Pair) -> Verdict
    ) throws -> CommitView {
        var (heads, bases, pairs): ([RunDigest], [RunDigest], [Pair]) = ([], [], [])
        for (nickname, system) in machines {
            let release = try ListedRun(nickname: nickname, version: "3.12.0", hash: "0fb18b0", system: system).digest()
            let base = try ListedRun(nickname: nickname, hash: "d7159b0", system: system).digest()
            bases += [release, base]
            for flags in flags {
                let head = try ListedRun(nickname: nickname, flags: flags, system: system).digest()
                heads.append(head)
                pairs += [Pair(label: "3.12.0", head: head, base: release), Pair(label: "base", head: head, base: base)]
            }
        }
        let catalogue = ListedRun.catalogue(
            heads + bases, pairs: pairs, bases: ["3.12.0"],
            prose: [ProsePage(name: "method", markdown: "# Method\n")], verdict: verdict)
        return CommitPage(catalogue: catalogue, frame: PageFrame(site: .standard, prose: catalogue.prose)).view(
            "ccaa69a", runs: heads)
    }

    @Test func `what the machines say together stands first, of the merge base before the versions`() throws {
        let view = try view(Self.five, flags: ["", "JIT"]) { pair in
            let isWindows = pair.head.machine.system == .windows
            if pair.label == "base" { return ListedRun.verdict(isWindows && pair.head.name.flags.isDefault ? .slower : .unclear) }
            return ListedRun.verdict(pair.head.name.flags.isDefault ? .faster : .same)
        }
        let lines = view.agreements.text.replacing(try Regex("<dd><ul>.*?</ul></dd>"), with: "")
        #expect(
            lines == """
                <dl class="agreements">
                <div><dt>Against merge base d7159b0, default build:</dt> <dd class="slower">slower on 2 of 5 machines: both Windows; \
                unclear on arminc, darwin and linux</dd></div>
                <div><dt>Against merge base d7159b0, JIT build:</dt> <dd>unclear on all 5 machines</dd></div>
                <div><dt>Against 3.12.0, default build:</dt> <dd class="faster">faster on all 5 machines</dd></div>
                <div><dt>Against 3.12.0, JIT build:</dt> <dd>no overall change on all 5 machines</dd></div>
                </dl>
                """)
        let title =
            "Commit ccaa69a vs. merge base d7159b0: slower on 2 of 5 machines: both Windows; unclear on arminc, darwin and linux"
        #expect(view.shell.head == PageHead(title, kind: .article))
        #expect(view.shell.here == "Commit ccaa69a")
        #expect(
            view.shell.description == """
                Against merge base d7159b0, default build: slower on 2 of 5 machines: both Windows; unclear on arminc, darwin and \
                linux. Benchmarks of commit ccaa69a: 10 runs on arminc, darwin, linux, pythonperf1, pythonperf1_win32.
                """)
    }

    @Test func `below what the machines say together stands what each of them says, with a link to its report`() throws {
        let view = try view(Array(Self.five.prefix(2))) { pair in
            ListedRun.verdict(pair.head.name.nickname == "arminc" ? .slower : .unclear)
        }
        func report(_ machine: String) -> String {
            "../../runs/20250402-\(machine)-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-base.html"
        }
        #expect(
            view.agreements.text.contains(
                """
                <dd class="slower">slower on 1 of 2 machines: arminc; unclear on darwin</dd><dd><ul>\
                <li>arminc: <a class="slower" href="\(report("arminc"))">1.07x slower</a> <small>1.05–1.09</small></li>\
                <li>darwin: <a class="unclear" href="\(report("darwin"))">unclear</a> <small>0.98x, ±1.9 %</small></li></ul></dd></div>
                """))
    }

    @Test func `where no merge base can be held against it, the page says first that the change is not known`() throws {
        let release = try ListedRun(version: "3.12.0", hash: "0fb18b0").digest()
        func page(_ head: RunDigest) -> String {
            let catalogue = ListedRun.catalogue(
                [head, release], pairs: [Pair(label: "3.12.0", head: head, base: release)], bases: ["3.12.0", "3.13.0"])
            return CommitPage(catalogue: catalogue, frame: PageFrame(site: .standard, prose: [])).view(
                "ccaa69a", runs: [head]
            ).agreements.text
        }
        let beginning = "<p class=\"notice\">What this commit changed is not known: "
        let named = try ListedRun(mergeBase: "e213475" + String(repeating: "0", count: 33)).digest()
        #expect(
            page(named).hasPrefix(
                "\(beginning)no run of its merge base e213475 can be held against it.</p>\n<dl class=\"agreements\">"
            ))
        #expect(page(try ListedRun().digest()).hasPrefix("\(beginning)no run names its merge base.</p>\n<dl"))
        // Nobody asks what a release changed.
        #expect(page(try ListedRun(version: "3.13.0").digest()).hasPrefix("<dl class=\"agreements\">"))
        // A build from after it is none, and neither is a fork's.
        #expect(page(try ListedRun(version: "3.13.0+").digest()).hasPrefix(beginning))
        #expect(page(try ListedRun(fork: "mpage", version: "3.13.0").digest()).hasPrefix(beginning))
    }

    @Test func `two builds of one name in words are asked apart`() throws {
        let (heads, bases) = (
            [ListedRun(nickname: "a", flags: "PYTHON_UOPS"), ListedRun(nickname: "b", flags: "T2")],
            ["a", "b"].map { ListedRun(nickname: $0, hash: "d7159b0") }
        )
        let pairs = try zip(heads, bases).map { Pair(label: "base", head: try $0.digest(), base: try $1.digest()) }
        let catalogue = ListedRun.catalogue(pairs.flatMap { [$0.head, $0.base] }, pairs: pairs)
        let answers = CommitAnswers(pairs.flatMap { catalogue.entries(of: $0.head) }).all
        #expect(answers.map(\.question) == ["a", "b"].map { "Against merge base d7159b0, T2 build on \($0)" })
    }

    @Test func `forks stand in the table where there are several`() throws {
        let runs = try [ListedRun(), ListedRun(fork: "mpage")].map { try $0.digest() }
        let catalogue = ListedRun.catalogue(runs)
        let table = CommitTable(runs, catalogue: catalogue, path: catalogue.map.commit("ccaa69a")).html.text
        #expect(table.contains("Fork and ref") && table.contains("<a href=\"../../forks/mpage/index.html\">mpage/main</a>"))
    }

    @Test func `what rests on few benchmarks says so in the table`() throws {
        let view = try view(Array(Self.five.prefix(1))) { _ in ListedRun.verdict(.slower, count: 3) }
        #expect(view.table.text.contains("<small>1.05x to 1.09x, 3 benchmarks</small>"))
    }

    @Test func `one machine speaks alone, and so does one beside which another has few benchmarks`() throws {
        let alone = try view(Array(Self.five.prefix(1))) { _ in ListedRun.verdict(.slower) }
        let line = "Against merge base d7159b0, default build on arminc"
        let sentence = "1.07x slower overall (1.05x to 1.09x): 20 of 81 benchmarks slower, 45 faster."
        let lines = "<dl class=\"agreements\">\n<div><dt>\(line):</dt> <dd class=\"slower\">\(sentence)</dd></div>\n</dl>"
        #expect(alone.agreements.text == lines)
        #expect(alone.shell.head.title == "Commit ccaa69a on arminc vs. merge base d7159b0: 1.07x slower")
        #expect(alone.shell.description == "\(line): \(sentence) Benchmarks of commit ccaa69a: 1 run on arminc.")
        let few = try view(Array(Self.five.prefix(2))) {
            ListedRun.verdict(.slower, count: $0.head.name.nickname == "darwin" ? 19 : 20)
        }
        #expect(few.agreements.text == lines)
    }

    @Test func `a line for each machine, build and baseline, and each caution said once`() throws {
        let view = try view(Array(Self.five.prefix(2))) { pair in
            let isFirst = pair.head.name.nickname == "arminc"
            if pair.label == "base" { return ListedRun.verdict(isFirst ? .slower : .unclear, cautions: [.assumedNoise]) }
            return ListedRun.verdict(
                isFirst ? .faster : .same, cautions: isFirst ? [] : [.fewBenchmarks(count: 3), .assumedNoise])
        }
        let head = "20250402-arminc-x86_64-python-main-3.14.0a6-dev-ccaa69a"
        let counts = """
            <td data-label="Benchmarks" class="number">45 faster, 20 slower of 81</td>\
            <td data-label="Memory" class="number">not measured</td>\
            <td data-label="Classic mean" class="number">1.250x faster</td></tr>
            """
        let body = try #require(view.table.text.split(separator: "<tbody>\n").last).split(separator: "\n")
        #expect(
            body.prefix(2).joined(separator: "\n") == """
                <tr><th scope="row"><a href="../../runs/\(head)/index.html">arminc</a></th><td>default</td>\
                <td data-label="Against">merge base d7159b0</td>\
                <td data-label="Overall" class="slower"><a href="../../runs/\(head)/vs-base.html">1.07x slower</a> \
                <sup><a href="#note-1" aria-label="Note a">a</a></sup> <small>1.05x to 1.09x</small></td>\(counts)
                <tr><th scope="row"><a href="../../runs/\(head)/index.html">arminc</a></th><td>default</td>\
                <td data-label="Against">3.12.0</td>\
                <td data-label="Overall" class="faster"><a href="../../runs/\(head)/vs-3.12.0.html">1.07x faster</a> \
                <small>1.05x to 1.09x</small></td>\(counts)
                """)
        #expect(body[2].contains("class=\"unclear\"><a"))
        #expect(
            body[2].contains(
                ">unclear</a> <sup><a href=\"#note-1\" aria-label=\"Note a\">a</a></sup> <small>0.98x, ±1.9 %</small>"))
        #expect(
            body[3].contains(
                ">no change</a> <sup><a href=\"#note-1\" aria-label=\"Note a\">a</a></sup> "
                    + "<sup><a href=\"#note-2\" aria-label=\"Note b\">b</a></sup> <small>within 2 %</small>"))
        #expect(
            view.notes?.text == """
                <ol class="notes" type="a" aria-label="Notes">
                <li id="note-1">No history of this machine yet: a noise of 1 % per benchmark is assumed.</li>
                <li id="note-2">Only 3 benchmarks in common: this is not an overall result.</li>
                </ol>
                """)
    }

    @Test func `a run that was compared with nothing is there too`() throws {
        let run = try ListedRun().digest()
        let table = CommitTable([run], catalogue: ListedRun.catalogue([run]), path: SitePath("commits/ccaa69a/index.html"))
        #expect(table.html.text.contains("<td data-label=\"Against\">not compared</td>"))
        #expect(table.notes == nil)
    }

    @Test func `the legend leads to the page on the method where there is one`() throws {
        let words = """
            Beside a ratio stands the interval in which the true one lies with 95 % certainty. <em>No change</em>: more than 2 % is \
            ruled out. <em>Unclear</em>: lost in the noise of the machine, the figure behind ±; below 1 is slower.
            """
        let path = SitePath("commits/ccaa69a/index.html")
        let frame = PageFrame(site: .standard, prose: [])
        #expect(Legend.html(frame, from: path, hasStars: false).text == words)
        #expect(Legend.html(frame, from: path, hasStars: true).text == words + " *: mind the report's caution.")
        let method = ProsePage(name: "method", markdown: "# Method\n")
        #expect(
            Legend.html(PageFrame(site: .standard, prose: [method]), from: path, hasStars: false).text
                == words + " <a href=\"../../pages/method.html\">How the words are found</a>.")
    }
}
