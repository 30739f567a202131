import Archive

@testable import Site

/// Any text as a template, alone and included by another: it is filled or is a problem with a place.
enum TemplateHarness {
    static func run(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0, maxSplits: 2).map { String(decoding: $0, as: UTF8.self) }
        let names = [NotFoundView.template.rawValue, "other", "third"]
        let library = TemplateLibrary(
            sources: zip(names, parts).map { TemplateSource(name: $0, file: "Templates/\($0).mustache", text: $1) })
        for problem in library.problems { hold(!problem.message.isEmpty, "a problem without words") }
        do throws(Problem) {
            _ = try library.bytes(of: NotFoundView(shell: .specimen, siteName: "<A> & \"B\"", home: nil, newest: nil))
            _ = try library.bytes(of: NotFoundView(shell: .specimen, siteName: "", home: "/'x", newest: "<b>x</b>"))
        } catch {
            hold(!library.problems.isEmpty || parts.isEmpty, "a template that fails without a problem: \(error)")
        }
    }
}
