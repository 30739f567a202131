import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct RatioScaleTests {
    @Test(arguments: [
        (1, 0), (2, 1), (0.5, -1), (1.4142135623730951, 0.5), (0.7071067811865476, -0.5), (8, 1), (0.125, -1), (0, 0),
    ])
    func `twice as fast is as far from the middle as twice as slow`(ratio: Double, position: Double) {
        #expect(abs(RatioScale(limit: 2).position(ratio) - position) < 1e-12)
    }

    @Test func `a ratio and its inverse are mirror images`() {
        var generator = SeededGenerator(seed: 11)
        for limit in RatioScale.limits {
            for _ in 0..<200 {
                let ratio = Double.random(in: 0.2...5, using: &generator)
                let scale = RatioScale(limit: limit)
                #expect(abs(scale.position(ratio) + scale.position(1 / ratio)) < 1e-12)
                #expect(scale.clips(ratio) == scale.clips(1 / ratio))
            }
        }
    }

    @Test func `a ratio is cut off beyond the end and not at it`() {
        let scale = RatioScale(limit: 1.25)
        #expect(!scale.clips(1.25))
        #expect(!scale.clips(0.8))
        #expect(scale.clips(1.2501))
        #expect(scale.clips(0.7999))
    }

    @Test func `one ratio in twenty may lie beyond the end`() {
        let calm = Array(repeating: 1.01, count: 19)
        #expect(RatioScale.fitting(calm + [8.28]).limit == 1.25)
        #expect(RatioScale.fitting(calm.dropLast() + [8.28]).limit == 4)
        #expect(RatioScale.fitting(calm, least: 1.05).limit == 1.05)
        #expect(RatioScale.fitting([0.6]).limit == 2)
        #expect(RatioScale.fitting([]).limit == 1.25)
    }

    @Test func `ticks are written without needless zeros`() {
        #expect(
            RatioScale.limits.flatMap { RatioScale(limit: $0).ticks }.map(RatioText.tick) == [
                "1.02x", "1.05x", "1.05x", "1.1x", "1.1x", "1.25x", "1.25x", "1.5x", "1.5x", "2x", "2x", "4x",
            ])
    }

    @Test func `a ratio's words say its direction`() {
        #expect(
            [1.434, 0.5, 1, 1.001, 0.999].map(RatioText.short) == [
                "1.43x faster", "2.00x slower", "no change", "1.00x faster", "1.00x slower",
            ])
    }
}

@Suite struct BenchmarkChartTests {
    @Test func `bars are sorted, names stand on the empty side, an outlier is cut`() {
        let bars = [
            BenchmarkBar(name: "slow", ratio: 0.5, isSignificant: true),
            BenchmarkBar(name: "<fast>", ratio: 1.4142135623730951, isSignificant: true),
            BenchmarkBar(name: "noise", ratio: 0.99, isSignificant: false),
            BenchmarkBar(name: "still", ratio: 1, direction: .same),
            BenchmarkBar(name: "outlier", ratio: 8.28, isSignificant: true),
        ]
        #expect(
            BenchmarkChart(bars, name: "\"Five\"", scale: RatioScale(limit: 2)).html.text == """
                <figure class="chart">
                <figcaption><span class="key faster">faster</span> <span class="key slower">slower</span> \
                <span class="key same">no change</span> <span class="key unclear">not significant</span> \
                <span class="scale">The axis is logarithmic and ends at 2x; longer bars are cut off there.</span></figcaption>
                <svg class="bars" role="img" width="100%" height="116" aria-label="&quot;Five&quot;">
                <g class="grid"><line class="one" x1="50%" x2="50%" y1="20" y2="100%"/><line x1="20.8%" x2="20.8%" y1="20" y2="100%"/>\
                <line x1="79.2%" x2="79.2%" y1="20" y2="100%"/><line x1="0%" x2="0%" y1="20" y2="100%"/>\
                <line x1="100%" x2="100%" y1="20" y2="100%"/></g>
                <g class="axis" text-anchor="middle"><text x="50%" y="13">1x</text><text x="20.8%" y="13">1.5x</text>\
                <text x="79.2%" y="13">1.5x</text><text x="0%" y="13" class="last">2x slower</text>\
                <text x="100%" y="13" class="last">2x faster</text></g>
                <svg width="50%" overflow="visible">
                <g class="slower"><rect x="0%" y="102" width="100%" height="10"/></g>
                <g class="unclear"><rect x="98.6%" y="84" width="1.4%" height="10"/></g>
                <g class="label" text-anchor="end" transform="translate(-5)"><text x="98.6%" y="93">1.01x slower</text>\
                <text x="0%" y="111">2.00x slower</text></g>
                </svg>
                <svg x="50%" overflow="visible"><g class="name" transform="translate(8)"><text y="93">noise</text>\
                <text y="111">slow</text></g></svg>
                <svg x="50%" width="50%" overflow="visible">
                <g class="faster"><rect y="30" width="100%" height="10"/><rect y="48" width="50%" height="10"/></g>
                <g class="same"><rect y="69" width="0%" height="4"/></g>
                <g class="label" transform="translate(5)"><text x="100%" y="39">8.28x faster</text><text x="50%" y="57">1.41x faster</text>\
                <text x="0%" y="75">no change</text></g>
                <svg x="100%" y="28" overflow="visible"><path class="cut" d="M-14 14l4-14m3 14l4-14"/></svg>
                </svg>
                <svg x="50%" overflow="visible"><g class="name" text-anchor="end" transform="translate(-8)"><text y="39">outlier</text>\
                <text y="57">&lt;fast&gt;</text><text y="75">still</text></g></svg>
                </svg>
                </figure>

                """)
    }

    @Test func `a long name is cut and shown in full to a resting pointer`() {
        let name = "a_name_of_more_than_thirty_two_characters"
        let text = BenchmarkChart([BenchmarkBar(name: name, ratio: 1.1, isSignificant: true)], name: "One").html.text
        #expect(text.contains("<text class=\"long\" y=\"39\"><title>\(name)</title>a_name_of_more_than_thirty_two_…</text>"))
    }

    @Test func `equal bars stand in the order of their names`() {
        let bars = ["b", "c", "a"].map { BenchmarkBar(name: $0, ratio: 1.1, isSignificant: true) }
        let text = BenchmarkChart(bars, name: "Three").html.text
        #expect(text.contains(">a</text><text y=\"57\">b</text><text y=\"75\">c</text>"))
    }

    @Test func `a chart without bars is an empty field`() {
        #expect(BenchmarkChart([], name: "None").html.text.contains("height=\"26\""))
    }

    @Test func `a hundred bars take at most 15 kB`() {
        for spread in [0.006, 0.12, 0.3] {
            let bars = GalleryFixture.bars(centre: 0.99, spread: spread, seed: 5)
            #expect(bars.count == 100)
            #expect(BenchmarkChart(bars, name: "Hundred").html.text.utf8.count <= 15_000)
        }
    }
}

