import Archive
import ArgumentParser
import Comparisons
import Foundation
import Reports
import Site

/// One making of a site, or of a part of it: what was opened before the work began, and what came of it.
struct SiteJob {
    let options: SiteOptions
    let archive: ArchiveReader
    let edition: Edition
    let writer: SiteWriter
    let stopwatch = Stopwatch()
    private let output: OutputFolder
    /// The files besides the runs, as they stood when the work began.
    private let files: SiteFiles
    private let tree: ResultsTree
    private let stampsKey: ContentHash

    /// Opens everything that is needed; ends the tool with 2 where something is not there.
    init(_ options: SiteOptions) throws {
        self.options = options
        do throws(Problem) {
            let root = try Place.archive(options.archive)
            let templates = try Place.templates(options.templates)
            let place = try Place.output(options.output, archive: root, templates: templates)
            let cache = try options.reading.cache(of: root)
            output = try OutputFolder(place)
            stampsKey = ContentHash(of: "\(Place.absolute(root))\n\(Place.absolute(place))")
            let hashes =
                cache?.record(FileHashes.kind, stampsKey, as: FileHashes.Record.self).map { FileHashes($0) } ?? FileHashes()
            archive = ArchiveReader(root: root, jobs: options.reading.taskCount, cache: cache, hashes: hashes)
            files = SiteFiles(archive: root, templates: templates, provided: Place.prose)
        } catch {
            Console.show([error])
            throw ExitCode(2)
        }
        tree = archive.tree()
        edition = Edition(
            generator: "benchfolio \(Benchfolio.version)", tool: Place.program, files: files.settings,
            circumstances: files.circumstances, assets: files.assets.all, hashes: archive.hashes)
        writer = SiteWriter(
            folder: output.path, stamps: archive.cache?.record(SiteStamps.kind, stampsKey), skips: archive.cache != nil)
        if let problem = writer.foreignSite(archive.configurations().site) {
            output.leave()
            Console.show([problem])
            throw ExitCode(2)
        }
        Interruption.comesFirst("what was written stands, the next build completes it") { [writer, output] in
            writer.abandon()
            output.leave()
        }
    }

    /// Whether the site stands as the last build left it and nothing it is made from has changed; if so, all is said and done.
    func isUnchanged() async throws -> Bool {
        guard writer.hasManifest else { return false }
        let fingerprint = await edition.fingerprint(of: tree, in: archive)
        stopwatch.lap("looking for changes", "\(tree.files.count) files")
        guard let site = await writer.unchangedSite(fingerprint: fingerprint, jobs: archive.jobs) else { return false }
        stopwatch.lap("looking at the site", "\(site.files.count) files")
        keepStamps()
        try finish("\(site.pages) pages (0 written)", comparisons: site.comparisons, problems: site.problems)
        return true
    }

    /// Reads the archive; ends the tool with 2 where it holds no run.
    func read() async throws -> Material {
        let material = await Material(reading: archive, tree: tree)
        stopwatch.lap("reading", "\(material.runs.count) runs")
        guard !material.runs.isEmpty else {
            Console.show(material.problems)
            Console.writeNoRun()
            output.leave()
            throw ExitCode(2)
        }
        return material
    }

    /// The one that makes the reports and pages of some material; ends the tool with 2 where the templates cannot be read, and where
    /// one of the files that all pages depend on was touched since the work began: nothing is written yet, and nothing else of them is
    /// read any more.
    func publisher(_ material: Material) throws -> Publisher {
        do throws(Problem) {
            let publisher = Publisher(
                material: material, archive: archive, prose: Prose(files.prose, limits: material.site.limits),
                templates: try TemplateLibrary(folder: files.templates), assets: try Assets(files.assets), writer: writer,
                edition: edition)
            let now = SiteFiles(archive: archive.root, templates: files.templates, provided: Place.prose)
            if let path = now.moment.firstChange(since: files.moment) {
                throw Problem(
                    .error, file: path, "The file was changed while the archive was read, so nothing was written.",
                    hint: "Build again.")
            }
            return publisher
        } catch {
            try fail(error)
        }
    }

    /// Makes every comparison, with a bar on the terminal.
    func publishComparisons(_ part: Publisher.Part, _ publisher: Publisher, count: Int) async -> (
        entries: [Catalogue.Entry], problems: [Problem]
    ) {
        let bar = ProgressBar("comparing", total: count)
        defer {
            bar.finish()
            stopwatch.lap("comparing", "\(count) comparisons")
        }
        return await publisher.publishComparisons(part) { bar.advance() }
    }

    /// Makes the prose pages and copies the assets.
    func publishProse(_ catalogue: Catalogue, _ publisher: Publisher) throws {
        do throws(Problem) {
            try publisher.indexPublisher(catalogue).publishProse()
        } catch {
            try fail(error, among: catalogue.problems)
        }
        stopwatch.lap("prose and assets")
    }

    /// Makes the listings and everything else that is no report.
    func publishIndex(_ catalogue: Catalogue, _ publisher: Publisher) async throws {
        do throws(Problem) {
            try await publisher.indexPublisher(catalogue).publishIndex()
        } catch {
            try fail(error, among: catalogue.problems)
        }
        stopwatch.lap("listings", "\(catalogue.runs.count) runs")
    }

    /// Ends a whole build: removes what the site no longer has, and notes what it was made from.
    ///
    /// - Parameter isWhole: whether every comparison could be made; what could not may be made next time from the same files
    func seal(_ catalogue: Catalogue, isWhole: Bool) async throws -> [Problem] {
        do throws(Problem) {
            let fingerprint = isWhole ? await edition.fingerprint(of: tree, in: archive) : nil
            let notes = try writer.finish(
                fingerprint: fingerprint, comparisons: catalogue.entries.count, problems: catalogue.problems)
            keepStamps()
            stopwatch.lap("manifest")
            return notes
        } catch {
            try fail(error, among: catalogue.problems)
        }
    }

    /// Shows the problems and the closing fact, and ends with the status they call for.
    func finish(_ kind: SiteWriter.Counted = .pages, comparisons: Int, problems: [Problem]) throws {
        do throws(Problem) { try writer.finishPart() } catch { try fail(error, among: problems) }
        let done = writer.done(kind)
        try finish("\(done.files) \(kind.rawValue) (\(done.written) written)", comparisons: comparisons, problems: problems)
    }

    private func finish(_ files: String, comparisons: Int, problems: [Problem]) throws {
        Console.show(problems)
        if options.timings { Console.writeError(stopwatch.description) }
        let time = "\(DecimalText.text(stopwatch.seconds, decimals: 1)) s"
        Console.close("\(files), \(Console.count(comparisons, "comparison")), \(Console.count(problems)), \(time)")
        try Console.end(problems, strict: options.reading.strict)
    }

    /// Ends the tool with what stopped it, and with the problems found before, which may be the reason.
    private func fail(_ problem: Problem, among problems: [Problem] = []) throws -> Never {
        writer.discard()
        output.leave()
        Console.show(problems.filter { $0 != problem } + [problem])
        throw ExitCode(2)
    }

    /// Keeps what tells the next build which files stand as they stood.
    private func keepStamps() {
        guard let cache = archive.cache else { return }
        if archive.hashes.hasChanged { cache.keep(archive.hashes.record, FileHashes.kind, stampsKey) }
        if let stamps = writer.newStamps { cache.keep(stamps, SiteStamps.kind, stampsKey) }
    }
}
