import Comparisons
import Foundation
import Testing

@testable import Site

/// The benchmarks that are named under a verdict.
@Suite struct MovedBenchmarksTests {
    private func row(_ name: String, _ ratio: Double, _ word: VerdictWord?, isHint: Bool = false) -> BenchmarkVerdict {
        BenchmarkVerdict(
            benchmark: name, estimate: Estimate(logRatio: log(ratio), smallestVisibleChange: 0.01), word: word, isHint: isHint)
    }

    private func lines(_ rows: [BenchmarkVerdict]) -> [String] {
        let html = MovedBenchmarks.html(RoundedChanges(rows))?.text
        return html.map {
            $0.split(separator: "\n").map { String($0.dropFirst(#"<p class="moved">"#.count).dropLast("</p>".count)) }
        } ?? []
    }

    @Test func `the few that moved are named, the largest change first, with links to their rows`() {
        let rows = [
            row("a<b", 0.8, .slower), row("calm", 1.001, .same), row("excluded", 0.1, nil), row("loud", 0.9, .unclear),
            row("mild", 0.95, .slower), row("quick", 1.5, .faster),
        ]
        #expect(
            lines(rows) == [
                ##"Slower: <a href="#b-a_b">a&lt;b</a> 1.25x, <a href="#b-mild">mild</a> 1.05x"##,
                ##"Faster: <a href="#b-quick">quick</a> 1.50x"##,
            ])
        #expect(lines([row("calm", 1, .same)]) == [])
    }

    @Test func `what is worth another run is named with its direction`() {
        let rows = [row("up", 1.04, .unclear, isHint: true), row("down", 0.95, .unclear, isHint: true), row("x", 1.01, .unclear)]
        #expect(
            lines(rows) == [
                ##"Worth another run: <a href="#b-down">down</a> 1.05x slower, <a href="#b-up">up</a> 1.04x faster"##
            ])
    }

    @Test func `a name whose row has another's id is named without a link`() {
        let rows = [row("a b", 1.5, .faster), row("a_b", 1.4, .faster)]
        #expect(lines(rows) == [##"Faster: <a href="#b-a_b">a b</a> 1.50x, a_b 1.40x"##])
    }

    @Test func `many of one direction are left to the chart`() {
        let many = (0..<9).map { row("b\($0)", 1.2, .faster) }
        #expect(lines(Array(many.prefix(8))).count == 1)
        #expect(lines(many) == [])
        #expect(lines(many + [row("slow", 0.5, .slower)]) == [##"Slower: <a href="#b-slow">slow</a> 2.00x"##])
    }
}