@Suite struct RunChartTests {
    @Test func `each run is a bar that leads to its report`() {
        let bars = [
            RunBar(name: "ccaa69a JIT", date: "2025-04-01", ratio: 0.5, direction: .slower, href: "a&b.html"),
            RunBar(name: "ddbb70b JIT", date: "2025-04-02", ratio: 2, direction: .faster, label: "2.000x faster", href: "c.html"),
        ]
        let axis = RunAxis(scale: RatioScale(limit: 2), middle: .centre)
        #expect(
            RunChart(bars, heading: "JIT vs. 3.12", name: "Two runs", axis: axis).html.text == """
                <figure class="chart">
                <figcaption><strong>JIT vs. 3.12</strong> <span>newest: <a class="faster" href="c.html">2.000x faster</a>, 2025-04-02</span></figcaption>
                <svg class="columns" width="100%" height="170" aria-label="Two runs">
                <g class="grid"><line x2="100%" y1="8" y2="8"/><line x2="100%" y1="37.1" y2="37.1"/>\
                <line class="one" x2="100%" y1="78" y2="78"/><line x2="100%" y1="118.9" y2="118.9"/><line x2="100%" y1="148" y2="148"/></g>
                <g class="axis" text-anchor="end" transform="translate(-6 4)"><text y="8">2x ▲</text><text y="37.1">1.5x ▲</text>\
                <text y="78">1x</text><text y="118.9">1.5x ▼</text><text y="148">2x ▼</text></g>
                <g class="faster"><a tabindex="-1" href="c.html"><rect x="4.58%" y="8" width="3.33%" height="70">\
                <title>2025-04-02 ddbb70b JIT: 2.000x faster</title></rect></a></g>
                <g class="slower"><a tabindex="-1" href="a&amp;b.html"><rect x="0.42%" y="78" width="3.33%" height="70">\
                <title>2025-04-01 ccaa69a JIT: 2.00x slower</title></rect></a></g>
                <g class="axis"><text y="165">2025-04-01 to 2025-04-02</text></g>
                </svg>
                </figure>

                """)
    }

    @Test func `1 to 400 runs stay inside the field and light`() {
        for count in [1, 2, 11, 24, 120, 121, 400] {
            let bars = GalleryFixture.runs(count, from: 0.9, to: 1.3, seed: UInt64(count))
            let text = RunChart(bars, heading: "Runs", name: "Runs", axis: .fitting(bars.map(\.ratio))).html.text
            #expect(text.components(separatedBy: "<rect").count == count + 1)
            #expect(text.contains("role=\"img\"") == (count > 120))
            #expect(text.utf8.count < 60_000)
        }
    }

    @Test func `1 leaves the middle where one side is empty`() {
        #expect(RunAxis.fitting([1.2, 1.24, 0.99]).middle == .low)
        #expect(RunAxis.fitting([0.8, 0.9, 1.01]).middle == .high)
        #expect(RunAxis.fitting([0.8, 1.2]).middle == .centre)
        #expect(RunAxis.fitting([]).middle == .low)
    }

    @Test func `twice as fast is as tall as twice as slow wherever 1 stands`() {
        for middle in [RunAxis.Middle.low, .centre, .high] {
            let axis = RunAxis(scale: RatioScale(limit: 4), middle: middle)
            let (up, down) = (axis.one - axis.top(of: 1.05), axis.top(of: 1 / 1.05) - axis.one)
            #expect(abs(up - down) < 1e-9)
            #expect(up > 0)
        }
    }
}
