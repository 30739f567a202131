import Comparisons
import Foundation

/// One picture of a chart of benchmarks: an axis, and a row for each benchmark with its bar, its interval, its name and its size.
///
/// A name stands on the empty side of the axis and the size at the bar's end, where neither can meet another text. The style sheet
/// gives the picture its margins: the sizes of the longest bars stand in them. Shapes lie in a picture of their own that is stretched
/// to the width, where half the axis is 500 wide; text must not be stretched and has places in per cent.
struct BarRows {
    /// The height of a row in pixels.
    static let rowHeight = 18
    /// The height of the line of axis labels above the rows.
    static let axisHeight = 26
    /// Half the width of the axis.
    static let half = 500
    /// More characters of a name than this are cut off, and shown when the pointer rests on it.
    static let longestName = 32
    /// From this many characters the style sheet sets a name smaller on a phone.
    static let longName = 27
    /// The part of the axis that a character of a name takes on a phone.
    static let character = 23

    private let rows: [RoundedChange]
    private let names: [String]
    private let quantity: Quantity
    private let scale: RatioScale
    private let name: String

    /// Prepares a picture of the changes that stand at `order`.
    init(_ changes: RoundedChanges, _ order: [Int], quantity: Quantity, scale: RatioScale, name: String) {
        rows = order.map { changes.all[$0] }
        names = order.map { changes.name(at: $0) }
        self.quantity = quantity
        self.scale = scale
        self.name = name
    }

    func write(to out: inout HTMLWriter) {
        let (places, words) = (places, rows.map(\.word))
        out.markup("<svg class=\"bars\" role=\"img\" width=\"100%\" height=\"")
        out.number(height)
        out.markup("\"")
        out.attribute("aria-label", name)
        out.markup("><desc>")
        writeDescription(words, &out)
        out.markup("</desc>\n")
        writeAxis(&out)
        out.markup("<svg viewBox=\"-500 0 1000 ")
        out.number(height)
        out.markup("\" preserveAspectRatio=\"none\">")
        writeGrid(&out)
        for word in VerdictWord.allCases { writeShapes(of: word, words, places, &out) }
        writeShapes(of: nil, words, places, &out)
        out.markup("</svg>\n<svg x=\"50%\" overflow=\"visible\">\n")
        for isAbove in [true, false] { writeTexts(isAbove: isAbove, places, &out) }
        out.markup("</svg>\n</svg>\n")
    }

    private var height: Int { Self.axisHeight + rows.count * Self.rowHeight }

    /// Where the three numbers of each row lie, from 1.0 in the bar's own direction.
    private var places: [BarPlace] {
        let unit = Double(Self.half) / log(scale.limit)
        return rows.enumerated().map { index, row in
            BarPlace(row, top: Self.axisHeight + index * Self.rowHeight, unit: unit, half: Self.half)
        }
    }

    /// How many rows got which word: `2 faster, 1 slower, 5 no change over 5 %`, and where the numbers are.
    private func writeDescription(_ words: [VerdictWord?], _ out: inout HTMLWriter) {
        var isFirst = true
        func write(_ count: Int, _ words: String, _ out: inout HTMLWriter) {
            guard count > 0 else { return }
            if !isFirst { out.markup(", ") }
            isFirst = false
            out.number(count)
            out.markup(" ")
            out.text(words)
        }
        for word in VerdictWord.allCases { write(words.count { $0 == word }, quantity.words(word), &out) }
        write(words.count { $0 == nil }, "not counted", &out)
        out.markup(isFirst ? "No benchmark." : ". The table has the numbers.")
    }

