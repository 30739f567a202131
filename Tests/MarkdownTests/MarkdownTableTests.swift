import Markdown
import TestSupport
import Testing

@Suite struct MarkdownTableTests {
    @Test func `a table has the shape of a report's table`() {
        var table = MarkdownTable(columns: [.init("Benchmark"), .init("old", .center), .init("new", .center)])
        table.append(row: ["2to3", "264 ms", "255 ms: 1.03x faster"])
        table.append(row: ["Geometric mean", "(ref)", "1.02x faster"])
        #expect(
            table.markdown == """
                | Benchmark      | old    | new                  |
                |----------------|:------:|:--------------------:|
                | 2to3           | 264 ms | 255 ms: 1.03x faster |
                | Geometric mean | (ref)  | 1.02x faster         |

                """)
    }

    @Test func `each alignment has its own separator`() {
        var table = MarkdownTable(columns: [.init("aa"), .init("b", .left), .init("", .center), .init("d", .right), .init("")])
        table.append(row: ["1"])
        #expect(
            table.markdown == """
                | aa | b |  | d |  |
                |----|:--|:-:|--:|--|
                | 1  |   |  |   |  |

                """)
    }

    @Test func `a column is as wide as its longest cell in scalars`() {
        var table = MarkdownTable(columns: [.init("µs"), .init("e\u{301}x")])
        table.append(row: ["😀😀😀", "ab"])
        #expect(
            table.markdown.unicodeScalars.elementsEqual(
                "| µs  | e\u{301}x |\n|-----|-----|\n| 😀😀😀 | ab  |\n".unicodeScalars))
    }

    @Test func `neither a pipe nor a line end in a cell breaks the table`() {
        var table = MarkdownTable(columns: [.init("a|b")])
        table.append(row: ["x\ny"])
        table.append(row: [#"p\|q"#])
        #expect(table.markdown == "| a\\|b |\n|------|\n| x y  |\n| p\\|q |\n")
        let html = MarkdownConverter().convert(table.markdown).html.text
        #expect(html.contains("<th scope=\"col\">a|b</th>") && html.contains("<td>p|q</td>"))
    }

    @Test func `some rows make a table of their own, as wide as they need, in their own order`() {
        var table = MarkdownTable(columns: [.init("a"), .init("b", .center)])
        table.append(row: ["one", "1"])
        table.append(row: ["a very long one", "µ|"])
        table.appendCell("two")
        table.appendCell { $0.append(22) }
        var text = TextBytes()
        table.write(rows: [2, 0], to: &text)
        table.write(rows: [1], to: &text)
        table.write(rows: [], to: &text)
        #expect(
            String(text) == """
                | a   | b  |
                |-----|:--:|
                | two | 22 |
                | one | 1  |
                | a               | b   |
                |-----------------|:---:|
                | a very long one | µ\\| |
                | a | b |
                |---|:-:|

                """)
        #expect(table.rowCount == 3)
    }

    @Test func `a table is added behind what is there, and without columns adds nothing`() {
        var text = TextBytes()
        text += "before\n\n"
        MarkdownTable(columns: [.init("a")]).write(to: &text)
        MarkdownTable(columns: []).write(to: &text)
        #expect(String(text) == "before\n\n| a |\n|---|\n")
    }

    @Test func `what is written is read back cell by cell`() {
        var generator = SeededGenerator(seed: 5)
        let signs = Array("ab c1.:-_é漢")
        for _ in 0..<50 {
            let columns = Int.random(in: 1...4, using: &generator)
            var table = MarkdownTable(columns: (0..<columns).map { .init("h\($0)") })
            var expected: [String] = []
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                let row = (0..<columns).map { _ in
                    "x" + String((0..<4).map { _ in signs[Int.random(in: signs.indices, using: &generator)] }) + "x"
                }
                table.append(row: row)
                expected += row
            }
            let html = MarkdownConverter().convert(table.markdown).html.text
            let cells = html.split(separator: "<td>").dropFirst().map { String($0.prefix { $0 != "<" }) }
            #expect(cells == expected)
        }
    }

    @Test(.enabled(if: SharedFiles.arePresent, SharedFiles.reason)) func `a table of a real report comes out byte for byte`()
        throws
    {
        let lines = try SharedFiles.text("example-report.md").split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0.hasPrefix("| Benchmark") })
        let tableLines = lines[first...].prefix { $0.hasPrefix("|") }
        let rows = tableLines.map { line in
            line.dropFirst().dropLast().split(separator: "|").map {
                String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
        }
        var table = MarkdownTable(columns: [.init(rows[0][0]), .init(rows[0][1], .center), .init(rows[0][2], .center)])
        for row in rows.dropFirst(2) { table.append(row: row) }
        #expect(table.markdown == tableLines.joined(separator: "\n") + "\n")
        #expect(table.rowCount == 3)
    }
}
