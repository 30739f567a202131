import Archive
import Comparisons
import Markdown

/// Writes a comparison as the Markdown report of the field, byte for byte.
public enum Report {
    /// How a line begins that names the benchmarks of one run alone; it stands right behind a table, without a blank line.
    public static let beginningOfIgnored = "Ignored benchmarks ("

    /// The report of a comparison, with `\n`, without a line end at its end.
    ///
    /// O(bytes written).
    public static func markdown(_ comparison: Comparison) -> TextBytes {
        var text = TextBytes()
        text.reserve(1 << 15)
        writeHead(comparison, to: &text)
        var tables = ReportTables(comparison)
        tables.write(to: &text)
        text += "\n- Geometric mean (including insignificant results): \(FigureText.overallMean(comparison.overallMean))\n"
        writePerformanceTest(comparison.performanceTest, to: &text)
        text += "\n# Memory\n- memory change: \(FigureText.memory(comparison.memoryChange))"
        return text
    }

    private static func writeHead(_ comparison: Comparison, to text: inout TextBytes) {
        let head = comparison.pair.head
        let test = comparison.madePerformanceTest
        text += """
            # Results vs. \(name(comparison.pair.label))

            - fork: \(name(head.name.fork))
            - ref: \(name(head.name.ref))
            - machine: \(name(head.machine.system.name))-\(name(head.name.architecture))
            - commit hash: \(name(head.name.hash))
            - commit date: \(head.metadata.commitDate.map { name(firstTen($0)) } ?? "<unknown>")
            - overall geometric mean: \(FigureText.overallMean(comparison.overallMean))
            - HPT reliability: \(FigureText.reliability(test))
            - HPT 99th percentile: \(FigureText.percentile(test))
            - Memory change: \(FigureText.memory(comparison.memoryChange))


            """
    }

    private static func name(_ name: String) -> String { MarkdownText.name(name) }

    /// The day of a date, or whatever the file has in its place: the first ten code points.
    private static func firstTen(_ text: String) -> String { String(String.UnicodeScalarView(text.unicodeScalars.prefix(10))) }

    private static func writePerformanceTest(
        _ result: Result<PerformanceTest, PerformanceTest.Refusal>, to text: inout TextBytes
    ) {
        text += "\n# HPT report\n\n"
        switch result {
        case .failure(.tooFewValues(let count, let needed)):
            text += "- Not computed: \(count) values, \(needed) needed\n"
        case .failure(.nothingToCompare):
            text += "- Not computed: no benchmark is left after the exclusion list\n"
        case .success(let test):
            let (word, effect) =
                switch test.direction {
                case .faster: ("faster", "speedup")
                case .slower: ("slow", "slowdown")
                }
            text += "- Reliability score: \(FigureText.reliability(test)) likely to be \(word)\n"
            for (percent, factor) in [(90, test.at90), (95, test.at95), (99, test.at99)] {
                guard let factor else { continue }
                text += "- \(percent)% likely to have a \(effect) of \(DecimalText.text(factor, decimals: 2))x\n"
            }
        }
    }
}
