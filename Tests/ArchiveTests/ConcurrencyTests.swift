import Archive
import TestSupport
import Testing

@Suite struct ConcurrencyTests {
    @Test(arguments: [-1, 0, 1, 2, 3, 8, 200])
    func `results stand in the order of the items, for any number of jobs`(jobs: Int) async {
        let squares = await Concurrency.map(Array(0..<100), jobs: jobs) { $0 * $0 }
        #expect(squares == (0..<100).map { $0 * $0 })
    }

    @Test func `nothing gives nothing`() async {
        #expect(await Concurrency.map([Int](), jobs: 4) { $0 } == [])
    }

    @Test func `a task keeps its own worker`() async {
        // With one job the worker counts all items; each item is handed out once.
        let counts = await Concurrency.map(Array(0..<10), jobs: 1, worker: { 0 }) { (count: inout Int, item) in
            count += 1
            return (count, item)
        }
        #expect(counts.map(\.0) == Array(1...10))
        #expect(counts.map(\.1) == Array(0..<10))
        // With several no two tasks share one: what each counted adds up to all items.
        let shared = await Concurrency.map(Array(0..<1000), jobs: 4, worker: { Count() }) { count, item in
            count.number += 1
            return (ObjectIdentifier(count), count.number, item)
        }
        #expect(shared.map(\.2) == Array(0..<1000))
        let most = Dictionary(shared.map { ($0.0, $0.1) }, uniquingKeysWith: max)
        #expect(most.count <= 4)
        #expect(most.values.reduce(0, +) == 1000)
    }

    /// What one task alone counts with; were it shared, counts would be lost.
    private final class Count { var number = 0 }

    @Test func `an archive reads alike with any number of jobs`() async throws {
        let folder = try TemporaryFolder()
        for number in 1...9 {
            let text =
                number == 4
                ? "{" : Reading.document(Reading.benchmark("a", values: "\(number)"), Reading.benchmark("b", values: "0"))
            try folder.write(
                text,
                to: "results/bm-20240605-3.13.0-abcdef\(number)/bm-20240605-linux-x86_64-python-main-3.13.0-abcdef\(number).json")
        }
        let kept = try TemporaryFolder()
        let (first, firstProblems) = await runs(folder, jobs: 1)
        #expect(
            first.map(\.name.hash) == ["abcdef1", "abcdef2", "abcdef3", "abcdef5", "abcdef6", "abcdef7", "abcdef8", "abcdef9"])
        #expect(first.map(\.content.values) == [[[1]], [[2]], [[3]], [[5]], [[6]], [[7]], [[8]], [[9]]])
        #expect(firstProblems.count == 9)
        for (jobs, cache) in [(2, nil), (5, nil), (20, nil), (20, Cache(folder: kept.path)), (2, Cache(folder: kept.path))] {
            let (again, problems) = await runs(folder, jobs: jobs, cache)
            #expect(again.map(\.file) == first.map(\.file) && again.map(\.content) == first.map(\.content))
            #expect(problems == firstProblems)
        }
    }

    private func runs(_ folder: TemporaryFolder, jobs: Int, _ cache: Cache? = nil) async -> ([ReadRun<SampleList>], [Problem]) {
        let reader = ArchiveReader(root: folder.path, jobs: jobs, cache: cache)
        return await reader.samples(of: reader.tree())
    }
}
