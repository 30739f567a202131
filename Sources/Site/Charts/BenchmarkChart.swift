import Markdown

/// Draws one horizontal bar for each benchmark, to the right of 1.0 where it is faster and to the left where it is slower.
///
/// Lengths across are shares of the width and text is in pixels, so that the chart fits a phone without shrinking its text. A bar's
/// name stands on the empty side of the axis and its label at its end, where neither can meet another text. The style sheet gives the
/// chart its margins: the labels of the longest bars stand in them.
public struct BenchmarkChart: Sendable {
    /// The height of a row in pixels.
    static let rowHeight = 18
    /// The height of the line of axis labels above the rows.
    static let axisHeight = 26
    /// More characters of a name than this are cut off, and shown when the pointer rests on it.
    static let longestName = 32
    /// From this many characters the style sheet sets a name smaller on a phone.
    static let longName = 27

    private let bars: [BenchmarkBar]
    private let scale: RatioScale
    private let name: String

    /// Prepares a chart; the bars are sorted here, the fastest first, equal ones by name.
    ///
    /// - Parameters:
    ///   - name: what the chart shows, for those who cannot see it.
    ///   - scale: the axis; by default the smallest of `RatioScale.limits` from 1.25 that fits.
    public init(_ bars: [BenchmarkBar], name: String, scale: RatioScale? = nil) {
        self.bars = bars.sorted { ($1.ratio, $0.name) < ($0.ratio, $1.name) }
        self.scale = scale ?? .fitting(bars.map(\.ratio))
        self.name = name
    }

    /// The chart with its legend, as a `<figure>`.
    ///
    /// About 130 bytes a bar.
    public var html: HTML {
        var out = HTMLWriter(capacity: 2000 + bars.count * 160)
        out.markup("<figure class=\"chart\">\n")
        writeLegend(&out)
        out.markup("<svg class=\"bars\" role=\"img\" width=\"100%\" height=\"")
        out.number(Self.axisHeight + bars.count * Self.rowHeight)
        out.markup("\"")
        out.attribute("aria-label", name)
        out.markup(">\n")
        writeAxis(&out)
        writeHalf(isFaster: false, &out)
        writeHalf(isFaster: true, &out)
        out.markup("</svg>\n</figure>\n")
        return out.html
    }

    private func writeLegend(_ out: inout HTMLWriter) {
        out.markup("<figcaption>")
        for direction in Direction.allCases where bars.contains(where: { $0.direction == direction }) {
            out.markup("<span class=\"key ")
            out.text(direction.rawValue)
            out.markup("\">")
            out.text(Self.legend(direction))
            out.markup("</span> ")
        }
        out.markup("<span class=\"scale\">The axis is logarithmic and ends at ")
        out.text(RatioText.tick(scale.limit))
        out.markup(bars.contains { scale.clips($0.ratio) } ? "; longer bars are cut off there.</span>" : ".</span>")
        out.markup("</figcaption>\n")
    }

    private static func legend(_ direction: Direction) -> String {
        switch direction {
        case .faster: "faster"
        case .slower: "slower"
        case .same: "no change"
        case .unclear: "not significant"
        }
    }

    private func writeAxis(_ out: inout HTMLWriter) {
        var lines = HTMLWriter()
        var labels = HTMLWriter()
        for ratio in [1] + scale.ticks {
            for side in ratio == 1 ? [1.0] : [-1, 1] {
                let place = 50 + 50 * side * scale.position(ratio)
                lines.markup(ratio == 1 ? "<line class=\"one\" x1=\"" : "<line x1=\"")
                lines.tenths(place)
                lines.markup("%\" x2=\"")
                lines.tenths(place)
                lines.markup("%\" y1=\"20\" y2=\"100%\"/>")
                labels.markup("<text x=\"")
                labels.tenths(place)
                labels.markup(ratio < scale.limit ? "%\" y=\"13\">" : "%\" y=\"13\" class=\"last\">")
                labels.text(RatioText.tick(ratio))
                if ratio == scale.limit { labels.text(side < 0 ? " slower" : " faster") }
                labels.markup("</text>")
            }
        }
        out.markup("<g class=\"grid\">")
        out.html(lines.html)
        out.markup("</g>\n<g class=\"axis\" text-anchor=\"middle\">")
        out.html(labels.html)
        out.markup("</g>\n")
    }

