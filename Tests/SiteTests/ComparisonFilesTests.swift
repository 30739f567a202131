import Archive
import Comparisons
import Reports
import Statistics
import Testing

@testable import Site

/// The files of a comparison for other programs, of two runs small enough to be counted out by hand.
@Suite struct ComparisonFilesTests {
    private static func run(_ version: String, _ hash: String, _ samples: [Sample?]) throws -> RunDigest {
        let (stem, folder) = ("bm-20250402-box-x86_64-python-main-\(version)-\(hash)", "bm-20250402-\(version)-\(hash)")
        let dates = [("commit_date", "2025-04-02T12:00:00+00:00")].map { Metadata.Entry(key: $0.0, text: $0.1) }
        let run = Run(
            file: "results/\(folder)/\(stem).json", name: try #require(RunName(stem: stem, folder: folder)),
            metadata: Metadata(dates), samples: samples.compactMap(\.self), hash: ContentHash(of: stem))
        return RunDigest(run, machine: Machine(nickname: "box", system: .linux))
    }

    /// The doubt is chosen, so that it does not hang on what a judge learns: 25 %, and a little that no page shows.
    private static func row(_ name: String, _ ratio: Double, _ word: VerdictWord?, isHint: Bool = false) -> BenchmarkVerdict {
        BenchmarkVerdict(
            benchmark: name, estimate: Estimate(logRatio: ln(ratio), smallestVisibleChange: 0.25004), word: word, isHint: isHint)
    }

    /// Exact for the ratios used here.
    private static func ln(_ ratio: Double) -> Double {
        [0.5: -0.6931471805599453, 1: 0, 2: 0.6931471805599453][ratio] ?? .nan
    }

    private static func files(
        base: [Sample?], head: [Sample?], _ rows: [BenchmarkVerdict], memory: [BenchmarkVerdict]? = nil,
        excluded: Set<ExactText> = []
    ) throws -> (json: String, csv: String) {
        let base = try run("3.12.0", "0fb18b0", base), head = try run("3.14.0a6+", "ccaa69a", head)
        let pair = Pair(label: "3.12.0", head: head, base: base)
        let counts = VerdictCounts(faster: 1, slower: 0, same: 0, unclear: 0, hints: 0)
        let verdict = Verdict(
            word: .faster, overall: Estimate(logRatio: ln(2), smallestVisibleChange: 0.25004), overallCount: 1, benchmarks: rows,
            counts: counts, cautions: [.fewBenchmarks(count: 1)],
            memory: memory.map { MemoryVerdict(word: .same, overall: nil, benchmarks: $0, counts: counts) }, machine: "box")
        let files = ComparisonFiles(
            try Comparer(excludedBenchmarks: excluded).comparison(of: pair), ShownVerdict(verdict, VerdictWords(verdict)),
            in: SiteMap(runs: [base, head], pairs: [pair]), KnownSampleTexts())
        return (files.texts.json.written.text, files.texts.csv.written.text)
    }

