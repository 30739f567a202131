import Archive
import Foundation
import TestSupport
import Testing

@testable import Site

/// Whatever happened before, a build gives what a first build gives.
@Suite struct CleanBuildTests {
    @Test(arguments: 0..<4) func `any sequence of changes leads to the site of a clean build`(seed: Int) async throws {
        let site = try TestSite()
        var changes = Changes(site: site, seed: UInt64(seed))
        try await site.build(jobs: 1)
        for step in 0..<10 {
            let words = try changes.next()
            let (jobs, cleanJobs) = step.isMultiple(of: 2) ? (1, 3) : (3, 1)
            let outcome = try await site.build(jobs: jobs)
            let clean = try await site.cleanBuild(jobs: cleanJobs)
            let built = try site.contents(of: "site").filter { !changes.kept.contains($0.key) }
            let different = differences(built, clean)
            #expect(different == [], "seed \(seed), step \(step): \(words)")
            #expect(try site.emptyFolders(in: "site") == [], "seed \(seed), step \(step): \(words)")
            // What the build noted must be enough to know that nothing changed since.
            if outcome.notes.isEmpty, step.isMultiple(of: 3) { #expect(try await site.build().isUnchanged, "\(words)") }
        }
    }
}

/// Changes to an archive and a site, drawn from a seed.
private struct Changes {
    let site: TestSite
    /// Files in the site that are the user's own, by now.
    var kept: Set<String> = []
    private var runs = TinyRun.archive
    private var generator: SeededGenerator
    private var count = 0

    init(site: TestSite, seed: UInt64) {
        self.site = site
        generator = SeededGenerator(seed: seed)
    }

    private enum Kind: CaseIterable {
        case addRun, removeRun, rewriteRun, breakRun, duplicateRun, moveRun, meetNames
        case bases, exclusion, system, site, template, prose, asset
        case foreignInput, foreignOutput, deletePage, editPage, touchAll, clearCache, renewTool
    }

    /// Makes one change, or several at once, and says which.
    mutating func next() throws -> String {
        var words: [String] = []
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            guard let kind = Kind.allCases.randomElement(using: &generator) else { continue }
            count += 1
            try make(kind)
            words.append("\(kind)")
        }
        return words.joined(separator: ", ")
    }

    private mutating func make(_ kind: Kind) throws {
        switch kind {
        case .addRun, .removeRun, .rewriteRun, .breakRun, .duplicateRun, .moveRun, .meetNames: try changeRuns(kind)
        case .bases, .exclusion, .system: try changeConfiguration(kind)
        case .site: try site.write("title = \"Title \(count)\"\n", to: "archive/site.toml")
        case .template: try site.write("<p>\(count)</p>{{previous}}", to: "templates/neighbours.mustache")
        case .prose: try site.write("# Page \(count)\n", to: "archive/pages/page\(count % 3).md")
        case .asset: try site.write("/* \(count) */", to: "templates/assets/extra\(count % 2).css")
        case .foreignInput: try toggle("archive/results/notes-\(count % 2).txt")
        case .foreignOutput:
            try site.write("mine", to: "site/mine-\(count).txt")
            kept.insert("mine-\(count).txt")
        case .deletePage:
            // A manifest that is gone cannot say which pages are the tool's.
            let pages = try site.files(in: "site").filter { !kept.contains($0) && $0 != ".benchfolio" }
            if let page = pages.randomElement(using: &generator) { site.remove("site/\(page)") }
        case .editPage: try site.write("edited \(count)", to: "site/index.html")
        case .touchAll:
            for folder in ["archive", "site", "templates"] {
                for name in try site.files(in: folder) {
                    try site.age("\(folder)/\(name)", Date(timeIntervalSince1970: 1_600_000_000 + Double(count)))
                }
            }
        case .clearCache: if site.exists("cache") { site.remove("cache") }
        case .renewTool: try site.write("1.\(count)", to: "tool")
        }
    }

    private mutating func changeRuns(_ kind: Kind) throws {
        guard kind != .addRun, runs.count > 4, let index = runs.indices.randomElement(using: &generator) else {
            return try add(
                TinyRun(
                    nickname: ["linux", "mac", "box"][count % 3], hash: "d7159b\(count % 10)",
                    flags: count.isMultiple(of: 2) ? "JIT" : "",
                    day: 14 + count % 10, mergeBase: "3c71ebd", time: 0.9 + Double(count % 7) / 50))
        }
        var run = runs[index]
        switch kind {
        case .removeRun:
            runs.remove(at: index)
            site.remove("archive/\(run.path)")
        case .rewriteRun:
            run.time *= 1.0625
            run.mergeBase = run.mergeBase == nil ? "e21dcee" : nil
            runs[index] = run
            try site.write(run)
        case .breakRun: try site.write(String(run.text.dropLast(40)), to: "archive/\(run.path)")
        case .duplicateRun:
            // The same bytes under two names.
            var copy = run
            copy.nickname = run.nickname == "mac" ? "linux" : "mac"
            try add(copy)
        case .moveRun:
            runs.remove(at: index)
            site.remove("archive/\(run.path)")
            run.day = run.day % 28 + 1
            try add(run)
        case .meetNames:
            run.ref = run.ref.hasSuffix("_") ? String(run.ref.dropLast()) + "=" : run.ref + "_"
            try add(run)
        case .addRun, .bases, .exclusion, .system, .site, .template, .prose, .asset, .foreignInput, .foreignOutput, .deletePage,
            .editPage, .touchAll, .clearCache, .renewTool:
            break
        }
    }

    private mutating func add(_ run: TinyRun) throws {
        if !runs.contains(where: { $0.path == run.path }) { runs.append(run) }
        try site.write(run)
    }

    private func changeConfiguration(_ kind: Kind) throws {
        var text = TinyRun.configuration
        switch kind {
        case .bases: text = text.replacing("\"3.12.6\", ", with: count.isMultiple(of: 2) ? "" : "\"3.14.0a6+\", ")
        case .exclusion: text += "[benchmarks]\nexcluded_benchmarks = [\"\(count.isMultiple(of: 2) ? "nbody" : "chaos")\"]\n"
        default: text = text.replacing("darwin", with: count.isMultiple(of: 2) ? "windows" : "linux")
        }
        try site.write(text, to: "archive/bench_runner.toml")
    }

    private func toggle(_ name: String) throws {
        if site.exists(name) { site.remove(name) } else { try site.write("foreign", to: name) }
    }
}
