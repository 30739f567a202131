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
            + FileContents.names(in: templates, ending: ".mustache").map { "\(templates)/\($0)" } + proseFiles.files.map(\.path)
    }

    /// What stands among the prose files and is not read.
    var unread: [String] { proseFiles.problems.map(\.file) }

    /// The archive's own prose files, and the tool's where the archive has none of that name.
    var proseFiles: ProseFiles { ProseFiles(root: archive, provided: prose) }
}
