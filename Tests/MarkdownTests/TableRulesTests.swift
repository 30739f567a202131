import Foundation
import Testing

@testable import Markdown

/// One document for each rule of GitHub's tables; the oracle is GitHub's own converter.
@Suite(.enabled(if: GitHubMarkdown.isPresent, GitHubMarkdown.reason)) struct TableRulesTests {
    static let documents: [String: String] = [
        "heading and rows": "| run | time |\n| --- | --- |\n| one | 1 ms |\n| two | 2 ms |\n",
        "no rows": "| run | time |\n| --- | --- |\n",
        "all alignments": "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n",
        "no pipes at the ends": "a | b\n- | -\n1 | 2\n",
        "no pipes at the ends, dashes": "a | b\n--|--\n1 | 2\n",
        "a pipe at one end only": "| a | b\n:-|-:\n1 | 2 |\n",
        "one column": "| a |\n|---|\n| 1 |\n",
        "one column without pipes": "a\n:--\n1\n",
        "one column, dashes alone underline": "a\n--\n1\n",
        "ragged source": "|a|b|\n|-|:-:|\n|long cell|x|\n|  y|  long cell   |\n",
        "escaped pipe": "| a\\|b |\n|------|\n| c \\| d |\n",
        "escaped pipe in a code span": "| `a\\|b` |\n|---|\n| **x `\\|` y** |\n",
        "two backslashes before a pipe": "| a |\n|---|\n| b\\\\| c |\n",
        "backslash at a cell's end": "| a |\n|---|\n| b\\\n",
        "pipe in a code span still parts cells": "| a | b |\n|---|---|\n| `x | y` |\n",
        "short row": "| a | b | c |\n|---|---|---|\n| 1 |\n",
        "long row": "| a |\n|---|\n| 1 | 2 | 3 |\n",
        "empty cells": "| a || c |\n|---|---|---|\n|||\n| | x | |\n",
        "fewer dashes than headings": "| a | b |\n|---|\n| 1 | 2 |\n",
        "more dashes than headings": "| a |\n|---|---|\n| 1 | 2 |\n",
        "not only dashes": "| a |\n|-x-|\n| 1 |\n",
        "space inside the dashes": "| a | b |\n|- -|---|\n",
        "colon in the middle": "| a |\n|-:-|\n",
        "ends at a blank line": "| a |\n|---|\n| 1 |\n\nafter\n",
        "goes on with a line without pipes": "| a |\n|---|\n| 1 |\nafter\n",
        "ends at a quote": "| a |\n|---|\n| 1 |\n> quote\n",
        "ends at a heading": "| a |\n|---|\n| 1 |\n# heading\n",
        "ends at a fence": "| a |\n|---|\n```\n| 1 |\n```\n",
        "ends at an item": "| a |\n|---|\n- item\n",
        "ends at an item that is not the first": "| a |\n|---|\n| 1 |\n7. item\n\n   more\n",
        "ends at an empty item": "| a |\n|---|\n| 1 |\n-\n",
        "ends at indented code": "| a |\n|---|\n| 1 |\n    code\n",
        "ends at a rule": "| a |\n|---|\n| 1 |\n---\nafter\n",
        "ends at raw HTML": "| a |\n|---|\n| 1 |\n<x-y>\n| 2 |\n",
        "ends at a lone pipe": "| a |\n|---|\n| 1 |\n|\n| 2 |\n",
        "equals signs are a row": "| a |\n|---|\n===\n| 2 |\n",
        "two dashes are a row": "| a |\n|---|\n| 1 |\n--\n| 2 |\n",
        "under a line of text": "text\n| a |\n|---|\n| 1 |\n",
        "under a heading": "# heading\n| a |\n|---|\n| 1 |\n",
        "under two lines, with markup across them": "*text\ntext*  \n| a |\n|---|\n| 1 |\n",
        "in an item": "- text\n\n  | a |\n  |---|\n  | 1 |\n- next\n",
        "at the start of an item": "1. | a |\n   |---|\n   | 1 |\n\n   text\n",
        "at the start of an item with tabs": "-\t| a |\n\t|---|\n\t| 1 |\n",
        "in a quote": "> text\n> | a |\n> |---|\n> | 1 |\n",
        "in a quote in an item": "- > | a |\n  > |---|\n  > | 1 |\n",
        "no lazy row": "> | a |\n> |---|\n| 1 |\n",
        "no lazy line of dashes": "> | a |\n|---|\n> | 1 |\n",
        "lazy heading": "> text\n| a |\n> |---|\n> | 1 |\n",
        "row outside its item": "- | a |\n  |---|\n| 1 |\n",
        "not in fenced code": "```\n\n| a |\n|---|\n```\n",
        "not in indented code": "    | a |\n    |---|\n",
        "not in raw HTML": "<!--\n\n| a |\n|---|\n-->\n",
        "indented by three": "   | a |\n   |---|\n   | 1 |\n",
        "markup in cells":
            "| *a* | **b** | `c` |\n|---|---|---|\n| [x](y \"z\") | ![i](j) | <http://k> |\n| &copy; | \\* | a<b>c |\n",
        "no markup across cells": "| *a | b* |\n|---|---|\n| `x | y` |\n",
        "no blocks in cells": "| # a | - b | > c |\n|---|---|---|\n| 1. x | ``` | --- |\n| #  | ## # | [r]: /s |\n",
        "references": "| [a] | [b][c] |\n|---|---|\n| ![c] | [d] |\n\n[a]: /a 'title'\n[c]: </c>\n",
        "references in a quote": "> | [a] |\n> |---|\n\n> [a]: /a\n",
        "two tables": "| a |\n|---|\n| 1 |\n\n| b |\n|---|\n| 2 |\n",
        "a table's row may look like dashes": "| a |\n|---|\n|---|\n| 1 |\n",
        "tab and form feed around cells": "|\ta\t|\u{0C}b |\n|\t-\t|-|\n",
        "underscores": "| a_b_c | _d_ | e__f |\n|---|---|---|\n| é_g_é | _ | 1_ |\n",
        "heading of another width first": "a | b | c\n|---|---|\nx | y\n|---|---|\n1 | 2\n",
    ]

    @Test func `each rule gives what GitHub's converter gives`() throws {
        let sorted = Self.documents.sorted { $0.key < $1.key }
        let outcome = try GitHubMarkdown.compare(sorted.map { Array($0.value.utf8) })
        #expect(outcome.differences.isEmpty, "\(outcome.differences)")
        #expect(outcome.quirks == 0 && outcome.leftOut == 0)
        let withLineEnds = try GitHubMarkdown.compare(sorted.map { Array($0.value.replacing("\n", with: "\r\n").utf8) })
        #expect(withLineEnds.differences.count == 0, "\(withLineEnds.differences)")
    }
}
