import Archive
import Comparisons
import Foundation
import Markdown

/// Draws one upright bar for each run, oldest first: its overall mean against one baseline, up where it is faster.
///
/// Each bar leads to the run's report. From 1 to 400 runs fill the same field: the bars get thinner, never wider than a twenty-fourth part.
struct RunChart: Sendable {
    /// More bars than this are too thin to be met by a finger, and are drawn light.
    static let mostLinks = 120
    /// Few bars do not grow wider than the field's width divided by this.
    static let fewestSlots = 24
    /// The space above the field, for the half of a tick's label.
    static let above = 8.0

    let bars: [RunBar]
    let axis: RunAxis
    private let heading: String
    private let name: String
    private let noise: Double?
    private let isNoiseAssumed: Bool
    private let isLight: Bool

    /// Prepares a chart.
    ///
    /// - Parameters:
    ///   - bars: the runs, oldest first.
    ///   - heading: which runs these are, in words, such as `JIT build vs. 3.12.6`.
    ///   - name: what the chart shows, for those who cannot see it.
    ///   - axis: one for all charts of the page, so that they can be held against each other.
    ///   - noise: how far runs of the same code differ: half the length of the 95 % interval of ln(ratio), drawn as a band around 1.0.
    ///   - isNoiseAssumed: whether the machine has no history from which it could be learnt.
    ///   - isLight: whether bars go without links and titles; more than 120 do so anyway.
    init(
        _ bars: [RunBar], heading: String, name: String, axis: RunAxis, noise: Double? = nil, isNoiseAssumed: Bool = false,
        isLight: Bool = false
    ) {
        self.isNoiseAssumed = isNoiseAssumed
        self.isLight = isLight || bars.count > Self.mostLinks
        self.bars = bars
        self.axis = axis
        self.heading = heading
        self.name = name
        self.noise = noise.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
    }

    /// The chart with its heading, as a `<figure>`.
    ///
    /// About 170 bytes a bar and its address, 20 where it is light.
    var html: HTML {
        var out = HTMLWriter(capacity: 2000 + bars.count * 240)
        out.markup("<figure class=\"chart\">\n")
        writeHeading(&out)
        // What has the role of an image may hold no links.
        out.markup(isLight ? "<svg class=\"columns\" role=\"img\"" : "<svg class=\"columns\"")
        out.markup(" width=\"100%\" height=\"")
        out.tenths(Self.above + RunAxis.height + 22)
        out.markup("\"")
        out.attribute("aria-label", name)
        out.markup(">\n")
        writeNoise(&out)
        writeAxis(&out)
        if isLight { writeLightBars(&out) } else { for shade in Shade.all { writeBars(of: shade, &out) } }
        writeDates(&out)
        out.markup("</svg>\n</figure>\n")
        return out.html
    }

    private func writeHeading(_ out: inout HTMLWriter) {
        out.markup("<figcaption><strong>")
        out.text(heading)
        out.markup("</strong>")
        if let newest = bars.last(where: { !$0.isAside }) {
            out.markup(" <span>newest")
            if bars.contains(where: \.isAside) { out.text(" of \(RunName.upstream)") }
            out.markup(": <a class=\"")
            out.text(newest.word.rawValue)
            out.markup("\"")
            out.attribute("href", newest.href)
            out.markup(">")
            out.text(newest.label)
            out.markup("</a>, <span class=\"day\">")
            out.text(newest.date)
            out.markup("</span></span>")
        }
        if let noise {
            out.markup(" <span class=\"key noise\">runs of the same code ")
            out.markup(isNoiseAssumed ? "are assumed to differ by up to " : "differ by up to ")
            out.share(thousandths: Int((min(exp(noise) - 1, 1000) * 1000).rounded()))
            out.markup("</span>")
        }
        out.markup("</figcaption>\n")
    }

    /// The band in which a run cannot be told from its baseline.
    private func writeNoise(_ out: inout HTMLWriter) {
        guard let noise else { return }
        let top = axis.top(of: exp(noise))
        out.markup("<rect class=\"noise\" width=\"100%\" y=\"")
        out.tenths(Self.above + top)
        out.markup("\" height=\"")
        out.tenths(axis.top(of: exp(-noise)) - top)
        out.markup("\"/>\n")
    }

