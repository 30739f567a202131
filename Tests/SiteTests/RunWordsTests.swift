import Testing

@testable import Site

@Suite struct RunWordsTests {
    @Test func `a ref that is only the commit's hash again is not shown twice`() throws {
        #expect(try ListedRun(fork: "mpage", ref: "restore").digest().branch == "mpage/restore")
        let run = try ListedRun(ref: "4717aaa1a72d1964f153", hash: "4717aaa").digest()
        #expect(run.branch == "python")
        #expect(run.refWords == nil)
    }
}
