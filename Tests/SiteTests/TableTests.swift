import Archive
import Testing

@testable import Site

@Suite struct TableTests {
    @Test func `a listing has a caption, headings with a scope, links and directions`() {
        let table = ListingTable(
            caption: "Runs of <linux>",
            columns: [.init("Date", .code), .init("Ref"), .init("vs. 3.12", .number), .init("Memory", .number)],
            rows: [
                [
                    .init("2025-04-02", href: "a\"b.html"), .init("x & y"),
                    .init("1.070x faster", href: "r.html", word: .faster), .init("1.13x"),
                ],
                [.init("2025-04-01")],
            ])
        #expect(
            table.html.text == """
                <div class="scroll" role="group" tabindex="0" aria-label="Runs of &lt;linux&gt;">
                <table class="listing">
                <caption>Runs of &lt;linux&gt;</caption>
                <thead><tr><th scope="col">Date</th><th scope="col">Ref</th><th scope="col" class="number">vs. 3.12</th>\
                <th scope="col" class="number">Memory</th></tr></thead>
                <tbody>
                <tr><th scope="row" class="code"><a href="a&quot;b.html">2025-04-02</a></th><td>x &amp; y</td>\
                <td data-label="vs. 3.12" class="faster"><a href="r.html">1.070x faster</a></td><td data-label="Memory" class="number">1.13x</td></tr>
                <tr><th scope="row" class="code">2025-04-01</th><td></td><td class="number"></td><td class="number"></td></tr>
                </tbody>
                </table>
                </div>

                """)
    }

    @Test func `a plain table leaves to the script what can be made from the row's first link and the headings`() {
        let columns = [
            ListingTable.Column("Date", .code), .init("Version", .code), .init("vs. 3.12", .number, file: "vs-3.12.html"),
            .init("vs. base", .number, file: "vs-base.html"),
        ]
        let rows: [[ListingTable.Cell]] = [
            [
                .init("2025-04-02", href: "../a/index.html"), .init("3.14.0"),
                .init("1.07x faster", href: "../a/vs-3.12.html", word: .faster, detail: "1.05–1.09"),
                .init("unclear", href: "../a/vs-base~1.html", word: .unclear),
            ],
            [.init("2025-04-01", href: "../b/index.html"), .init("3.14.0")],
        ]
        #expect(
            ListingTable(caption: "Runs", columns: columns, rows: rows, isPlain: true).html.text == """
                <div class="scroll" role="group" tabindex="0" aria-label="Runs">
                <table class="listing plain">
                <caption>Runs</caption>
                <thead><tr><th scope="col">Date</th><th scope="col">Version</th>\
                <th scope="col" class="number" data-file="vs-3.12.html">vs. 3.12</th>\
                <th scope="col" class="number" data-file="vs-base.html">vs. base</th></tr></thead>
                <tbody>
                <tr><th scope="row" class="code"><a href="../a/index.html">2025-04-02</a><td class="code">3.14.0\
                <td class="faster">1.07x faster <small>1.05–1.09</small><td class="unclear"><a href="../a/vs-base~1.html">unclear</a>
                <tr><th scope="row" class="code"><a href="../b/index.html">2025-04-01</a><td class="code">3.14.0<td><td>
                </tbody>
                </table>
                </div>

                """)
    }

    @Test func `a long name may be broken after a slash and an underscore`() {
        let table = ListingTable(
            caption: "Runs", columns: [.init("Ref"), .init("File", .code)],
            rows: [[.init("a-fork/a_long<_branch_"), .init("a_long_file_name")]])
        #expect(
            table.html.text.contains(
                "<th scope=\"row\">a-fork/<wbr>a_<wbr>long&lt;_<wbr>branch_</th><td class=\"code\">a_long_file_name</td>"))
    }

    @Test func `whatever is shown of a run's surroundings is read from its file`() {
        let rows = Environment.rows([Metadata(Metadata.keys.map { Metadata.Entry(key: $0, text: "known") })])
        // All keys but the address of the automation's log, which is a link.
        #expect(rows.count == Metadata.keys.count - 1)
        #expect(rows.count == 18)
    }

    @Test func `what differs between two environments is marked with a word`() {
        let table = EnvironmentTable(
            caption: "Environment", runs: ["Baseline", "Head"], rows: [.init("CPU", ["a", "a"]), .init("OS", ["5.4", nil])])
        #expect(
            table.html.text == """
                <div class="scroll" role="group" tabindex="0" aria-label="Environment">
                <table class="environment">
                <caption>Environment</caption>
                <thead><tr><th scope="col">Property</th><th scope="col">Baseline</th><th scope="col">Head</th></tr></thead>
                <tbody>
                <tr><th scope="row">CPU</th><td>a</td><td>a</td></tr>
                <tr class="differs"><th scope="row">OS <span class="mark">differs</span></th><td>5.4</td>\
                <td><span class="absent">not recorded</span></td></tr>
                </tbody>
                </table>
                </div>

                """)
    }

    @Test func `a problem is shown with its place, its path and its hint`() {
        let table = ProblemTable(
            caption: "Problems",
            problems: [
                Problem(.error, file: "a.json", line: 3, column: 7, path: "$.runs[0]", "It is <0.", hint: "Measure it again."),
                Problem(.note, file: "b.txt", "It was passed over."),
            ])
        #expect(
            table.html.text == """
                <div class="scroll" role="group" tabindex="0" aria-label="Problems">
                <table class="listing problems">
                <caption>Problems</caption>
                <thead><tr><th scope="col">Severity</th><th scope="col">Problem</th><th scope="col">Place</th></tr></thead>
                <tbody>
                <tr><th scope="row"><span class="severity error">error</span></th><td><p>It is &lt;0.</p><p class="hint">Measure it again.</p></td>\
                <td class="place"><code>a.json:3:7</code><br><code>$.runs[0]</code></td></tr>
                <tr><th scope="row"><span class="severity note">note</span></th><td><p>It was passed over.</p></td>\
                <td class="place"><code>b.txt</code></td></tr>
                </tbody>
                </table>
                </div>

                """)
    }
}

@Suite struct HTMLWriterTests {
    @Test func `text is escaped by scalar and numbers are short`() {
        var out = HTMLWriter()
        out.text("\"\u{301}<é>&'")
        for value in [0.0, 0.04, 0.05, 12.5, -3.25, 100] {
            out.markup(" ")
            out.tenths(value)
        }
        for value in [0.07, 1.005, 33.3333, -0.5, 40] {
            out.markup(" ")
            out.hundredths(value)
        }
        #expect(out.html.text == "&quot;\u{301}&lt;é&gt;&amp;&#39; 0 0 0.1 12.5 -3.3 100 0.07 1 33.33 -0.5 40")
    }
}
