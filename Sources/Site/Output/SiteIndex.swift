import Archive
import Comparisons
import Foundation
import Reports

/// `data/site.json`: all runs, comparisons and problems for other programs.
///
/// Keys may be added, never changed.
struct SiteIndex: Encodable {
    let schema = 1
    let generator: String
    let title: String
    let runs: [Run]
    let comparisons: [Comparison]
    let problems: [Issue]

    struct Run: Encodable {
        let file: String
        let page: String
        let machine: String
        let fork: String
        let ref: String
        let version: String
        let commit: String
        let flags: [String]
        let commitDate: OrNull<String>
    }

    /// Numbers as computed, null where a figure is unknown: mean of baseline time ÷ head time, probability, head ÷ baseline memory.
    struct Comparison: Encodable {
        let label: String
        let head: String
        let base: String
        let markdown: String
        let html: String
        let geometricMean: OrNull<Double>
        let reliability: OrNull<Double>
        let memory: OrNull<Double>
        let verdict: Judgement
    }

    /// What the code changed: a word, the logarithm of the overall mean with its standard deviation, the 95 % interval of the mean, how
    /// many benchmarks got which word, the one that decides alone, the codes of the cautions, and all of it as a sentence.
    struct Judgement: Encodable {
        let overall: String
        let lnMean: OrNull<Double>
        let sigma: OrNull<Double>
        let interval: OrNull<[Double]>
        let family: Int
        let faster: Int
        let slower: Int
        let same: Int
        let unclear: Int
        let hints: Int
        let driver: OrNull<String>
        let cautions: [String]
        let sentence: String

        init(_ verdict: Verdict, _ words: VerdictWords) {
            overall = verdict.word.rawValue
            lnMean = SiteIndex.finite(verdict.overall?.logRatio)
            sigma = SiteIndex.finite(verdict.overall?.deviation)
            let ends = verdict.overall.map { [$0.lower, $0.upper] }
            interval = OrNull(ends.flatMap { $0.allSatisfy(\.isFinite) ? $0 : nil })
            let counts = verdict.counts
            (family, faster, slower) = (counts.family, counts.faster, counts.slower)
            (same, unclear, hints) = (counts.same, counts.unclear, counts.hints)
            driver = OrNull(verdict.driver?.benchmark)
            cautions = verdict.cautions.map(\.code)
            sentence = words.sentence
        }
    }

    struct Issue: Encodable {
        let severity: String
        let file: String
        let line: OrNull<Int>
        let column: OrNull<Int>
        let path: OrNull<String>
        let message: String
        let hint: OrNull<String>
    }

    /// A value, or `null`: every record has every key.
    struct OrNull<Value: Encodable>: Encodable {
        let value: Value?

        init(_ value: Value?) { self.value = value }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            if let value { try container.encode(value) } else { try container.encodeNil() }
        }
    }

    init(_ catalogue: Catalogue, generator: String) {
        self.generator = generator
        title = catalogue.site.title
        runs = catalogue.runs.map { run in
            Run(
                file: run.file, page: catalogue.map.run(run).text, machine: run.name.nickname, fork: run.name.fork,
                ref: run.name.ref,
                version: run.name.version.text, commit: run.name.hash, flags: run.name.flags.names,
                commitDate: OrNull(run.metadata.commitDate))
        }
        comparisons = catalogue.entries.map { entry in
            Comparison(
                label: entry.pair.label, head: entry.pair.head.file, base: entry.pair.base.file,
                markdown: catalogue.map.markdown(entry.pair).text, html: catalogue.map.report(entry.pair).text,
                geometricMean: SiteIndex.finite(entry.figures.overallMean),
                reliability: SiteIndex.finite(entry.figures.performanceTest?.reliability),
                memory: SiteIndex.finite(entry.figures.memoryChange), verdict: Judgement(entry.verdict, entry.words))
        }
        problems = catalogue.problems.map {
            Issue(
                severity: $0.severity.rawValue, file: $0.file, line: OrNull($0.line), column: OrNull($0.column),
                path: OrNull($0.path), message: $0.message, hint: OrNull($0.hint))
        }
    }

    /// JSON has no word for what is no number: two runs whose times lie too far apart must not cost the whole index.
    private static func finite(_ figure: Double?) -> OrNull<Double> { OrNull(figure.flatMap { $0.isFinite ? $0 : nil }) }

    /// The index as JSON with its keys in order.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
