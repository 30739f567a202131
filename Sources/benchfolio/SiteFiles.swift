import Archive
import Site

/// The files a site is made from, besides the runs.
struct SiteFiles {
    let archive: String
    let templates: String
    /// The folder of the prose that came with the tool.
    let prose: String?

    /// The files that go into `assets/`.
    var assets: AssetFiles { AssetFiles(in: "\(templates)/assets") }

    /// The files that every page depends on.
    var settings: [String] {
        configurations + FileContents.allNames(in: templates, ending: ".mustache").map { "\(templates)/\($0)" }
            + proseFiles.files.map(\.path)
    }

    /// What every page depends on besides what is in the files: which are not read and why, and how the folder of templates is named.
    var circumstances: [String] {
        (proseFiles.problems + assets.problems).map(\.description)
            + configurations.filter { FileContents.isOutside($0, of: archive) }
            + [TemplateSource.shownName(of: templates)]
    }

    /// The archive's own prose files, and the tool's where the archive has none of that name.
    var proseFiles: ProseFiles { ProseFiles(root: archive, provided: prose) }

    /// How all these files stand now.
    var moment: FilesMoment { FilesMoment(settings + assets.all.flatMap(\.parts)) }

    private var configurations: [String] {
        [ConfigurationReader.benchmarksFile, ConfigurationReader.siteFile].map { "\(archive)/\($0)" }
    }
}
