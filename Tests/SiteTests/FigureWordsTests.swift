import Comparisons
import Testing

@testable import Site

@Suite struct FigureWordsTests {
    private func figures(_ mean: Double?, count: Int = 90) -> Figures {
        Figures(overallMean: mean, overallCount: count, performanceTest: nil, memoryChange: nil)
    }

    @Test(arguments: [
        (1.07, 90, Direction.faster), (0.93, 90, .slower), (1.009, 90, .same), (0.991, 90, .same), (1.574, 1, .unclear),
        (1.2, 19, .unclear), (1.2, 20, .faster),
    ])
    func `a mean within a percent or of few benchmarks points nowhere`(mean: Double, count: Int, direction: Direction) {
        #expect(figures(mean, count: count).direction == direction)
    }

    @Test func `a ref that is only the commit's hash again is not shown twice`() throws {
        #expect(try ListedRun(fork: "mpage", ref: "restore").digest().branch == "mpage/restore")
        let run = try ListedRun(ref: "4717aaa1a72d1964f153", hash: "4717aaa").digest()
        #expect(run.branch == "python")
        #expect(run.refWords == nil)
    }
}
