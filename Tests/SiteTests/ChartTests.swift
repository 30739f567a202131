import Comparisons
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

}

@Suite struct RunChartTests {
    @Test func `each run is a bar that leads to its report`() {
        let bars = [
            RunBar(
                name: "ccaa69a JIT", date: "2025-04-01", ratio: 0.5, word: .slower, label: "2.00x slower", href: "a&b.html"),
            RunBar(name: "ddbb70b JIT", date: "2025-04-02", ratio: 2, word: .faster, label: "2.000x faster", href: "c.html"),
        ]
        let axis = RunAxis(scale: RatioScale(limit: 2), middle: .centre)
        #expect(
            RunChart(bars, heading: "JIT vs. 3.12", name: "Two runs", axis: axis).html.text == """
                <figure class="chart">
                <figcaption><strong>JIT vs. 3.12</strong> <span>newest: <a class="faster" href="c.html">2.000x faster</a>, <span class="day">2025-04-02</span></span></figcaption>
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

    @Test func `a run of another fork is pale, and not the newest`() {
        let bars = [
            RunBar(name: "a", date: "2025-04-01", ratio: 2, word: .faster, label: "2x faster", href: "a.html"),
            RunBar(name: "b", date: "2025-04-02", ratio: 2, word: .faster, label: "b", href: "b.html", isAside: true),
        ]
        for isLight in [false, true] {
            let text = RunChart(
                bars, heading: "h", name: "n", axis: RunAxis(scale: RatioScale(limit: 2), middle: .centre), isLight: isLight
            ).html.text
            #expect(
                text.contains(
                    "newest of python: <a class=\"faster\" href=\"a.html\">2x faster</a>, <span class=\"day\">2025-04-01</span>"))
            #expect(text.components(separatedBy: "<g class=\"faster\">").count == 2)
            #expect(text.components(separatedBy: "<g class=\"faster aside\">").count == 2)
        }
        let alone = RunChart(
            Array(bars.suffix(1)), heading: "h", name: "n", axis: RunAxis(scale: RatioScale(limit: 2), middle: .centre))
        #expect(!alone.html.text.contains("newest"))
    }

    @Test func `the noise of the machine is a band around 1, in words too`() {
        let bars = [RunBar(name: "a", date: "2025-04-01", ratio: 1.01, word: .unclear, label: "unclear", href: "a.html")]
        let axis = RunAxis(scale: RatioScale(limit: 1.05), middle: .centre)
        let text = RunChart(bars, heading: "Runs", name: "Runs", axis: axis, noise: 0.0139).html.text
        #expect(text.contains("<rect class=\"noise\" width=\"100%\" y=\"58.1\" height=\"39.9\"/>"))
        #expect(text.contains("<span class=\"key noise\">runs of the same code differ by up to 1.4 %</span>"))
        let assumed = RunChart(bars, heading: "Runs", name: "Runs", axis: axis, noise: 0.0139, isNoiseAssumed: true).html.text
        #expect(
            assumed.contains("<span class=\"key noise\">runs of the same code are assumed to differ by up to 1.4\u{a0}%</span>"))
        for none in [nil, 0, Double.nan] {
            #expect(!RunChart(bars, heading: "Runs", name: "Runs", axis: axis, noise: none).html.text.contains("noise"))
        }
    }

    @Test func `1 to 400 runs stay inside the field and light`() {
        for count in [1, 2, 11, 24, 120, 121, 400] {
            let bars = GalleryFixture.runs(count, from: 0.9, to: 1.3, seed: UInt64(count))
            let text = RunChart(bars, heading: "Runs", name: "Runs", axis: .fitting(bars.map(\.ratio))).html.text
            let isLight = count > 120
            #expect(text.components(separatedBy: isLight ? "h8V" : "<rect").count == count + 1)
            #expect(text.contains("role=\"img\"") == isLight)
            #expect(text.utf8.count < (isLight ? 10_000 : 40_000))
        }
    }

    @Test func `light bars are one shape for each word, and lead nowhere`() {
        let bars = [
            RunBar(name: "a", date: "2025-04-01", ratio: 0.5, word: .slower, label: "a", href: "a.html"),
            RunBar(name: "b", date: "2025-04-02", ratio: 2, word: .faster, label: "b", href: "b.html"),
            RunBar(name: "c", date: "2025-04-03", ratio: 1, word: .same, label: "c", href: "c.html"),
            RunBar(name: "d", date: "2025-04-04", ratio: 3, word: .faster, label: "d", href: "d.html"),
        ]
        let axis = RunAxis(scale: RatioScale(limit: 2), middle: .centre)
        let text = RunChart(bars, heading: "Runs", name: "Runs", axis: axis, isLight: true).html.text
        #expect(
            text.contains(
                """
                <svg y="8" height="140" viewBox="0 0 240 1400" preserveAspectRatio="none">\
                <g class="faster"><path d="M11 700V0h8V700M31 700V0h8V700"/></g><g class="slower"><path d="M1 700V1400h8V700"/></g>\
                <g class="same"><path d="M21 700V690h8V700"/></g><path class="cut" d="M30 60l10-30M30 120l10-30"/></svg>
                """))
        #expect(!text.contains("<title>"))
        #expect(text.components(separatedBy: "<a ").count == 2, "only the newest run is a link")
    }

    @Test func `1 leaves the middle where one side is empty`() {
        #expect(RunAxis.fitting([1.2, 1.24, 0.99]).middle == .low)
        #expect(RunAxis.fitting([0.8, 0.9, 1.01]).middle == .high)
        #expect(RunAxis.fitting([0.8, 1.2]).middle == .centre)
        #expect(RunAxis.fitting([]).middle == .low)
        // A band that the margin has no room for brings 1.0 back to the middle, and a wide one the axis with it.
        #expect(RunAxis.fitting([1.2, 1.24], bands: [0.01]) == RunAxis(scale: RatioScale(limit: 1.25), middle: .low))
        #expect(RunAxis.fitting([1.2, 1.24], bands: [0.1]) == RunAxis(scale: RatioScale(limit: 1.25), middle: .centre))
        #expect(RunAxis.fitting([1.02], bands: [0.2]) == RunAxis(scale: RatioScale(limit: 1.25), middle: .centre))
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
