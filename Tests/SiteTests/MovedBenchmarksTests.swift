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

    @Test func `what reads larger stands first, also where both are one number of thousandths`() {
        // 1.17496 and 1.17504 are 1.175 both, and read 1.17x and 1.18x.
        #expect(
            lines([row("a", 1.17496, .faster), row("b", 1.17504, .faster)]) == [
                ##"Faster: <a href="#b-b">b</a> 1.18x, <a href="#b-a">a</a> 1.17x"##
            ])
    }

    @Test func `what is worth another run is named with its direction`() {
        let rows = [row("up", 1.04, .unclear, isHint: true), row("down", 0.95, .unclear, isHint: true), row("x", 1.01, .unclear)]
        #expect(
            lines(rows) == [
                ##"Worth another run: <a href="#b-down">down</a> 1.05x slower, <a href="#b-up">up</a> 1.04x faster"##
            ])
        // The largest stands first, whether or not a large change is ruled out.
        let mixed = [row("quiet", 1.02, .same, isHint: true), row("loud", 0.94, .unclear, isHint: true)]
        #expect(
            lines(mixed) == [
                ##"Worth another run: <a href="#b-loud">loud</a> 1.06x slower, <a href="#b-quiet">quiet</a> 1.02x faster"##
            ])
        // A quiet benchmark can be worth it although no large change is left.
        let quiet = [row("still", 1.02, .same, isHint: true), row("stiller", 1.004, .same, isHint: true)]
        #expect(
            lines(quiet) == [
                ##"Worth another run: <a href="#b-still">still</a> 1.02x faster, <a href="#b-stiller">stiller</a> 1.00x"##
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
