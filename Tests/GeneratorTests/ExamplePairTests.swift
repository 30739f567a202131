import Generator
import Testing

/// The pair whose whole report is known; the report itself is held against it where reports are made.
@Suite struct ExamplePairTests {
    private func means(_ path: String) throws -> [String: Double] {
        let file = try #require(GeneratedArchive.sample().files.first { $0.path == path })
        return try ResultsFile(file.text()).means()
    }

    private func base() throws -> [String: Double] {
        try means("results/bm-20240906-3.12.6-a4a2d2b/bm-20240906-vultr-x86_64-python-v3.12.6-3.12.6-a4a2d2b.json")
    }

    private func head() throws -> [String: Double] {
        try means(
            "results/bm-20250402-3.14.0a6+-ccaa69a/bm-20250402-vultr-x86_64-mpage-restore_load_bearing-3.14.0a6+-ccaa69a.json")
    }

    @Test func `84 benchmarks are common, 21 are only in the base and 10 only in the head`() throws {
        let (base, head) = (Set(try base().keys), Set(try head().keys))
        #expect(base.intersection(head).count == 84)
        #expect(base.subtracting(head).count == 21)
        #expect(head.subtracting(base).count == 10)
    }

    @Test(arguments: [
        ("2to3", 0.2635..<0.2645, 0.2545..<0.2555, 1.025..<1.035), ("mdp", 2.415..<2.425, 1.185..<1.195, 2.025..<2.035),
        ("logging_silent", 108.5e-9..<109.5e-9, 100.5e-9..<101.5e-9, 1.075..<1.085),
        ("bench_mp_pool", 0.01075..<0.01085, 0.08935..<0.08945, 1 / 8.285..<1 / 8.275),
        ("pprint_pformat", 1.5..<1.6, 1.5..<1.6, 1 / 1.003..<1),
    ])
    func `means and ratios round to what the report prints`(
        name: String, before: Range<Double>, after: Range<Double>, ratio: Range<Double>
    ) throws {
        let (base, head) = (try #require(try base()[name]), try #require(try head()[name]))
        #expect(before.contains(base))
        #expect(after.contains(head))
        #expect(ratio.contains(base / head))
    }

    @Test func `the pair follows no seed`() {
        let path = "results/bm-20240906-3.12.6-a4a2d2b/bm-20240906-vultr-x86_64-python-v3.12.6-3.12.6-a4a2d2b.json"
        let files = [1, 2, 2025].map { seed in GeneratedArchive.sample(seed: seed).files.first { $0.path == path }?.bytes() }
        #expect(files[0] != nil && files[0] == files[1] && files[1] == files[2])
    }
}