    private func writeAxis(_ out: inout HTMLWriter) {
        out.markup("<g class=\"grid\">")
        for ratio in axis.ticks {
            out.markup(ratio == 1 ? "<line class=\"one\" x2=\"100%\" y1=\"" : "<line x2=\"100%\" y1=\"")
            out.tenths(Self.above + axis.top(of: ratio))
            out.markup("\" y2=\"")
            out.tenths(Self.above + axis.top(of: ratio))
            out.markup("\"/>")
        }
        out.markup("</g>\n<g class=\"axis\" text-anchor=\"end\" transform=\"translate(-6 4)\">")
        for ratio in axis.ticks {
            out.markup("<text y=\"")
            out.tenths(Self.above + axis.top(of: ratio))
            out.markup("\">")
            out.text(RatioText.tick(ratio < 1 ? 1 / ratio : ratio))
            if ratio != 1 { out.text(ratio > 1 ? " ▲" : " ▼") }
            out.markup("</text>")
        }
        out.markup("</g>\n")
    }

    private var slot: Double { 100 / Double(max(bars.count, Self.fewestSlots)) }

    /// What bars of one look have in common.
    struct Shade {
        let word: VerdictWord
        let isAside: Bool

        static let all = [false, true].flatMap { isAside in VerdictWord.allCases.map { Shade(word: $0, isAside: isAside) } }
    }

    /// Opens a group of the bars of one look, and returns which these are; nil where there is none.
    func openGroup(of shade: Shade, _ out: inout HTMLWriter) -> [Int]? {
        let indices = bars.indices.filter { bars[$0].word == shade.word && bars[$0].isAside == shade.isAside }
        guard !indices.isEmpty else { return nil }
        out.markup("<g class=\"")
        out.text(shade.word.rawValue)
        out.markup(shade.isAside ? " aside\">" : "\">")
        return indices
    }

    private func writeBars(of shade: Shade, _ out: inout HTMLWriter) {
        guard let indices = openGroup(of: shade, &out) else { return }
        for index in indices {
            out.markup("<a tabindex=\"-1\"")
            out.attribute("href", bars[index].href)
            out.markup(">")
            writeBar(index, &out)
            out.markup("</a>")
        }
        out.markup("</g>\n")
    }

    private func writeBar(_ index: Int, _ out: inout HTMLWriter) {
        let bar = bars[index]
        let (top, one) = (axis.top(of: bar.ratio), axis.one)
        out.markup("<rect x=\"")
        out.hundredths(slot * (Double(index) + 0.1))
        out.markup("%\" y=\"")
        out.tenths(Self.above + min(top, one))
        out.markup("\" width=\"")
        out.hundredths(slot * 0.8)
        out.markup("%\" height=\"")
        out.tenths(max(1, abs(top - one)))
        out.markup("\"><title>")
        out.text(bar.date)
        out.markup(" ")
        out.text(bar.name)
        out.markup(": ")
        out.text(bar.label)
        out.markup("</title></rect>")
        if axis.scale.clips(bar.ratio) { writeCut(index, &out) }
    }

    /// Two slanting cuts through the end of a bar that is longer than the axis.
    private func writeCut(_ index: Int, _ out: inout HTMLWriter) {
        out.markup("<svg x=\"")
        out.hundredths(slot * (Double(index) + 0.5))
        out.markup("%\" y=\"")
        out.tenths(Self.above + (bars[index].ratio > 1 ? 4 : RunAxis.height - 12))
        out.markup("\" overflow=\"visible\"><path class=\"cut\" d=\"M-40 4l80-4m-80 8l80-4\"/></svg>")
    }

    /// The first and the last date; one text with both where there is no room for two.
    private func writeDates(_ out: inout HTMLWriter) {
        guard let first = bars.first, let last = bars.last else { return }
        let y = Int(Self.above + RunAxis.height + 17)
        out.markup("<g class=\"axis\"><text y=\"")
        out.number(y)
        out.markup("\">")
        out.text(first.date)
        guard bars.count >= Self.fewestSlots else {
            if last.date != first.date { out.text(" to " + last.date) }
            out.markup("</text></g>\n")
            return
        }
        out.markup("</text><text x=\"100%\" text-anchor=\"end\" y=\"")
        out.number(y)
        out.markup("\">")
        out.text(last.date)
        out.markup("</text></g>\n")
    }
}
