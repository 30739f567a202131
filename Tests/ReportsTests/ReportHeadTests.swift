import Archive
import Comparisons
import Reports
import Testing

@Suite struct ReportHeadTests {
    private func run(_ date: String?) throws -> RunDigest {
        let name = try #require(
            RunName(stem: "bm-20240605-box-x86_64-python-main-3.14.0a0-aaaaaaa", folder: "bm-20240605-3.14.0a0-aaaaaaa"))
        let samples = ["a", "b"].map { Archive.Sample(benchmark: $0, values: [1, 1.5, 2]) }
        let metadata = Metadata(date.map { [Metadata.Entry(key: "commit_date", text: $0)] } ?? [])
        let run = Run(
            file: "results/x/y.json", name: name, metadata: metadata, samples: samples.compactMap(\.self),
            hash: ContentHash(of: date ?? ""))
        return RunDigest(run, machine: Machine(nickname: "box", system: .linux))
    }

    // A report says what the file says, also where it orders nothing.
    @Test(arguments: [
        ("2024-06-05T15:11:43+00:00", "2024-06-05"), ("2024-06", "2024-06"), ("the day before yesterday", "the day be"),
        (nil, "<unknown>"),
        ("e\u{301}23456789012", "e\u{301}23456789"),
    ])
    func `the commit's date is the first ten code points of what the file has`(date: String?, expected: String) throws {
        let pair = Pair(label: "3.12.0", head: try run(date), base: try run("2023-01-01"))
        let report = String(Report.markdown(try Comparer(excludedBenchmarks: []).comparison(of: pair)))
        #expect(report.contains("\n- commit date: \(expected)\n"))
    }
}