    /// The numbers above the lines of `writeGrid`.
    private func writeAxis(_ out: inout HTMLWriter) {
        out.markup("<g class=\"axis\" text-anchor=\"middle\"><text x=\"50%\" y=\"13\">1x</text>")
        for ratio in scale.ticks {
            for isAbove in [false, true] {
                out.markup("<text x=\"")
                out.place(Self.half + (isAbove ? 1 : -1) * Int((Double(Self.half) * scale.position(ratio)).rounded()))
                let isEnd = ratio == scale.limit
                out.markup(!isEnd ? "%\" y=\"13\">" : isAbove ? "%\" y=\"13\" class=\"right\">" : "%\" y=\"13\" class=\"left\">")
                out.text(RatioText.tick(ratio))
                if isEnd {
                    out.markup(" ")
                    out.markup(quantity.side(isAbove: isAbove))
                }
                out.markup("</text>")
            }
        }
        out.markup("</g>\n")
    }

    private func writeGrid(_ out: inout HTMLWriter) {
        out.markup("<path class=\"grid\" d=\"")
        for ratio in scale.ticks {
            let place = Int((Double(Self.half) * scale.position(ratio)).rounded())
            for across in [-place, place] {
                out.markup("M")
                out.number(across)
                out.markup(" 20V")
                out.number(height)
            }
        }
        out.markup("\"/><path class=\"one\" d=\"M0 20V")
        out.number(height)
        out.markup("\"/>\n")
    }

    /// All bars of a word are one path: an element for each would be a tenth of the chart.
    private func writeShapes(
        of word: VerdictWord?, _ words: [VerdictWord?], _ places: [BarPlace], _ out: inout HTMLWriter
    ) {
        guard words.contains(word) else { return }
        out.markup("<g class=\"")
        out.markup(word?.className ?? "excluded")
        out.markup("\"><path d=\"")
        for index in words.indices where words[index] == word { places[index].writePath(isThin: word == .same, &out) }
        out.markup("\"/></g>\n")
    }

    /// The sizes at the ends of the bars of one side, and their names on the other.
    private func writeTexts(isAbove: Bool, _ places: [BarPlace], _ out: inout HTMLWriter) {
        guard places.contains(where: { $0.isAbove == isAbove }) else { return }
        out.markup(
            isAbove
                ? "<g class=\"label\" transform=\"translate(5)\">"
                : "<g class=\"label\" text-anchor=\"end\" transform=\"translate(-5)\">")
        for index in places.indices where places[index].isAbove == isAbove { writeLabel(rows[index], places[index], &out) }
        out.markup(
            isAbove
                ? "</g>\n<g class=\"name\" text-anchor=\"end\" transform=\"translate(-8)\">"
                : "</g>\n<g class=\"name\" transform=\"translate(8)\">")
        for index in places.indices where places[index].isAbove == isAbove { writeName(names[index], places[index], &out) }
        out.markup("</g>\n")
    }

    /// `1.07x`, with a question mark where another run is worth while.
    private func writeLabel(_ row: RoundedChange, _ place: BarPlace, _ out: inout HTMLWriter) {
        out.markup("<text x=\"")
        out.place(place.sign * max(place.size, place.far))
        out.markup("%\" y=\"")
        out.number(place.top + 13)
        out.markup("\">")
        out.decimals(hundredths: row.hundredths.size)
        out.markup(row.isHint ? "x ?</text>" : "x</text>")
    }

    private func writeName(_ name: String, _ place: BarPlace, _ out: inout HTMLWriter) {
        let length = name.utf8.count
        // The name steps aside for a line that reaches over 1.0, as far as a phone has room for it.
        let aside = min(max(0, -place.near), max(0, (Self.longestName + 2 - length) * Self.character))
        out.markup(length + aside / Self.character < Self.longName ? "<text" : "<text class=\"long\"")
        if aside > 0 {
            out.markup(" x=\"")
            out.place(-place.sign * aside)
            out.markup("%\"")
        }
        out.markup(" y=\"")
        out.number(place.top + 13)
        out.markup("\">")
        if length > Self.longestName, name.count > Self.longestName {
            out.markup("<title>")
            out.text(name)
            out.markup("</title>")
            out.text(String(name.prefix(Self.longestName - 1)))
            out.markup("…")
        } else {
            out.text(name)
        }
        out.markup("</text>")
    }
}
