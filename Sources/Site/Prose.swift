import Archive
import Markdown

/// The pages of prose, and what is wrong with those that are left out.
public struct Prose: Sendable {
    /// The pages in the order of the navigation.
    let pages: [ProsePage]
    /// What was left out, and why.
    public let problems: [Problem]

    /// No page.
    public static let none = Prose(pages: [], problems: [])

    private init(pages: [ProsePage], problems: [Problem]) {
        self.pages = pages
        self.problems = problems
    }

    /// Reads and converts the files.
    ///
    /// O(bytes): what would take longer is a problem.
    public init(_ files: ProseFiles, limits: Limits) {
        var problems = files.problems
        var taken: Set<String> = []
        var read: [(file: ProseFiles.File, page: ProsePage)] = []
        for file in files.files {
            do throws(Problem) {
                let text = try Prose.text(file, limits)
                problems += Prose.wideTable(file, text, limits) + Prose.strayByte(file, text)
                let page = ProsePage(name: file.name, markdown: text, columnLimit: limits[.tableColumns])
                guard taken.insert(page.name.text.lowercased()).inserted else { throw Prose.twin(file) }
                read.append((file, page))
            } catch {
                problems.append(error)
            }
        }
        let names = Set(read.map(\.page.name.text))
        for (file, page) in read { problems += Prose.deadLinks(file, page, among: names) }
        self.init(pages: read.map(\.page), problems: problems)
    }

    private static func deadLinks(_ file: ProseFiles.File, _ page: ProsePage, among names: Set<String>) -> [Problem] {
        Set(page.links.filter { !names.contains($0.name.text) }.map(\.file)).sorted { $0.precedes($1) }.map { name in
            Problem(
                .warning, file: file.shown, "A link leads to `\(name).md`, which is no page of this site.",
                hint: "Correct the link, or put the page into `pages`.")
        }
    }

    private static func text(_ file: ProseFiles.File, _ limits: Limits) throws(Problem) -> [UInt8] {
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try FileContents.bytes(at: file.path, largest: limits[.pageBytes])
        } catch {
            throw Problem(
                .error, file: file.shown, "The file cannot be read: \(error.reason); the page was left out.",
                hint: error.isTooLarge ? Limits.hint(.pageBytes, "Part it in two") : nil)
        }
        if let line = MarkdownMeasure.firstLineTooDeep(in: bytes) {
            throw Problem(
                .error, file: file.shown, line: line, column: 1,
                "More than \(MarkdownMeasure.nestingLimit) quotes and lists are nested on this line; the page was left out.",
                hint: "Nest them less deeply.")
        }
        if let line = MarkdownMeasure.firstLineOfTooManyPictures(in: bytes) {
            throw Problem(
                .error, file: file.shown, line: line, column: 1,
                "More than \(MarkdownMeasure.pictureLimit) pictures stand up to this line; the page was left out.",
                hint: "Pictures are not shown on such a page; take them out.")
        }
        return bytes
    }

    private static func wideTable(_ file: ProseFiles.File, _ text: [UInt8], _ limits: Limits) -> [Problem] {
        guard let line = MarkdownMeasure.firstTableTooWide(in: text, limit: limits[.tableColumns]) else { return [] }
        return [
            Problem(
                .warning, file: file.shown, line: line, column: 1,
                "A table has more than \(limits[.tableColumns]) columns; it is shown as text.",
                hint: Limits.hint(.tableColumns, "Make it narrower"))
        ]
    }

    private static func strayByte(_ file: ProseFiles.File, _ text: [UInt8]) -> [Problem] {
        guard let place = TextEncoding.firstFault(in: text) else { return [] }
        return [
            Problem(
                .warning, file: file.shown, line: place.line, column: place.column,
                "A byte that is no UTF-8 stands here; it is shown as `\u{FFFD}`.", hint: "Save the file as UTF-8.")
        ]
    }

    private static func twin(_ file: ProseFiles.File) -> Problem {
        Problem(
            .error, file: file.shown, "Another page has the same address; this one was left out.",
            hint: "Give it another name, of letters and digits.")
    }
}
