import Foundation
import TestSupport
import Testing

/// After any change of the archive, the templates or the site itself, a build that makes only what changed gives the same bytes as one
/// that makes everything anew.
@Suite struct ChangeTests {
    /// Something that happens between two builds.
    enum Change: CaseIterable {
        case addRun, removeRun, changeValues, changeMetadata, addFork, addFlags, breakRun, addForeign, meetName
        case configuration, excluded, siteSettings, prose, template, asset
        case spoilPage, removePage, spoilReport, spoilManifest, none
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `a build after a change equals a build of everything`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let archive = try SmallArchive.sound()
        try FileManager.default.copyItem(
            at: Tool.project.appendingPathComponent("Templates"), to: archive.folder.url.appendingPathComponent("templates"))
        let options = ["--templates", archive.folder.path("templates")]
        var story: [String] = []
        for (step, change) in Change.allCases.shuffled(using: &generator).enumerated() {
            try make(change, in: archive, step: step)
            story.append("\(change)")
            let outcome = try archive.build(options)
            let fresh = try Tool.run(
                ["build", archive.path, "--output", archive.folder.path("fresh/\(step)"), "--no-cache"] + options)
            let expected = try FolderContents(of: archive.folder.url.appendingPathComponent("fresh/\(step)"))
            let differences = try archive.contents().differences(from: expected)
            #expect(differences == [], "after \(story)")
            // What is said of the site itself, and of no file of the archive.
            let lost =
                "\(archive.site.path)/.benchfolio: note: The list of the site's files was not there or could not be read, so pages of runs "
                + "that are gone may be left.\n  hint: Build once into an empty folder.\n"
            if change != .spoilManifest { #expect(!outcome.errors.contains(lost), "after \(story)") }
            #expect(outcome.errors.replacing(lost, with: "") == fresh.errors, "after \(story)")
            #expect(outcome.status == fresh.status, "after \(story)")
        }
    }

    private func make(_ change: Change, in archive: SmallArchive, step: Int) throws {
        let hash = "c0ffe\(10 + step)"
        let new = "bm-202504\(10 + step)-3.14.0a7-\(hash)/bm-202504\(10 + step)-box-x86_64-python-v3.14.0a7-3.14.0a7-\(hash)"
        switch change {
        case .addRun: try archive.add(new, metadata: ["commit_merge_base": "ccaa69a"])
        case .addFork: try archive.add(new.replacing("-python-", with: "-some%2dbody-"))
        case .addFlags: try archive.add(SmallArchive.head.replacing("ccaa69a/", with: "ccaa69a-JIT/"))
        case .meetName: try archive.add(SmallArchive.head.replacing("-main-", with: "-Main-"))
        case .removeRun: try FileManager.default.removeItem(atPath: "\(archive.path)/results/\(SmallArchive.head).json")
        case .changeValues: try archive.add(SmallArchive.base, benchmarks: ["json": 0.3, "regex": 0.4, "new": 1])
        case .changeMetadata: try archive.add(SmallArchive.base, metadata: ["cpu_model_name": "Another"])
        case .breakRun: try archive.write("{", to: "results/\(new).json")
        case .addForeign: try archive.write("", to: "results/notes.txt")
        case .configuration: try archive.write(SmallArchive.configuration.replacing("box", with: "bax"), to: "bench_runner.toml")
        case .excluded:
            try archive.write(
                "[benchmarks]\nexcluded_benchmarks = [\"json\"]\n" + SmallArchive.configuration, to: "bench_runner.toml")
        case .siteSettings: try archive.write("title = \"Another title\"\n", to: "site.toml")
        case .prose: try archive.write("# Mine\n\nWords.\n", to: "pages/mine.md")
        case .template: try edit("templates/facts.mustache", in: archive.folder)
        case .asset: try archive.folder.write("p { color: red }\n", to: "templates/assets/mine.css")
        case .spoilPage: try edit("site/index.html", in: archive.folder)
        case .spoilReport:
            guard FileManager.default.fileExists(atPath: archive.site.path) else { return }
            if let report = try archive.contents().paths.first(where: { $0.hasSuffix(".md") }) {
                try edit("site/\(report)", in: archive.folder)
            }
        case .spoilManifest: try edit("site/.benchfolio", in: archive.folder)
        case .removePage: try archive.folder.write("", to: "site/problems/index.html")
        case .none: break
        }
    }

    /// Adds a line to a file that may not be there yet.
    private func edit(_ path: String, in folder: TemporaryFolder) throws {
        let old = FileManager.default.fileExists(atPath: folder.path(path)) ? try folder.read(path) : ""
        try folder.write(old + "<!-- edited -->\n", to: path)
    }
}
