import Comparisons
import Foundation
import Statistics
import Testing

@testable import Site

@Suite struct BenchmarkChartTests {
    /// A verdict whose 95 % interval reaches from `ratio / spread` to `ratio * spread`.
    static func row(_ name: String, _ ratio: Double, _ spread: Double, _ word: VerdictWord?, isHint: Bool = false)
        -> BenchmarkVerdict
    {
        BenchmarkVerdict(
            benchmark: name, estimate: Estimate(logRatio: log(ratio), deviation: log(spread) / 2.5705818366147), word: word,
            isHint: isHint)
    }

    static func text(_ rows: [BenchmarkVerdict], of quantity: Quantity = .time, limit: Double = 2) -> String {
        BenchmarkChart(rows, of: quantity, name: "Some", scale: RatioScale(limit: limit)).html.text
    }

    @Test func `a bar and its line are one shape, filled or hollow by its word`() {
        let rows = [
            Self.row("slow", 0.5, 1.1, .slower), Self.row("<fast>", 1.4142135623730951, 1.1, .faster),
            Self.row("still", 1.01, 1.03, .same), Self.row("noise", 0.98, 1.1, .unclear),
        ]
        #expect(
            BenchmarkChart(rows, name: "\"Four\"", scale: RatioScale(limit: 2)).html.text == """
                <figure class="chart">
                <figcaption><span class="key faster">faster</span> <span class="key slower">slower</span>\
                 <span class="key same">no change over 5 %</span> <span class="key unclear">unclear</span>\
                 <span class="scale">A line is the 95 % interval. The axis is logarithmic and ends at 2x; an arrow leads beyond.\
                </span></figcaption>
                <svg class="bars" role="img" width="100%" height="80" aria-label="&quot;Four&quot;">\
                <desc>1 faster, 1 slower, 1 no change over 5 %. The table has the numbers.</desc>
                <g class="axis" text-anchor="middle"><text x="50%" y="13">1x</text><text x="20.8%" y="13">1.5x</text>\
                <text x="79.2%" y="13">1.5x</text>\
                <text x="0%" y="13" class="left">2x slower</text><text x="100%" y="13" class="right">2x faster</text></g>
                <svg viewBox="-500 0 1000 80" preserveAspectRatio="none">\
                <path class="grid" d="M-292 20V80M292 20V80M-500 20V80M500 20V80"/><path class="one" d="M0 20V80"/>
                <g class="faster"><path d="M0 48h250v10H0zm181 2v6m0-3h138m0-3v6"/></g>
                <g class="slower"><path d="M0 30h-500v10H0zm-431 2v6m0-3h-69m12-3l-12 3l12 3"/></g>
                <g class="same"><path d="M0 69h7v4H0zm-14-1v6m0-3h42m0-3v6"/></g>
                </svg>
                <svg x="50%" overflow="visible">
                <g class="label" transform="translate(5)"><text x="31.9%" y="57">1.41x</text><text x="2.8%" y="75">1.01x</text>\
                </g>
                <g class="name" text-anchor="end" transform="translate(-8)"><text y="57">&lt;fast&gt;</text>\
                <text x="-1.4%" y="75">still</text></g>
                <g class="label" text-anchor="end" transform="translate(-5)">\
                <text x="-50%" y="39">2.00x</text></g>
                <g class="name" transform="translate(8)"><text y="39">slow</text></g>
                </svg>
                </svg>
                <details><summary>1 unclear</summary>
                <svg class="bars" role="img" width="100%" height="44" aria-label="&quot;Four&quot;, the rest">\
                <desc>1 unclear. The table has the numbers.</desc>
                <g class="axis" text-anchor="middle"><text x="50%" y="13">1x</text><text x="20.8%" y="13">1.5x</text>\
                <text x="79.2%" y="13">1.5x</text>\
                <text x="0%" y="13" class="left">2x slower</text><text x="100%" y="13" class="right">2x faster</text></g>
                <svg viewBox="-500 0 1000 44" preserveAspectRatio="none">\
                <path class="grid" d="M-292 20V44M292 20V44M-500 20V44M500 20V44"/><path class="one" d="M0 20V44"/>
                <g class="unclear"><path d="M0 30h-14v10H0zm54 2v6m0-3h-137m0-3v6"/></g>
                </svg>
                <svg x="50%" overflow="visible">
                <g class="label" text-anchor="end" transform="translate(-5)"><text x="-8.3%" y="39">1.02x</text></g>
                <g class="name" transform="translate(8)"><text x="5.4%" y="39">noise</text></g>
                </svg>
                </svg>
                </details>
                </figure>

                """)
    }

    @Test func `the clear stand first by size, then those without a change, then a fold with the rest`() {
        let rows = [
            Self.row("excluded", 3, 1.1, nil), Self.row("hint", 1.1, 1.09, .unclear, isHint: true),
            Self.row("large", 0.5, 1.1, .slower), Self.row("noise", 1.2, 1.3, .unclear), Self.row("small", 1.1, 1.05, .faster),
            Self.row("still", 1.04, 1.005, .same), Self.row("twin", 1.1, 1.05, .slower),
        ]
        let parts = Self.text(rows).components(separatedBy: "<details>")
        #expect(parts.count == 2)
        for (part, order) in zip(parts, [["large", "small", "twin", "still"], ["hint", "noise", "excluded"]]) {
            let places = part.matches(of: /y="(\d+)">([a-z]+)<\/text>/).compactMap { match in
                Int(match.output.1).map { (y: $0, name: String(match.output.2)) }
            }
            #expect(places.sorted { $0.y < $1.y }.map(\.name) == order)
        }
        #expect(parts[1].hasPrefix("<summary>2 unclear, 1 of them worth another run; 1 not counted</summary>"))
        #expect(parts[1].contains(">1.10x ?</text>"))
        #expect(parts[0].contains("<b>?</b> worth another run"))
        #expect(parts[1].contains("<desc>2 unclear, 1 not counted. The table has the numbers.</desc>"))
    }

    @Test func `where nothing is clear the fold is open`() {
        let text = Self.text([Self.row("noise", 1.02, 1.1, .unclear)])
        #expect(text.contains("<details open><summary>1 unclear</summary>"))
        #expect(text.components(separatedBy: "<svg class=\"bars\"").count == 2)
        let still = Self.text([Self.row("noise", 1.02, 1.1, .unclear, isHint: true), Self.row("still", 1.01, 1.03, .same)])
        #expect(still.contains("<details open><summary>1 unclear, worth another run</summary>"))
    }

    @Test func `what goes on beyond the axis ends in a point, and its size stays the measured one`() {
        let rows = [
            Self.row("bar", 8.28, 1.1, .faster), Self.row("line", 0.55, 1.2, .slower), Self.row("wide", 1.1, 3, .unclear),
        ]
        let text = Self.text(rows)
        #expect(text.contains("<path d=\"M0 30h476l24 5l-24 5H0z\"/>"))
        #expect(text.contains(">8.28x</text>"))
        #expect(text.contains("<path d=\"M0 48h-431v10H0zm-300 2v6m0-3h-200m12-3l-12 3l12 3\"/>"))
        #expect(text.contains("<text x=\"-50%\" y=\"57\">1.82x</text>"))
        #expect(text.contains("<path d=\"M0 30h69v10H0zm-488 2l-12 3l12 3m-12-3h1000m-12-3l12 3l-12 3\"/>"))
        #expect(text.contains("an arrow leads beyond"))
    }

    @Test func `memory has its own words, and more of it lies to the right`() {
        let text = Self.text([Self.row("b", 1.08, 1.01, .slower), Self.row("c", 1, 1.005, .same)], of: .memory)
        #expect(text.contains("<span class=\"key slower\">more</span>"))
        #expect(text.contains("<span class=\"key same\">no change over 1 %</span>"))
        #expect(text.contains("<text x=\"100%\" y=\"13\" class=\"right\">2x more</text>"))
        #expect(text.contains("<g class=\"slower\"><path d=\"M0 30h56v10H0zm48 2v6m0-3h15m0-3v6\"/></g>"))
    }

    @Test func `a name is escaped, a long one cut and shown in full to a resting pointer`() {
        let name = "a_name_of_more_than_thirty_two_characters"
        let text = Self.text([Self.row(name, 1.5, 1.1, .faster), Self.row("\"&<script>'", 1.4, 1.1, .faster)])
        #expect(text.contains("<text class=\"long\" y=\"39\"><title>\(name)</title>a_name_of_more_than_thirty_two_…</text>"))
        #expect(text.contains("<text y=\"57\">&quot;&amp;&lt;script&gt;&#39;</text>"))
    }

    @Test func `a name steps aside for a line that reaches over 1`() {
        let text = Self.text([
            Self.row("b", 1.02, 1.04, .unclear), Self.row("an_extraordinarily_long_name_here", 1, 1.5, .unclear),
        ])
        #expect(text.contains("<text x=\"-1.4%\" y=\"39\">b</text>"))
        #expect(text.contains("<text class=\"long\" x=\"-2.3%\" y=\"57\"><title>an_extra"))
    }

    @Test func `noise that nobody can see changes no byte`() {
        let calm = [Self.row("b", 1.0712, 1.0312, .faster)]
        let other = [Self.row("b", 1.07121, 1.03121, .faster)]
        #expect(Self.text(calm) == Self.text(other))
    }

    @Test func `a chart without rows is an empty field, and no number can stop it`() {
        #expect(Self.text([]).contains("height=\"26\""))
        for ratio in [0, Double.infinity, .nan] {
            for spread in [1, Double.infinity, .nan] {
                #expect(Self.text([Self.row("b", ratio, spread, .unclear)]).contains(">b</text>"))
            }
        }
    }

    @Test func `a hundred benchmarks take at most 15 kB`() {
        for spread in [0.006, 0.12, 0.3] {
            let verdict = GalleryFixture.verdict(centre: 0.99, spread: spread, seed: 5)
            #expect(verdict.benchmarks.count == 100)
            #expect(BenchmarkChart(verdict.benchmarks, name: "Hundred").html.text.utf8.count <= 15_000)
        }
    }
}
