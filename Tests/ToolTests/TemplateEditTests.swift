import Foundation
import TestSupport
import Testing

/// Templates that a user edits.
@Suite struct TemplateEditTests {
    /// Builds a sound archive with the shipped templates, of which one was changed.
    private func build(_ name: String, _ change: (String) -> String) throws -> (outcome: Tool.Outcome, archive: SmallArchive) {
        let archive = try SmallArchive.sound()
        try archive.add("bm-20250403-3.14.0a7-0123456/bm-20250403-box-x86_64-python-v3.14.0a7-3.14.0a7-0123456")
        let folder = archive.folder.url.appendingPathComponent("mine")
        try FileManager.default.copyItem(at: Tool.project.appendingPathComponent("Templates"), to: folder)
        let text = try archive.folder.read("mine/\(name).mustache")
        try archive.folder.write(change(text), to: "mine/\(name).mustache")
        let outcome = try Tool.run(
            ["build", archive.path, "--output", archive.site.path, "--templates", "mine"], in: archive.folder.url)
        return (outcome, archive)
    }

    @Test func `a change of a template shows on its pages`() throws {
        let (outcome, archive) = try build("commit") { $0.replacing("<h1>", with: "<h1 class=\"mine\">") }
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let contents = try archive.contents()
        #expect(try contents.text("commits/ccaa69a/index.html").contains("<h1 class=\"mine\">"))
        #expect(!(try contents.text("machines/box/index.html").contains("class=\"mine\"")))
    }

    @Test func `an asset that was added goes into the site`() throws {
        let archive = try SmallArchive.sound()
        let folder = archive.folder.url.appendingPathComponent("mine")
        try FileManager.default.copyItem(at: Tool.project.appendingPathComponent("Templates"), to: folder)
        try archive.folder.write("p { color: red }\n", to: "mine/assets/mine.css")
        try archive.build(["--templates", folder.path + "/"])
        #expect(try archive.contents().text("assets/mine.css") == "p { color: red }\n")
    }

    @Test func `a tag that names nothing is a problem with file, line and column, and the pages are made all the same`() throws {
        let (outcome, archive) = try build("run") { "<!-- mine -->\n  {{headin}}\n" + $0 }
        #expect(outcome.status == 1)
        #expect(
            outcome.errors
                == "mine/run.mustache:2:3: error: The view has no property named headin.\n  hint: Did you mean heading?\n")
        let contents = try archive.contents()
        #expect(try contents.text("problems/index.html").contains("mine/run.mustache:2:3"))
        #expect(try contents.text("data/site.json").contains("\"column\":3"))
        #expect(contents.files["commits/ccaa69a/index.html"] != nil)
    }

    @Test(arguments: ["home", "report", "run", "listing", "commit", "content", "layout"])
    func `a template that cannot be parsed is named with its line, once`(name: String) throws {
        let (outcome, _) = try build(name) { $0 + "\n{{#open}}\n" }
        #expect(outcome.status == 1 || outcome.status == 2)
        let lines = outcome.errors.split(separator: "\n").map(String.init)
        #expect(
            lines.count { $0.wholeMatch(of: /mine\/\w+\.mustache:\d+:1: error: \{\{#open}} is never closed\./) != nil } == 1,
            "\(outcome.errors)")
        let useless = lines.filter { $0.contains("cannot be used") }
        #expect(Set(useless).count == useless.count, "two comparisons, and one problem with their template")
    }

    @Test func `a page whose template includes a broken one keeps what it held, and no page is ever empty`() throws {
        for name in ["layout", "facts"] {
            let (outcome, archive) = try build(name) { $0 + "\n{{#open}}\n" }
            #expect(outcome.status == 2)
            let pages = FileManager.default.fileExists(atPath: archive.site.path) ? try archive.contents().pages : []
            #expect(pages.filter { $0 != "404.html" && name == "layout" } == [])
        }
    }

    @Test func `without the template around all pages none is written, and the message names it`() throws {
        let (outcome, archive) = try build("run") { $0.replacing("layout", with: "layuot") }
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.contains(
                "mine/run.mustache:1:1: error: There is no template named layuot.\n  hint: Did you mean layout?\n"))
        #expect(try archive.contents().pages.filter { $0.hasPrefix("runs/") && $0.hasSuffix("index.html") } == [])
    }

    @Test func `a template that is not there is named with its place`() throws {
        let archive = try SmallArchive.sound()
        let folder = archive.folder.url.appendingPathComponent("mine")
        try FileManager.default.copyItem(at: Tool.project.appendingPathComponent("Templates"), to: folder)
        try FileManager.default.removeItem(at: folder.appendingPathComponent("listing.mustache"))
        let outcome = try archive.build(["--templates", folder.path])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("mine/listing.mustache: error: The template is missing.\n"))
    }
}
