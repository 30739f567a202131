import Archive
import Comparisons
import Testing

@testable import Site

/// The commits for programs, and for the page that finds one.
@Suite struct CommitIndexTests {
    private func index() throws -> CommitIndex {
        let full = "ccaa69a" + String(repeating: "1", count: 33)
        let head = try ListedRun(commitDate: "2025-04-02T12:00:00+00:00", commitID: full).digest()
        let base = try ListedRun(date: "20231002", version: "3.12.0", hash: "0fb18b0").digest()
        let catalogue = ListedRun.catalogue([head, base], pairs: [Pair(label: "3.12.0", head: head, base: base)])
        return CommitIndex(catalogue, generator: "benchfolio test")
    }

    @Test func `each commit has its page, its runs and their verdicts`() throws {
        #expect(
            String(decoding: try index().json, as: UTF8.self) == """
                {"commits":[{"full":null,"hash":"0fb18b0","page":"commits/0fb18b0/index.html","runs":[{"date":"2023-10-02","flags":[],\
                "fork":"python","machine":"box","page":"runs/20231002-box-x86_64-python-main-3.12.0-0fb18b0/index.html","ref":"main",\
                "verdicts":[],"version":"3.12.0"}]},\
                {"full":"ccaa69a111111111111111111111111111111111","hash":"ccaa69a","page":"commits/ccaa69a/index.html",\
                "runs":[{"date":"2025-04-02","flags":[],"fork":"python","machine":"box",\
                "page":"runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/index.html","ref":"main",\
                "verdicts":[{"geometricMean":1.25,"label":"3.12.0","overall":"faster",\
                "report":"runs/20250402-box-x86_64-python-main-3.14.0a6-dev-ccaa69a/vs-3.12.0.html",\
                "sentence":"1.25x faster overall (1.22x to 1.28x): 20 of 20 benchmarks faster, 0 slower."}],"version":"3.14.0a6+"}]}],\
                "generator":"benchfolio test","schema":1}

                """)
    }

    @Test func `the script holds each commit's page and full hash`() throws {
        #expect(
            String(decoding: try index().script, as: UTF8.self)
                == "benchfolioCommits([\"0fb18b0\",\"ccaa69a ccaa69a111111111111111111111111111111111\"]);\n")
    }
}
