import Archive
import Site

/// The files a site is made from, besides the runs, as they stood at one look.
struct SiteFiles {
    /// The folder of templates.
    let templates: String
    /// The archive's own prose files, and the tool's where the archive has none of that name.
    let prose: ProseFiles
    /// The files that go into `assets/`.
    let assets: AssetFiles
    /// The files that every page depends on.
    let settings: [String]
    /// What every page depends on besides what is in the files: which are not read and why, and how the pages of prose and the folder of
    /// templates are named where something is wrong with them.
    let circumstances: [String]
    /// How all these files stood.
    let moment: FilesMoment

    /// Looks at the folders once.
    ///
    /// - Parameter provided: the folder of the prose that came with the tool
    init(archive: String, templates: String, provided: String?) {
        self.templates = templates
        prose = ProseFiles(root: archive, provided: provided)
        assets = AssetFiles(in: "\(templates)/assets")
        let configurations = [ConfigurationReader.benchmarksFile, ConfigurationReader.siteFile].map { "\(archive)/\($0)" }
        settings =
            configurations + FileContents.allNames(in: templates, ending: ".mustache").map { "\(templates)/\($0)" }
            + prose.files.map(\.path)
        circumstances =
            (prose.problems + assets.problems).map(\.description) + prose.files.map(\.shown)
            + configurations.filter { FileContents.isOutside($0, of: archive) } + [TemplateSource.shownName(of: templates)]
        moment = FilesMoment(settings + assets.all.flatMap(\.parts))
    }
}
