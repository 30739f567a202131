import Archive
import Comparisons
import Reports
import TestSupport
import Testing

// The cases of which the established tool makes no report, or one that says nan.
@Suite(.enabled(if: SharedFiles.arePresent, SharedFiles.reason)) struct DepartureTests {
    private func pair(_ id: String) async throws -> (pair: Pair, archive: SharedArchive) {
        let archive = try await SharedArchive.cornerCases.value
        let index = try #require(archive.lines.firstIndex { $0[0] == id })
        return (archive.pairs[index], archive)
    }

    private func report(_ id: String) async throws -> String {
        let (pair, archive) = try await pair(id)
        return String(Report.markdown(try archive.comparer.comparison(of: pair)))
    }

    @Test func `s02: constant sides have a sound overall mean, and the whole report is as ever`() async throws {
        #expect(
            try await report("s02") == """
                # Results vs. 3.12.0

                - fork: python
                - ref: main
                - machine: linux-x86_64
                - commit hash: s02b000
                - commit date: 2025-03-04
                - overall geometric mean: 1.500x slower
                - HPT reliability: 96.61%
                - HPT 99th percentile: 1.00x slower
                - Memory change: 2.00x

                | Benchmark      | bm-20250304-linux-x86_64-python-v3.12.0-3.12.0-s02a000 | bm-20250304-linux-x86_64-python-main-3.14.0a0-s02b000 |
                |----------------|:------------------------------------------------------:|:-----------------------------------------------------:|
                | z0             | 500 ms                                                 | 1.00 sec: 2.00x slower                                |
                | z1             | 500 ms                                                 | 1.00 sec: 2.00x slower                                |
                | z2             | 500 ms                                                 | 1.00 sec: 2.00x slower                                |
                | z3             | 500 ms                                                 | 1.00 sec: 2.00x slower                                |
                | Geometric mean | (ref)                                                  | 2.00x slower                                          |

                - Geometric mean (including insignificant results): 1.500x slower

                # HPT report

                - Reliability score: 96.61% likely to be slow
                - 90% likely to have a slowdown of 1.99x
                - 95% likely to have a slowdown of 1.99x
                - 99% likely to have a slowdown of 1.00x

                # Memory
                - memory change: 2.00x
                """)
    }

    @Test func `s04: one value per benchmark gives a report without the HPT`() async throws {
        let report = try await report("s04")
        #expect(
            report.contains(
                "- overall geometric mean: 1.091x slower\n- HPT reliability: unknown\n- HPT 99th percentile: unknown\n"))
        #expect(report.contains("| v0             | 100 ms "))
        #expect(report.contains("| 110 ms: 1.10x slower "))
        #expect(
            report.hasSuffix(
                """
                - Geometric mean (including insignificant results): 1.091x slower

                # HPT report

                - Not computed: 1 values, 12 needed

                # Memory
                - memory change: unknown
                """))
    }

    @Test func `s08: without a common benchmark there is a problem that names both files`() async throws {
        let (pair, archive) = try await pair("s08")
        let problem = #expect(throws: Problem.self) { try archive.comparer.comparison(of: pair) }
        #expect(
            problem?.description == """
                results/bm-20250304-3.14.0a0-s08b000/bm-20250304-linux-x86_64-python-main-3.14.0a0-s08b000.json: error: This run has no \
                benchmark in common with its baseline \
                results/bm-20250304-3.12.0-s08a000/bm-20250304-linux-x86_64-python-v3.12.0-3.12.0-s08a000.json.
                  hint: Nothing was compared for 3.12.0; run the same benchmarks on both.
                """)
    }

    @Test func `s13: one benchmark of constant memory leaves the memory change a number`() async throws {
        let report = try await report("s13")
        #expect(report.contains("\n- Memory change: 1.40x\n"))
        #expect(report.hasSuffix("\n# Memory\n- memory change: 1.40x"))
        #expect(!report.contains("nan"))
    }

    @Test func `s16: a zero value takes its benchmark out of its run, with its place`() async throws {
        let (pair, archive) = try await pair("s16")
        #expect(
            archive.problems == [
                Problem(
                    .error, file: pair.head.file, line: 1, column: 327, path: "$.benchmarks[0].runs[1].values[0]",
                    "The value `0.0` is not a positive number; the benchmark `b00` is left out of this run.",
                    hint: "Remove the process it stands in, or run the benchmark again.")
            ])
        let report = try await report("s16")
        #expect(
            report.contains(
                """
                | b01            | 173 us                                                 | 170 us: 1.02x faster                                  |
                | Geometric mean | (ref)                                                  | 1.01x faster                                          |

                Benchmark hidden because not significant (1): b02
                Ignored benchmarks (1) of results/bm-20250304-3.12.0-s16a000/\
                bm-20250304-linux-x86_64-python-v3.12.0-3.12.0-s16a000.json: b00

                - Geometric mean (including insignificant results): 1.010x faster
                """))
    }

    @Test func `s18: eleven values give a report without the HPT`() async throws {
        let report = try await report("s18")
        #expect(
            report.contains(
                "- overall geometric mean: 1.169x slower\n- HPT reliability: unknown\n- HPT 99th percentile: unknown\n"))
        #expect(report.contains("\n# HPT report\n\n- Not computed: 11 values, 12 needed\n\n# Memory\n"))
    }

    @Test func `where the exclusion list leaves nothing, the tables stay and the figures are unknown`() async throws {
        let (pair, archive) = try await pair("s01")
        let everything = Comparer(excludedBenchmarks: Set(pair.base.samples.map { ExactText($0.benchmark) }))
        let (report, usual) = (
            String(Report.markdown(try everything.comparison(of: pair))),
            String(Report.markdown(try archive.comparer.comparison(of: pair)))
        )
        #expect(
            report.contains(
                """
                - overall geometric mean: unknown
                - HPT reliability: unknown
                - HPT 99th percentile: unknown
                - Memory change: unknown

                """))
        #expect(
            report.hasSuffix(
                """
                - Geometric mean (including insignificant results): unknown

                # HPT report

                - Not computed: no benchmark is left after the exclusion list

                # Memory
                - memory change: unknown
                """))
        #expect(
            report.split(separator: "\n").filter { $0.hasPrefix("|") }
                == usual.split(separator: "\n").filter { $0.hasPrefix("|") })
        #expect(
            report.split(separator: "\n").filter { $0.contains("hidden") }
                == usual.split(separator: "\n").filter { $0.contains("hidden") })
    }

    @Test func `no report says nan, and none ends in a line end`() async throws {
        let archive = try await SharedArchive.cornerCases.value
        for pair in archive.pairs where !pair.head.file.contains("s08") {
            let report = String(Report.markdown(try archive.comparer.comparison(of: pair)))
            #expect(!report.contains("nan") && !report.contains("inf"))
            #expect(!report.hasSuffix("\n"))
            #expect(!report.contains("\r"))
        }
    }
}
