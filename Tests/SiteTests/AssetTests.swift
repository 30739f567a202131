import Archive
import Foundation
import TestSupport
import Testing

@testable import Site

/// The files that all pages share.
@Suite struct AssetTests {
    @Test func `a folder becomes one file, its pieces in the order of their names`() throws {
        let folder = try TemporaryFolder()
        try folder.write("b", to: "style.css/2-tables.css")
        try folder.write("a", to: "style.css/0-base.css")
        try folder.write("icon", to: "icon.svg")
        let assets = AssetFiles(in: folder.url.path).all
        #expect(assets.map(\.name) == ["icon.svg", "style.css"])
        #expect(try assets.map { String(decoding: try $0.bytes(), as: UTF8.self) } == ["icon", "ab"])
    }

    @Test(arguments: ["commits.js", "search-index.js", "a.new", "a\nb", "é.css", ".hidden", "a b"])
    func `a name that no file of a site can have is a problem, as a file and as a folder`(name: String) throws {
        for path in [name, "\(name)/part"] {
            let folder = try TemporaryFolder()
            try folder.write("a", to: path)
            try folder.write("b", to: "style.css")
            let assets = AssetFiles(in: folder.url.path)
            #expect(assets.all.map(\.name) == ["style.css"])
            #expect(assets.problems.map(\.file) == ["assets/\(name)"])
            #expect(assets.problems.allSatisfy { $0.message.hasSuffix("; the file was left out.") })
        }
    }

    @Test func `what is no file, and a folder without one, are problems`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a", to: "script.js/a.js")
        for link in ["icon.svg", "script.js/search.js"] {
            try FileManager.default.createSymbolicLink(atPath: folder.path(link), withDestinationPath: "nowhere")
        }
        try FileManager.default.createDirectory(atPath: folder.path("style.css/deeper"), withIntermediateDirectories: true)
        let assets = AssetFiles(in: folder.url.path)
        #expect(assets.all.map(\.name) == ["script.js", "style.css"])
        #expect(
            assets.problems.map(\.file) == [
                "assets/icon.svg", "assets/script.js/search.js", "assets/style.css/deeper", "assets/style.css",
            ])
        #expect(assets.problems.last?.message == "The folder holds no file to make `style.css` of, which is empty now.")
    }

    @Test func `a folder of templates without assets is a problem`() throws {
        let folder = try TemporaryFolder()
        #expect(AssetFiles(in: folder.path("assets")).problems.map(\.file) == ["assets"])
    }

    @Test func `a piece that cannot be read leaves the whole out, not half of it`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a", to: "style.css/0-base.css")
        let asset = Asset(
            "style.css", parts: ["\(folder.url.path)/style.css/0-base.css", "\(folder.url.path)/style.css/gone.css"])
        #expect(
            throws: Problem(
                .error, file: "\(folder.url.path)/style.css/gone.css",
                "The file cannot be read: No such file or directory; all pages ask for it.",
                hint: "May you read it? Then build again.")
        ) { try asset.bytes() }
    }
}
