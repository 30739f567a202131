import Archive
import Testing

@testable import Comparisons

/// Columns of a record fit each other, or are refused: what a sample asks for later is there.
@Suite struct SampleColumnsTests {
    private let two = BenchmarkList(names: ["a", "b"], tags: [["x"], []], units: [.second, .byte])

    private func columns(counts: [Int64] = [2, 0, 1, 3], figures: Int = 32) throws -> SampleColumns {
        try SampleColumns(benchmarks: two, counts: counts, figures: (0..<figures).map(Double.init))
    }

    @Test func `each sample has its own part of each column`() throws {
        let samples = RunSamples(columns: try columns())
        #expect(samples.map(\.benchmark) == ["a", "b"])
        #expect(samples.map(\.tags) == [["x"], []])
        #expect(samples.map(\.unit) == [.second, .byte])
        #expect(samples.map(\.summary.count) == [2, 1])
        #expect(samples.map(\.summary.mean) == [0, 16])
        #expect(samples.map(\.mean) == [0, 16])
        #expect(samples.map(\.summary.middle.upper) == [5, 21])
        #expect(samples.map(\.memory?.count) == [nil, 3])
        #expect(samples.map(\.memory?.mean) == [nil, 22])
        #expect(samples.map(\.logTime.value) == [12, 28])
        #expect(samples.map(\.logMemory?.squaredError) == [nil, 31])
    }

    @Test(
        arguments: [
            [2, 0, 1], [2, 0, 1, 3, 1, 0], [0, 0, 1, 3], [-1, 0, 1, 3], [2, -1, 1, 3], [.min, 0, 1, 3],
        ] as [[Int64]])
    func `counts that do not fit are refused`(counts: [Int64]) {
        #expect(throws: DamagedRecord()) { try columns(counts: counts) }
    }

    @Test func `columns of other lengths are refused`() {
        #expect(throws: DamagedRecord()) { try columns(figures: 31) }
        #expect(throws: DamagedRecord()) { try columns(figures: 48) }
    }
}

/// Values of a record fit each other, or are refused.
@Suite struct RunValuesTests {
    private func values(
        _ values: [Double] = [1, 2, 3], lengths: [Int64] = [1, 2, 1, 1, 0, 4], ends: [Int64] = [2, 1, 3, 3]
    ) throws -> RunValues {
        try RunValues(values: values, lengths: lengths, ends: ends)
    }

    @Test func `each sample has its own part`() throws {
        let values = try values()
        #expect(values.count == 2)
        #expect((0..<2).map(values.values) == [[1, 2], [3]])
        #expect((0..<2).map(values.valuesPerProcess) == [[1, 1], [1, 0, 0, 0, 0]])
    }

    @Test func `no samples have no values`() throws {
        #expect(try values([], lengths: [], ends: []).count == 0)
    }

    @Test(
        arguments: [
            [2, 1, 3], [2, 1], [3, 1, 3, 3], [0, 1, 3, 3], [-1, 1, 3, 3], [.max, 1, 3, 3], [4, 1, 3, 3], [2, 4, 3, 3],
            [2, 1, 3, 2], [2, 1, 2, 3], [2, 1, 3, .max], [2, .min, 3, 3], [2, 3, 3, 1], [2, 1, 3, 3, 3, 3],
        ] as [[Int64]])
    func `ends that do not fit are refused`(ends: [Int64]) {
        #expect(throws: DamagedRecord()) { try values(ends: ends) }
    }

    @Test func `lists of other lengths are refused`() {
        #expect(throws: DamagedRecord()) { try values([1, 2]) }
        #expect(throws: DamagedRecord()) { try values([1, 2, 3, 4]) }
        #expect(throws: DamagedRecord()) { try values(lengths: [1, 2, 1, 1]) }
        #expect(throws: DamagedRecord()) { try values(lengths: [1, 2, 1, 1, 0, 4, 1]) }
    }

    @Test(arguments: [[-1, 2], [1, -1], [1, 1_000_001], [1, .max], [.min, 0]] as [[Int64]])
    func `numbers of processes that nobody has are refused`(pair: [Int64]) {
        #expect(throws: DamagedRecord()) { try values(lengths: pair + [1, 1, 0, 4]) }
        #expect(throws: DamagedRecord()) { try values(lengths: [1, 2, 1, 999_999] + [0, 2]) }
    }
}
