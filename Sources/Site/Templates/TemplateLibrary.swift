import Archive
import Markdown
import Mustache

/// The templates of the site, checked, and ready to be filled.
public struct TemplateLibrary: Sendable {
    private let library: MustacheLibrary
    private let files: [String: String]
    /// The pages' templates that cannot be filled, since they or one they include cannot be parsed: the engine would leave a hole.
    private let unusable: Set<String>
    /// The pages' templates that can be filled with marks in place of values.
    private let markable: Set<String>
    private let filled = FilledTemplates()

    /// What is wrong with the templates: tags that are written wrongly, names that no view has, templates that are missing.
    public let problems: [Problem]

    /// Reads and checks the templates of a folder.
    ///
    /// - Throws: a problem when the folder or a file in it cannot be read.
    public init(folder: String) throws(Problem) {
        self.init(sources: try TemplateSource.read(folder: folder), folder: TemplateSource.shownName(of: folder))
    }

    /// Checks templates; `folder` is where a missing one is said to be missing.
    ///
    /// A template that cannot be parsed is a problem and cannot be rendered; one with an unknown name is a problem too, and renders it
    /// as nothing.
    public init(sources: [TemplateSource], folder: String = "Templates") {
        MustacheContentTypes.register(ScalarEscaping(), named: ScalarEscaping.name)
        var problems: [Problem] = []
        var trees: [String: TemplateTree] = [:]
        var templates: [String: MustacheTemplate] = [:]
        for source in sources {
            let (tree, writing) = TemplateTree.parse(source)
            trees[source.name] = tree
            problems += writing
            guard writing.isEmpty else { continue }
            do {
                // Partials forget the content type of the template around them, so each names it for itself.
                templates[source.name] = try MustacheTemplate(
                    string: "{{% CONTENT_TYPE: \(ScalarEscaping.name)}}\n" + source.text)
            } catch {
                problems.append(Self.problem(of: source, error))
            }
        }
        var markable: Set<String> = []
        var large: Set<String> = []
        for view in Self.views {
            let name = view.template.rawValue
            guard trees[name] != nil else {
                problems.append(Self.missing(view.template, in: folder))
                continue
            }
            let check = TemplateCheck(of: name, view: ViewShape(of: view.specimen), trees: trees)
            if check.problems.isEmpty { markable.insert(name) }
            if check.isTooLarge { large.insert(name) }
            problems += check.problems
        }
        self.markable = sources.map(\.text).allSatisfy(FieldMarks.mayStand) ? markable : []
        library = MustacheLibrary(templates: templates)
        files = Dictionary(sources.map { ($0.name, $0.file) }, uniquingKeysWith: { first, _ in first })
        self.problems = problems.inOrderWithoutRepeats
        let broken = Set(trees.keys).subtracting(templates.keys)
        unusable = Set(
            TemplateName.allCases.map(\.rawValue).filter { name in
                !TemplateTree.included(from: name, in: trees).isDisjoint(with: broken)
                    || TemplateTree.hasLostParent(name, in: trees) || TemplateTree.isEndless(name, in: trees)
            }
        ).union(large)
    }

    /// Every page's view: each has one template.
    static let views: [any PageView.Type] = [
        HomeView.self, ListingView.self, CommitView.self, RunView.self, ReportView.self, ProblemsView.self,
        ContentView.self, NotFoundView.self,
    ]

    /// Fills a page's template, as text.
    ///
    /// - Throws: a problem when the template is missing or could not be parsed.
    func render(_ view: some PageView) throws(Problem) -> String {
        try bytes(of: view).text
    }

    /// Fills a page's template.
    ///
    /// The engine fills it once for all views of one shape, with marks in place of values; the values then take the marks' places. A
    /// template in which something is wrong is filled by the engine alone, whatever it makes of it.
    ///
    /// - Throws: a problem when the template is missing or could not be parsed.
    func bytes(of view: some PageView) throws(Problem) -> GrowingBytes {
        let (name, fields) = (type(of: view).template, view.fields)
        try check(name)
        guard markable.contains(name.rawValue) else { return try engine(fields, name) }
        let values = FieldValues(fields)
        guard !values.mayJoin else { return try engine(fields, name) }
        let template = try filled.template(name, values.shape) { () throws(Problem) in
            FilledTemplate(marked: try engine(FilledFields.marked(fields), name), count: values.values.count)
        }
        guard let template else { return try engine(fields, name) }
        return template.filled(values.values)
    }

    /// Fails where a page's template cannot be filled.
    func check(_ name: TemplateName) throws(Problem) {
        if unusable.contains(name.rawValue) { throw problem(of: name) }
    }

    private func engine(_ fields: Fields, _ name: TemplateName) throws(Problem) -> GrowingBytes {
        let text = try engine(FilledFields(fields), name)
        var page = HTMLWriter(capacity: text.utf8.count)
        page.trusted(text.utf8)
        return page.finish()
    }

    private func engine(_ fields: FilledFields, _ name: TemplateName) throws(Problem) -> String {
        guard let text = library.render(fields, withTemplate: name.rawValue) else { throw problem(of: name) }
        return text
    }

    private func problem(of name: TemplateName) -> Problem {
        Problem(
            .error, file: files[name.rawValue] ?? name.fileName, "The template of this page cannot be used.",
            hint: "Mend the problems listed for the templates first.")
    }

    private static func missing(_ template: TemplateName, in folder: String) -> Problem {
        Problem(
            .error, file: folder + "/" + template.fileName, "The template is missing.",
            hint: "Every page needs one: \(TemplateName.allCases.map(\.fileName).joined(separator: ", ")).")
    }

    private static func problem(of source: TemplateSource, _ error: any Error) -> Problem {
        let hint = "See the Mustache manual; these templates use variables, sections, partials and blocks."
        guard let error = error as? MustacheTemplate.ParserError else {
            return Problem(.error, file: source.file, "The template cannot be parsed: \(error).", hint: hint)
        }
        return Problem(
            .error, file: source.file, line: error.context.lineNumber - 1, column: error.context.columnNumber,
            "The template cannot be parsed: \(error.error).", hint: hint)
    }
}

extension [Problem] {
    /// The problems by place; a partial that several pages include names each of its problems once.
    fileprivate var inOrderWithoutRepeats: [Problem] {
        var seen: Set<Problem> = []
        return filter { seen.insert($0).inserted }
            .sorted { ($0.file, $0.line ?? 0, $0.column ?? 0) < ($1.file, $1.line ?? 0, $1.column ?? 0) }
    }
}
