import Archive
import Comparisons
import Reports

/// A comparison in full for other programs: everything as JSON, and its benchmarks as CSV.
///
/// Keys may be added, never changed; every record has every key, and what is unknown, or no number, is null. Doubts about single
/// benchmarks are given as the pages show them, in steps of 0.1 %.
struct ComparisonFiles: ~Copyable {
    static let schema = 1

    /// `vs-<label>.json` and `vs-<label>.csv`.
    let texts: BenchmarkTexts

    /// Writes both.
    ///
    /// About 500 bytes and 170 a benchmark. O(n log n).
    init(_ comparison: Comparison, _ shown: ShownVerdict, in map: SiteMap, _ samples: KnownSampleTexts) {
        let pair = comparison.pair
        var texts = BenchmarkTexts(
            base: samples.texts(of: pair.base), head: samples.texts(of: pair.head), count: comparison.rows.count)
        texts.json.openObject()
        texts.json.text("$schema", map.paths(of: pair).json.href(to: .comparisonSchema))
        texts.json.number("schema", ComparisonFiles.schema)
        texts.json.text("label", pair.label)
        texts.json.object("head") { ComparisonFiles.write(pair.head, in: map, to: &$0) }
        texts.json.object("base") { ComparisonFiles.write(pair.base, in: map, to: &$0) }
        texts.json.object("overall") { ComparisonFiles.writeOverall(comparison, shown, to: &$0) }
        texts.json.list("cautions") { list in
            for (caution, text) in zip(shown.verdict.cautions, shown.words.cautions) {
                list.object { caution.write(text, to: &$0) }
            }
        }
        texts.json.texts("missing", comparison.missing)
        texts.json.texts("new", comparison.new)
        texts.write(comparison, shown)
        texts.json.closeObject()
        texts.json.endFile()
        self.texts = texts
    }

    private static func write(_ run: RunDigest, in map: SiteMap, to json: inout JSONText) {
        json.text("file", run.file)
        json.text("page", map.run(run).text)
        json.text("machine", run.name.nickname)
        json.text("fork", run.name.fork)
        json.text("ref", run.name.ref)
        json.text("version", run.name.version.text)
        json.text("commit", run.name.hash)
        json.texts("flags", run.name.flags.names)
        json.text("commitDate", run.commitDate)
        json.text("measuredAt", run.metadata.measuredAt)
    }

    private static func writeOverall(_ comparison: Comparison, _ shown: ShownVerdict, to json: inout JSONText) {
        json.number("geometricMean", comparison.overallMean)
        json.number("reliability", comparison.madePerformanceTest?.reliability)
        json.number("memory", comparison.memoryChange)
        json.object("verdict") { SiteIndex.write(shown.verdict, shown.words, to: &$0) }
    }
}

extension Caution {
    fileprivate func write(_ text: String, to json: inout JSONText) {
        json.text("code", code)
        json.text("text", text)
    }
}
