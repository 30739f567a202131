import Foundation
import TestSupport
import Testing

/// `data/site.json` as other programs read it.
@Suite struct SiteIndexTests {
    static func sites() -> [Result<BuiltSite, any Error>] {
        SharedFiles.arePresent ? [BuiltSite.sample, BuiltSite.real] : [BuiltSite.sample]
    }

    @Test func `the index names its schema and who wrote it`() throws {
        let index = try BuiltSite.sample.get().index()
        #expect(index["schema"] as? Int == 1)
        #expect(try #require(index["generator"] as? String).hasPrefix("benchfolio "))
        #expect(Set(index.keys).isSuperset(of: ["runs", "comparisons", "problems"]))
    }

    @Test func `each run has its keys, its own page, and a file of the archive`() throws {
        for (site, archive) in zip(Self.sites(), [Tool.sample, SharedFiles.folder.map { $0.path + "/archive" } ?? ""]) {
            let site = try site.get()
            let runs = try site.list("runs")
            #expect(runs.count > 30)
            for run in runs {
                for key in ["file", "page", "machine", "fork", "ref", "version", "commit"] {
                    #expect(run[key] is String, "\(key) of \(run)")
                }
                #expect(run["flags"] is [String])
                #expect(run["commitDate"] is String || run["commitDate"] is NSNull)
                let (file, page) = (try #require(run["file"] as? String), try #require(run["page"] as? String))
                #expect(file.hasPrefix("results/"))
                #expect(FileManager.default.fileExists(atPath: "\(archive)/\(file)"), "\(file)")
                #expect(site.contents.files[page] != nil, "\(page)")
            }
            #expect(Set(runs.map { $0["page"] as? String }).count == runs.count)
            #expect(Set(runs.map { $0["file"] as? String }).count == runs.count)
        }
    }

    /// A verdict has all its keys, and they agree with each other.
    private static func check(verdict: [String: Any]) throws {
        let word = try #require(verdict["overall"] as? String)
        #expect(["faster", "slower", "same", "unclear"].contains(word))
        let counts = try ["faster", "slower", "same", "unclear"].map { try #require(verdict[$0] as? Int) }
        #expect(try #require(verdict["family"] as? Int) == counts.reduce(0, +))
        #expect(verdict["hints"] is Int)
        #expect(verdict["driver"] is String || verdict["driver"] is NSNull)
        #expect(try #require(verdict["cautions"] as? [String]).allSatisfy { ["C1", "C2", "C3", "C4", "C5", "C6"].contains($0) })
        #expect(try #require(verdict["sentence"] as? String).hasSuffix("."))
        guard let mean = verdict["lnMean"] as? Double, let ends = verdict["interval"] as? [Double] else {
            #expect(
                verdict["lnMean"] is NSNull && verdict["sigma"] is NSNull && verdict["interval"] is NSNull && word == "unclear")
            return
        }
        let half = try #require(verdict["sigma"] as? Double) * 2.5705818366147
        #expect(zip(ends, [exp(mean - half), exp(mean + half)]).allSatisfy { abs($0 - $1) < 1e-12 * $1 })
        #expect((word == "faster") == (mean > half) && (word == "slower") == (mean < -half))
    }

    @Test func `each comparison has its keys, known or null, its report and its page`() throws {
        for site in Self.sites() {
            let site = try site.get()
            let files = Set(try site.list("runs").compactMap { $0["file"] as? String })
            let comparisons = try site.list("comparisons")
            #expect(comparisons.count > 80)
            for comparison in comparisons {
                for key in ["label", "head", "base", "markdown", "html", "json", "csv"] {
                    #expect(comparison[key] is String, "\(key)")
                }
                for key in ["geometricMean", "reliability", "memory"] {
                    #expect(comparison[key] is NSNumber || comparison[key] is NSNull, "\(key) of \(comparison["html"] ?? "")")
                }
                try Self.check(verdict: try #require(comparison["verdict"] as? [String: Any]))
                for key in ["head", "base"] { #expect(files.contains(try #require(comparison[key] as? String))) }
                let (markdown, html) = (
                    try #require(comparison["markdown"] as? String), try #require(comparison["html"] as? String)
                )
                #expect(site.contents.files[markdown] != nil)
                #expect(site.contents.files[html] != nil)
                #expect(markdown.dropLast(2) == html.dropLast(4))
            }
            let keys = comparisons.map { "\($0["head"] ?? "") \($0["label"] ?? "")" }
            #expect(Set(keys).count == keys.count)
        }
    }

    @Test func `the figures are those of the report`() throws {
        for site in Self.sites() {
            let site = try site.get()
            for comparison in try site.list("comparisons") {
                let report = try site.text(try #require(comparison["markdown"] as? String))
                func line(_ name: String) throws -> String {
                    let start = try #require(report.range(of: "- \(name): "))
                    return String(report[start.upperBound...].prefix { $0 != "\n" })
                }
                #expect(try line("overall geometric mean") == Self.mean(comparison["geometricMean"] as? Double))
                #expect(try line("HPT reliability") == Self.text(comparison["reliability"] as? Double, "%.2f%%", times: 100))
                #expect(try line("Memory change") == Self.text(comparison["memory"] as? Double, "%.2fx", times: 1))
            }
        }
    }

    private static func mean(_ value: Double?) -> String {
        guard let value else { return "unknown" }
        if value == 1 { return "not sig" }
        return value > 1 ? String(format: "%.3fx faster", value) : String(format: "%.3fx slower", 2 - value)
    }

    private static func text(_ value: Double?, _ format: String, times factor: Double) -> String {
        value.map { String(format: format, $0 * factor) } ?? "unknown"
    }

    @Test func `each problem has its keys, and null where it has no place`() throws {
        let archive = try SmallArchive.sound()
        try archive.write("note", to: "results/notes.txt")
        try archive.write("{\n \"version\":", to: "results/\(SmallArchive.head.replacing("ccaa69a", with: "bad0bad")).json")
        try archive.build()
        let bytes = try #require(try archive.contents().files["data/site.json"]).bytes
        let index = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        let problems = try #require(index["problems"] as? [[String: Any]])
        #expect(problems.count == 2)
        for problem in problems {
            #expect(Set(problem.keys) == ["severity", "file", "line", "column", "path", "message", "hint"])
        }
        let (bad, note) = (problems[0], problems[1])
        #expect(bad["severity"] as? String == "error")
        #expect(bad["line"] as? Int == 2)
        #expect(bad["column"] as? Int == 12)
        #expect(bad["path"] is NSNull)
        #expect(note["severity"] as? String == "note")
        #expect(note["file"] as? String == "results/notes.txt")
        #expect(note["line"] is NSNull)
        #expect(note["message"] as? String == "This file is no part of an archive and was passed over.")
        #expect(note["hint"] as? String == "Move it out of `results`, or leave it: nothing depends on it.")
    }

    @Test func `the bad file of the sample archive is in the index with line, column and JSON path`() throws {
        let problems = try BuiltSite.sample.get().list("problems")
        #expect(problems.count == 1)
        #expect(problems.first?["line"] is Int)
        #expect(problems.first?["column"] is Int)
        #expect(problems.first?["path"] as? String == "$.benchmarks[17].runs[11].values[1]")
    }
}
