import Archive
import ArgumentParser
import Comparisons
import Foundation
import Site

/// One making of a site, or of a part of it: what was opened before the work began, and what came of it.
struct SiteJob {
    let options: SiteOptions
    let templates: TemplateLibrary
    let templatesFolder: String
    let writer: SiteWriter
    private let archive: ArchiveReader
    private let begun = ContinuousClock.now

    /// Opens everything that is needed; ends the tool with 2 where something is not there.
    init(_ options: SiteOptions) throws {
        self.options = options
        do throws(Problem) {
            archive = ArchiveReader(
                root: try Place.archive(options.archive),
                jobs: options.reading.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
            templatesFolder = try Place.templates(options.templates)
            templates = try TemplateLibrary(folder: templatesFolder)
        } catch {
            Console.show([error])
            throw ExitCode(2)
        }
        writer = SiteWriter(folder: options.output)
    }

    /// Reads the archive; ends the tool with 2 where it holds no run.
    func read() async throws -> Material {
        let material = await Material(reading: archive)
        guard !material.runs.isEmpty else {
            Console.show(material.problems + templates.problems)
            Console.writeError("benchfolio: there is no run to build a site from.\n")
            throw ExitCode(2)
        }
        return material
    }

    /// The one that makes the reports and pages of some material.
    func publisher(_ material: Material) -> Publisher {
        Publisher(material: material, prose: prose, templates: templates, writer: writer, jobs: archive.jobs)
    }

    /// Makes every comparison, with a bar on the terminal.
    func publishComparisons(_ part: Publisher.Part, _ publisher: Publisher, count: Int) async -> (
        entries: [Catalogue.Entry], problems: [Problem]
    ) {
        let bar = ProgressBar("comparing", total: count)
        defer { bar.finish() }
        return await publisher.publishComparisons(part) { bar.advance() }
    }

    /// Makes the listings and everything else that is no report.
    func publishIndex(_ catalogue: Catalogue) async throws {
        let publisher = IndexPublisher(catalogue: catalogue, templates: templates, writer: writer, jobs: archive.jobs)
        do throws(Problem) {
            try await publisher.publishIndex(generator: "benchfolio \(Benchfolio.version)")
        } catch {
            Console.show([error])
            throw ExitCode(2)
        }
    }

    /// Makes the prose pages and copies the assets.
    func publishProse(_ catalogue: Catalogue) throws {
        let publisher = IndexPublisher(catalogue: catalogue, templates: templates, writer: writer, jobs: archive.jobs)
        do throws(Problem) {
            try publisher.publishProse()
            try publisher.publishAssets(from: "\(templatesFolder)/assets")
        } catch {
            Console.show([error])
            throw ExitCode(2)
        }
    }

    /// Shows the problems and the closing fact, and ends with the status they call for.
    func finish(comparisons: Int, problems: [Problem]) throws {
        let all = problems + templates.problems
        Console.show(all)
        let seconds = Double((ContinuousClock.now - begun) / .milliseconds(1)) / 1000
        let time = String(format: "%.1f s", seconds)
        let done = writer.done
        print("\(done.files) files (\(done.written) written), \(comparisons) comparisons, \(Console.count(all)), \(time)")
        try SiteJob.end(all, strict: options.reading.strict)
    }

    /// Ends with 1 where there are errors, or warnings that count as such.
    static func end(_ problems: [Problem], strict: Bool) throws {
        let counts = problems.contains { $0.severity == .error || (strict && $0.severity == .warning) }
        if counts { throw ExitCode(1) }
    }

    /// The archive's own prose pages, and the tool's where the archive has none of that name.
    private var prose: [ProsePage] {
        let folders = ["\(archive.root)/pages", Place.prose].compactMap(\.self)
        var pages: [String: ProsePage] = [:]
        for folder in folders {
            for name in FileContents.names(in: folder, ending: ".md") {
                let stem = String(name.dropLast(3))
                guard pages[stem] == nil, let text = FileContents.text(at: "\(folder)/\(name)") else { continue }
                pages[stem] = ProsePage(name: stem, markdown: text)
            }
        }
        return pages.sorted { $0.key < $1.key }.map(\.value)
    }
}
