import Foundation
import Markdown
import TestSupport
import Testing

@testable import Site

/// Renders every template with views as a real archive would fill them.
///
/// `BENCHFOLIO_GALLERY` names a folder to render into, for a person or a browser to look at.
@Suite struct GalleryTests {
    static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Templates").standardizedFileURL

    private static func library() throws -> TemplateLibrary {
        try TemplateLibrary(folder: templates.path)
    }

    private static func pages() throws -> [(path: String, text: String)] {
        let library = try library()
        let report = "runs/\(GalleryPages.run)"
        let wide = GalleryFixture.verdict(centre: 1.07, spread: 0.12, seed: 1)
        let narrow = GalleryFixture.verdict(centre: 0.997, spread: 0.02, seed: 2)
        return [
            ("index.html", try library.render(GalleryPages.home)),
            ("machines/linux/index.html", try library.render(GalleryPages.machine(runs: 110))),
            ("machines/linux/2024.html", try library.render(GalleryPages.machine(runs: 365))),
            ("machines/linux/2023.html", try library.render(GalleryPages.machine(runs: 3))),
            ("forks/faster-cpython/index.html", try library.render(GalleryPages.fork(runs: 20))),
            ("commits/ccaa69a/index.html", try library.render(GalleryPages.commit)),
            ("\(report)/index.html", try library.render(GalleryPages.runPage)),
            (
                "\(report)/vs-3.12.6.html",
                try library.render(GalleryPages.report(wide, verdict: "1.070x faster overall", kind: .faster))
            ),
            (
                "\(report)/vs-base.html",
                try library.render(
                    GalleryPages.report(narrow, verdict: "No clear change: 1.003x slower measured", kind: .unclear))
            ),
            ("problems/index.html", try library.render(GalleryPages.problems)),
            ("pages/parts.html", try library.render(GalleryPages.parts)),
            ("pages/reading.html", try library.render(GalleryPages.content)),
            (
                "404.html",
                try library.render(GalleryPages.notFound)
            ),
        ]
    }

    @Test func `every shipped template passes the check`() throws {
        let problems = try Self.library().problems
        #expect(problems == [], "\(problems)")
    }

    @Test func `every page is filled and closed`() throws {
        let pages = try Self.pages()
        for page in pages {
            #expect(page.text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"), "\(page.path)")
            #expect(page.text.hasSuffix("</html>\n"), "\(page.path)")
            #expect(!page.text.contains("{{"), "\(page.path)")
            #expect(!page.text.contains("Optional("), "\(page.path)")
            #expect(!page.text.contains("HTML("), "\(page.path)")
        }
        try Self.writeGallery(pages)
    }

    @Test func `a report of 100 benchmarks weighs at most 60 kB`() throws {
        let page = try #require(try Self.pages().first { $0.path.hasSuffix("vs-3.12.6.html") })
        #expect(page.text.utf8.count < 60_000)
    }

    @Test func `no page asks for anything outside the site`() throws {
        for page in try Self.pages() {
            for attribute in ["src=\"http", "src=\"//", "<link rel=\"stylesheet\" href=\"http", "@import", "url("] {
                #expect(!page.text.contains(attribute), "\(page.path)")
            }
        }
    }

    @Test func `the script and the style sheet are small`() throws {
        let sizes = Dictionary(uniqueKeysWithValues: try Self.assets.map { ($0.name, try $0.bytes().count) })
        #expect(sizes["script.js", default: .max] < 48_000)
        #expect(sizes["style.css", default: .max] < 30_000)
    }

    private static var assets: [Asset] { AssetFiles(in: templates.appendingPathComponent("assets").path).all }

    private static func writeGallery(_ pages: [(path: String, text: String)]) throws {
        let temporary = try TemporaryFolder()
        let named = ProcessInfo.processInfo.environment["BENCHFOLIO_GALLERY"]
        let folder = named.map { URL(fileURLWithPath: $0, isDirectory: true) } ?? temporary.url
        for page in pages { try write(Data(page.text.utf8), to: folder.appendingPathComponent(page.path)) }
        for asset in assets {
            try write(Data(try asset.bytes()), to: folder.appendingPathComponent("assets/" + asset.name))
        }
        let index = """
            benchfolioSearch({"machines":[["linux","x86_64","linux"],["pythonperf1_win32","x86","windows"]],"forks":[["mpage"]],
            "refs":["restore_load_bearing"],"versions":["3.14.0a6+"],"flags":[["",""]],"sources":[["ccaa69a","20250402",0,0,0,[0]]],
            "commits":[],"benchmarks":[],"reports":[]});
            """
        try write(Data(index.utf8), to: folder.appendingPathComponent("assets/search-index.js"))
    }

    private static func write(_ data: Data, to file: URL) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }
}
