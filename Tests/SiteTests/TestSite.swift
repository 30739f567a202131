import Archive
import Foundation
import Testing

@testable import Site

/// An archive in a folder of its own, and sites that are made from it the way the tool makes them.
///
/// What is written gets a time of its own that lies in the past, so that a build may trust it the next time.
final class TestSite {
    let place: String
    private var time = 1_700_000_000.0

    /// Writes an archive, with the templates of the project beside it; the folder goes with the value.
    init(_ runs: [TinyRun] = TinyRun.archive, configuration: String = TinyRun.configuration) throws {
        place = FileManager.default.temporaryDirectory.appendingPathComponent("benchfolio-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: GalleryTests.templates, to: URL(fileURLWithPath: "\(place)/templates"))
        try write(configuration, to: "archive/bench_runner.toml")
        try write("# About\n\nThese runs are made up.\n", to: "archive/pages/about.md")
        try write("1.0", to: "tool")
        for run in runs { try write(run) }
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: place) } catch { Issue.record("\(place) stays: \(error)") }
    }

    /// What a build did.
    struct Outcome {
        var isUnchanged = false
        var files = 0
        var written = 0
        var problems: [Problem] = []
        var notes: [Problem] = []
    }

    /// Why a build did not end.
    struct Failure: Error { let problem: Problem }

    /// Makes the site of the archive in a folder.
    ///
    /// - Parameter cache: the folder of what is kept; nil makes everything anew
    @discardableResult
    func build(into site: String = "site", jobs: Int = 2, cache: String? = "cache") async throws -> Outcome {
        do {
            return try await Build(place: place, site: site, jobs: jobs, cache: cache).run()
        } catch let problem as Problem {
            throw Failure(problem: problem)
        }
    }

    /// Makes the site anew in a fresh folder, and says what is there.
    func cleanBuild(jobs: Int = 2) async throws -> [String: Data] {
        let site = "clean-\(UUID().uuidString)"
        try await build(into: site, jobs: jobs, cache: nil)
        defer { remove(site) }
        return try contents(of: site)
    }
}

// MARK: - Files

extension TestSite {
    func path(_ name: String) -> String { "\(place)/\(name)" }

    func write(_ run: TinyRun) throws { try write(run.text, to: "archive/\(run.path)") }

    /// Writes a file into the folder, as it was written at an own time in the past.
    func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        time += 1
        try age(name, Date(timeIntervalSince1970: time))
    }

    func age(_ name: String, _ date: Date) throws {
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path(name))
    }

    /// Removes a file or a folder that is there.
    func remove(_ name: String) {
        do { try FileManager.default.removeItem(atPath: path(name)) } catch { Issue.record("\(error)") }
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
    }

    /// The files under a folder.
    func files(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path(folder)).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path("\(folder)/\(name)"), isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    /// The bytes of all files under a folder.
    func contents(of folder: String) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try files(in: folder) {
            contents[name] = try Data(contentsOf: URL(fileURLWithPath: path("\(folder)/\(name)")))
        }
        return contents
    }

    /// When each file under a folder was changed last, and which file it is.
    func stamps(of folder: String) throws -> [String: String] {
        var stamps: [String: String] = [:]
        for name in try files(in: folder) {
            let attributes = try FileManager.default.attributesOfItem(atPath: path("\(folder)/\(name)"))
            let date = try #require(attributes[.modificationDate] as? Date)
            stamps[name] = "\(date.timeIntervalSince1970) \(attributes[.systemFileNumber].map { "\($0)" } ?? "")"
        }
        return stamps
    }

    /// The folders under a folder that hold nothing.
    func emptyFolders(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path(folder)).filter { name in
            var isFolder: ObjCBool = false
            let place = path("\(folder)/\(name)")
            guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder.boolValue else { return false }
            return try FileManager.default.contentsOfDirectory(atPath: place).isEmpty
        }.sorted()
    }
}

/// What two folders of files differ in: nothing, or names.
func differences<Value: Equatable>(_ left: [String: Value], _ right: [String: Value]) -> [String] {
    Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
}

// MARK: - Building

/// The steps of the tool's `build`, without arguments, words and clock.
private struct Build {
    let place: String
    let site: String
    let jobs: Int
    let cache: String?

    func run() async throws -> TestSite.Outcome {
        let kept = cache.map { Cache(folder: "\(place)/\($0)") }
        let key = ContentHash(of: "\(place)\n\(site)")
        let hashes = kept?.record(FileHashes.kind, key, as: FileHashes.Record.self).map { FileHashes($0) } ?? FileHashes()
        let archive = ArchiveReader(root: "\(place)/archive", jobs: jobs, cache: kept, hashes: hashes)
        let tree = archive.tree()
        let edition = Edition(
            generator: "benchfolio test", tool: "\(place)/tool", files: settings, assets: assets.all, hashes: hashes)
        let writer = SiteWriter(folder: "\(place)/\(site)", stamps: kept?.record(SiteStamps.kind, key), skips: kept != nil)
        func keepStamps() {
            kept?.keep(hashes.record, FileHashes.kind, key)
            if let stamps = writer.newStamps { kept?.keep(stamps, SiteStamps.kind, key) }
        }
        if writer.hasManifest {
            let fingerprint = await edition.fingerprint(of: tree, in: archive)
            if let old = await writer.unchangedSite(fingerprint: fingerprint, jobs: jobs) {
                keepStamps()
                return TestSite.Outcome(isUnchanged: true, files: old.files.count, problems: old.problems)
            }
        }
        defer { writer.discard() }
        let material = await Material(reading: archive, tree: tree)
        let publisher = Publisher(
            material: material, archive: archive, prose: prose, templates: try TemplateLibrary(folder: "\(place)/templates"),
            assets: try Assets(assets), writer: writer, edition: edition)
        let (entries, problems) = await publisher.publishComparisons(.both)
        let catalogue = publisher.catalogue(entries, problems: problems)
        let index = publisher.indexPublisher(catalogue)
        try index.publishProse()
        try await index.publishIndex()
        let fingerprint = await edition.fingerprint(of: tree, in: archive)
        let notes = try writer.finish(fingerprint: fingerprint, comparisons: entries.count, problems: catalogue.problems)
        keepStamps()
        return TestSite.Outcome(
            files: writer.done(.files).files, written: writer.done(.files).written, problems: catalogue.problems, notes: notes)
    }

    private func names(_ folder: String, _ ending: String) -> [String] {
        FileContents.listing(of: "\(place)/\(folder)").files.filter { $0.hasEnding(ending) }.map { "\(place)/\(folder)/\($0)" }
    }

    private var assets: AssetFiles { AssetFiles(in: "\(place)/templates/assets") }

    private var settings: [String] {
        ["\(place)/archive/bench_runner.toml", "\(place)/archive/site.toml"] + names("templates", ".mustache")
            + names("archive/pages", ".md")
    }

    private var prose: Prose { Prose(ProseFiles(root: "\(place)/archive", provided: nil), limits: .standard) }
}
