import Archive
import Site

/// The files a site is made from, besides the runs.
struct SiteFiles {
    let archive: String
    let templates: String
    /// The folder of the prose that came with the tool.
    let prose: String?

    /// The files that go into `assets/`.
    var assets: [Asset] { Asset.all(in: "\(templates)/assets") }

    /// The files that every page depends on.
    var settings: [String] {
        [ConfigurationReader.benchmarksFile, ConfigurationReader.siteFile].map { "\(archive)/\($0)" }
            + FileContents.names(in: templates, ending: ".mustache").map { "\(templates)/\($0)" } + proseFiles.map(\.path)
    }

    /// The archive's own prose pages, and the tool's where the archive has none of that name.
    var prosePages: [ProsePage] {
        proseFiles.compactMap { file in
            FileContents.text(at: file.path).map { ProsePage(name: file.name, markdown: $0) }
        }
    }

    private var proseFiles: [(name: String, path: String)] {
        var paths: [String: String] = [:]
        for folder in [prose, "\(archive)/pages"].compactMap(\.self) {
            for name in FileContents.names(in: folder, ending: ".md") { paths[String(name.dropLast(3))] = "\(folder)/\(name)" }
        }
        return paths.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
    }
}