    /// The bars of one side of the axis with their labels, and their names on the other side.
    private func writeHalf(isFaster: Bool, _ out: inout HTMLWriter) {
        let rows = bars.indices.filter { (bars[$0].ratio >= 1) == isFaster }
        guard !rows.isEmpty else { return }
        out.markup(
            isFaster ? "<svg x=\"50%\" width=\"50%\" overflow=\"visible\">\n" : "<svg width=\"50%\" overflow=\"visible\">\n")
        for direction in Direction.allCases {
            let ofDirection = rows.filter { bars[$0].direction == direction }
            guard !ofDirection.isEmpty else { continue }
            out.markup("<g class=\"")
            out.text(direction.rawValue)
            out.markup("\">")
            for row in ofDirection { writeBar(row, isFaster: isFaster, &out) }
            out.markup("</g>\n")
        }
        out.markup(
            isFaster
                ? "<g class=\"label\" transform=\"translate(5)\">"
                : "<g class=\"label\" text-anchor=\"end\" transform=\"translate(-5)\">")
        for row in rows { writeLabel(row, isFaster: isFaster, &out) }
        out.markup("</g>\n")
        for row in rows where scale.clips(bars[row].ratio) { writeCut(row, isFaster: isFaster, &out) }
        out.markup("</svg>\n")
        out.markup(
            isFaster
                ? "<svg x=\"50%\" overflow=\"visible\"><g class=\"name\" text-anchor=\"end\" transform=\"translate(-8)\">"
                : "<svg x=\"50%\" overflow=\"visible\"><g class=\"name\" transform=\"translate(8)\">")
        for row in rows { writeName(row, &out) }
        out.markup("</g></svg>\n")
    }

    private func top(_ row: Int) -> Int { Self.axisHeight + row * Self.rowHeight }

    private func length(_ row: Int) -> Double { abs(scale.position(bars[row].ratio)) * 100 }

    private func writeBar(_ row: Int, isFaster: Bool, _ out: inout HTMLWriter) {
        let isThin = bars[row].direction == .same
        out.markup("<rect")
        if !isFaster {
            out.markup(" x=\"")
            out.tenths(100 - length(row))
            out.markup("%\"")
        }
        out.markup(" y=\"")
        out.number(top(row) + (isThin ? 7 : 4))
        out.markup("\" width=\"")
        out.tenths(length(row))
        out.markup(isThin ? "%\" height=\"4\"/>" : "%\" height=\"10\"/>")
    }

    private func writeLabel(_ row: Int, isFaster: Bool, _ out: inout HTMLWriter) {
        out.markup("<text x=\"")
        out.tenths(isFaster ? length(row) : 100 - length(row))
        out.markup("%\" y=\"")
        out.number(top(row) + 13)
        out.markup("\">")
        out.text(bars[row].label)
        out.markup("</text>")
    }

    /// Two slanting cuts through the end of a bar that is longer than the axis.
    private func writeCut(_ row: Int, isFaster: Bool, _ out: inout HTMLWriter) {
        out.markup(isFaster ? "<svg x=\"100%\" y=\"" : "<svg y=\"")
        out.number(top(row) + 2)
        out.markup(
            isFaster
                ? "\" overflow=\"visible\"><path class=\"cut\" d=\"M-14 14l4-14m3 14l4-14\"/></svg>\n"
                : "\" overflow=\"visible\"><path class=\"cut\" d=\"M10 14l4-14m-11 14l4-14\"/></svg>\n")
    }

    private func writeName(_ row: Int, _ out: inout HTMLWriter) {
        let name = bars[row].name
        out.markup(name.count < Self.longName ? "<text y=\"" : "<text class=\"long\" y=\"")
        out.number(top(row) + 13)
        out.markup("\">")
        if name.count > Self.longestName {
            out.markup("<title>")
            out.text(name)
            out.markup("</title>")
            out.text(String(name.prefix(Self.longestName - 1)) + "…")
        } else {
            out.text(name)
        }
        out.markup("</text>")
    }
}
