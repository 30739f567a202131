import Markdown

/// The notes below a table, each said once however many rows refer to it.
struct Notes {
    private var texts: [String] = []
    private var numbers: [String: Int] = [:]

    /// The numbers of some notes in ascending order, from 1 for the note that is asked for first.
    mutating func numbers(of notes: [String]) -> [Int] {
        var found: [Int] = []
        for note in notes {
            if numbers[note] == nil {
                texts.append(note)
                numbers[note] = texts.count
            }
            if let number = numbers[note] { found.append(number) }
        }
        return found.sorted()
    }

    /// The notes as a numbered list; nil where there are none.
    var html: HTML? {
        guard !texts.isEmpty else { return nil }
        let items = texts.enumerated().map { index, text -> HTML in "<li id=\"note-\(index + 1)\">\(text)</li>\n" }
        return items.reduce("<ol class=\"notes\" aria-label=\"Notes\">\n", +) + "</ol>"
    }
}
