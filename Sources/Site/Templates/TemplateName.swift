/// The pages' templates: each is a file `<name>.mustache` in the folder of templates.
enum TemplateName: String, Sendable, CaseIterable {
    case home, listing, commit, run, report, problems, content
    case notFound = "404"

    /// The name of the file.
    var fileName: String { rawValue + ".mustache" }
}