    @Test func `both files say everything of a comparison`() throws {
        let files = try Self.files(
            base: [
                Sample(benchmark: "old", values: [1]),
                Sample(benchmark: "pickle", tags: ["apps", "math"], values: [2, 4, 2, 4]),
                Sample(benchmark: "json", unit: .byte, values: [7]),
            ],
            head: [
                Sample(benchmark: "json", unit: .byte, values: [7]), Sample(benchmark: "pickle", values: [1, 2, 1, 2]),
                Sample(benchmark: "young", values: [1]),
            ],
            [Self.row("json", 1, nil), Self.row("pickle", 2, .faster, isHint: true)], memory: [Self.row("pickle", 0.5, .faster)],
            excluded: ["json"])
        #expect(
            files.json == """
                {"$schema":"../../data/comparison.schema.json","schema":1,"label":"3.12.0",\
                "head":{"file":"results/bm-20250402-3.14.0a6+-ccaa69a/bm-20250402-box-x86_64-python-main-3.14.0a6+-ccaa69a.json",\
                "page":"runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/index.html","machine":"box","fork":"python",\
                "ref":"main","version":"3.14.0a6+","commit":"ccaa69a","flags":[],"commitDate":"2025-04-02T12:00:00+00:00",\
                "measuredAt":null},\
                "base":{"file":"results/bm-20250402-3.12.0-0fb18b0/bm-20250402-box-x86_64-python-main-3.12.0-0fb18b0.json",\
                "page":"runs/20250402-box-x86_64-python-main-3.12.0-0fb18b0/index.html","machine":"box","fork":"python",\
                "ref":"main","version":"3.12.0","commit":"0fb18b0","flags":[],"commitDate":"2025-04-02T12:00:00+00:00",\
                "measuredAt":null},\
                "overall":{"geometricMean":1,"reliability":null,"memory":null,"verdict":{"cautions":["C4"],"driver":null,\
                "family":1,"faster":1,"hints":0,"interval":[1.5999488016383476,2.50008],"lnMean":0.6931471805599453,"overall":"faster","same":0,\
                "sentence":"2.00x faster overall (1.60x to 2.50x): the only benchmark in common is faster.",\
                "sigma":0.0868190802655516,"slower":0,"unclear":0}},\
                "cautions":[{"code":"C4","text":"Only 1 benchmark in common: this is not an overall result."}],\
                "missing":["old"],"new":["young"],"benchmarks":[\
                {"name":"json","tags":[],"unit":"byte","base":{"mean":7,"deviation":null,"count":1},\
                "head":{"mean":7,"deviation":null,"count":1},"ratio":1,"interval":[0.8,1.25],"verdict":null,"hint":false,\
                "smallestVisibleChange":0.25,"excluded":true,"significant":true,"t":null,"memory":null},\
                {"name":"pickle","tags":["apps","math"],"unit":"second",\
                "base":{"mean":3,"deviation":1.1547005383792515,"count":4},\
                "head":{"mean":1.5,"deviation":0.5773502691896257,"count":4},"ratio":2,"interval":[1.6,2.5],"verdict":"faster",\
                "hint":true,"smallestVisibleChange":0.25,"excluded":false,"significant":false,"t":2.32379,\
                "memory":{"ratio":0.5,"verdict":"faster"}}]}

                """)
        #expect(
            files.csv.replacing("\r\n", with: "¶\n") == """
                name,tags,unit,baseMean,baseDeviation,baseCount,headMean,headDeviation,headCount,ratio,intervalLow,intervalHigh,\
                verdict,hint,smallestVisibleChange,excluded,significant,t,memoryRatio,memoryVerdict¶
                json,,byte,7,,1,7,,1,1,0.8,1.25,,false,0.25,true,true,,,¶
                pickle,apps;math,second,3,1.1547005383792515,4,1.5,0.5773502691896257,4,2,1.6,2.5,faster,true,0.25,false,false,\
                2.32379,0.5,faster¶

                """)
    }

    @Test func `names that would break a file, or run as a formula, do neither`() throws {
        let names = [
            "\tx", "\rx", "+x", "-x", "=HYPERLINK(\"http://x\",\"y\")", "</script>", "@x", "a\"b", "a\nb", "a,b", "b\0\u{1B}",
            "é\u{2028}",
        ]
        let samples = names.map { Sample(benchmark: $0, tags: ["=1"], values: [1]) }
        let files = try Self.files(base: samples, head: samples, [])
        let written = files.json.split(separator: "\"name\":").dropFirst().map { $0.split(separator: ",\"tags\"")[0] }
        #expect(
            written == [
                #""\tx""#, #""\rx""#, #""+x""#, #""-x""#, #""</script>""#, #""=HYPERLINK(\"http://x\",\"y\")""#, #""@x""#,
                #""a\nb""#, #""a\"b""#, #""a,b""#, #""b\u0000\u001b""#, "\"é\u{2028}\"",
            ])
        let rest = ",'=1,second,1,,1,1,,1,1,,,,false,,false,true,,,\r\n"
        #expect(
            files.csv.components(separatedBy: rest).dropLast().map { $0.components(separatedBy: "memoryVerdict\r\n").last ?? "" }
                == [
                    "'\tx", "\"'\rx\"", "'+x", "'-x", "</script>", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", "'@x",
                    "\"a\nb\"",
                    "\"a\"\"b\"", "\"a,b\"", "b\u{FFFD}\u{FFFD}", "é\u{2028}",
                ])
    }

    @Test func `what is no number is left out`() throws {
        let files = try Self.files(
            base: [Sample(benchmark: "x", values: [1e300])], head: [Sample(benchmark: "x", values: [1e-300])],
            [
                BenchmarkVerdict(
                    benchmark: "x", estimate: Estimate(logRatio: .infinity, deviation: .nan), word: .unclear, isHint: false)
            ])
        #expect(files.json.contains("\"base\":{\"mean\":1e+300,\"deviation\":null,\"count\":1}"))
        #expect(files.json.contains("\"ratio\":null,\"interval\":null,\"verdict\":\"unclear\""))
        #expect(files.csv.contains("1e+300,,1,1e-300,,1,,,,unclear,"))
    }
}
