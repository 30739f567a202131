extension RunChart {
    /// The bars without links and titles: one shape for each look, in a picture of their own that is stretched to the width.
    ///
    /// A slot is ten wide, and a pixel ten high.
    func writeLightBars(_ out: inout HTMLWriter) {
        out.markup("<svg y=\"")
        out.tenths(Self.above)
        out.markup("\" height=\"")
        out.tenths(RunAxis.height)
        out.markup("\" viewBox=\"0 0 ")
        out.number(10 * max(bars.count, Self.fewestSlots))
        out.markup(" ")
        out.number(Int(10 * RunAxis.height))
        out.markup("\" preserveAspectRatio=\"none\">")
        for shade in Shade.all { writeShape(of: shade, &out) }
        writeCuts(&out)
        out.markup("</svg>\n")
    }

    private func writeShape(of shade: Shade, _ out: inout HTMLWriter) {
        guard let indices = openGroup(of: shade, &out) else { return }
        out.markup("<path d=\"")
        let one = Int((10 * axis.one).rounded())
        for index in indices {
            let top = Int((10 * axis.top(of: bars[index].ratio)).rounded())
            out.markup("M")
            out.number(10 * index + 1)
            out.markup(" ")
            out.number(one)
            out.markup("V")
            // A bar is at least a pixel long.
            out.number(abs(top - one) >= 10 ? top : bars[index].ratio < 1 ? one + 10 : one - 10)
            out.markup("h8V")
            out.number(one)
        }
        out.markup("\"/></g>")
    }

    /// Two slanting cuts through the end of each bar that is longer than the axis.
    private func writeCuts(_ out: inout HTMLWriter) {
        let cut = bars.indices.filter { axis.scale.clips(bars[$0].ratio) }
        guard !cut.isEmpty else { return }
        out.markup("<path class=\"cut\" d=\"")
        for index in cut {
            for below in [60, 120] {
                out.markup("M")
                out.number(10 * index)
                out.markup(" ")
                out.number(bars[index].ratio > 1 ? below : Int(10 * RunAxis.height) - below)
                out.markup("l10-30")
            }
        }
        out.markup("\"/>")
    }
}
