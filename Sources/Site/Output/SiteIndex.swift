import Archive
import Comparisons
import Reports

/// `data/site.json`: all runs, comparisons and problems for other programs.
///
/// Keys may be added, never changed; they stand in code-point order. Every record has every key: what is unknown, or no number, is null.
/// Two runs whose times lie too far apart must not cost the whole index.
struct SiteIndex {
    static let schema = 1

    private let catalogue: Catalogue
    private let generator: String

    init(_ catalogue: Catalogue, generator: String) {
        self.catalogue = catalogue
        self.generator = generator
    }

    /// The index as JSON.
    func json() -> [UInt8] {
        var json = JSONText(capacity: 1024 + 512 * catalogue.runs.count + 1024 * catalogue.entries.count)
        json.object { index in
            index.list("comparisons") { list in
                for entry in catalogue.entries { list.object { write(entry, to: &$0) } }
            }
            index.text("generator", generator)
            index.list("problems") { list in
                for problem in catalogue.problems { list.object { SiteIndex.write(problem, to: &$0) } }
            }
            index.list("runs") { list in
                for run in catalogue.runs { list.object { write(run, to: &$0) } }
            }
            index.number("schema", SiteIndex.schema)
            index.text("title", catalogue.site.title)
        }
        json.endFile()
        return json.bytes
    }

    private func write(_ run: RunDigest, to json: inout JSONText) {
        json.text("commit", run.name.hash)
        json.text("commitDate", run.commitDate)
        json.text("file", run.file)
        json.texts("flags", run.name.flags.names)
        json.text("fork", run.name.fork)
        json.text("machine", run.name.nickname)
        json.text("page", catalogue.map.run(run).text)
        json.text("ref", run.name.ref)
        json.text("version", run.name.version.text)
    }

    /// Numbers as computed: mean of baseline time ÷ head time, probability, head ÷ baseline memory.
    private func write(_ entry: Catalogue.Entry, to json: inout JSONText) {
        json.text("base", entry.pair.base.file)
        json.text("csv", entry.paths.csv.text)
        json.number("geometricMean", entry.figures.overallMean)
        json.text("head", entry.pair.head.file)
        json.text("html", entry.paths.report.text)
        json.text("json", entry.paths.json.text)
        json.text("label", entry.pair.label)
        json.text("markdown", entry.paths.markdown.text)
        json.number("memory", entry.figures.memoryChange)
        json.number("reliability", entry.figures.performanceTest?.reliability)
        json.object("verdict") { SiteIndex.write(entry.verdict, entry.words, to: &$0) }
    }

    /// What the code changed: a word, the logarithm of the overall mean with its standard deviation, the 95 % interval of the mean, how
    /// many benchmarks got which word, the one that decides alone, the codes of the cautions, and all of it as a sentence.
    static func write(_ verdict: Verdict, _ words: VerdictWords, to json: inout JSONText) {
        let (overall, counts) = (verdict.overall, verdict.counts)
        json.texts("cautions", verdict.cautions.map(\.code))
        json.text("driver", verdict.driver?.benchmark)
        json.number("family", counts.family)
        json.number("faster", counts.faster)
        json.number("hints", counts.hints)
        if let overall, overall.lower.isFinite, overall.upper.isFinite {
            json.list("interval") { list in
                list.number(overall.lower)
                list.number(overall.upper)
            }
        } else {
            json.text("interval", nil)
        }
        json.number("lnMean", overall?.logRatio)
        json.text("overall", verdict.word.rawValue)
        json.number("same", counts.same)
        json.text("sentence", words.sentence)
        json.number("sigma", overall?.deviation)
        json.number("slower", counts.slower)
        json.number("unclear", counts.unclear)
    }

    private static func write(_ problem: Problem, to json: inout JSONText) {
        json.number("column", problem.column)
        json.text("file", problem.file)
        json.text("hint", problem.hint)
        json.number("line", problem.line)
        json.text("message", problem.message)
        json.text("path", problem.path)
        json.text("severity", problem.severity.rawValue)
    }
}
