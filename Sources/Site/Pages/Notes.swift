import Markdown

/// The notes below a table, each said once however many rows refer to it.
///
/// They are marked by letters: a digit would read as one more figure beside those of a row.
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

    /// The mark of a note, as browsers count with letters: `a` to `z`, then `aa`.
    static func mark(_ number: Int) -> String {
        let (before, letter) = (number - 1).quotientAndRemainder(dividingBy: 26)
        return (before > 0 ? mark(before) : "") + String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(letter)))
    }

    /// The notes as a list that counts with letters; nil where there are none.
    var html: HTML? {
        guard !texts.isEmpty else { return nil }
        let items = texts.enumerated().map { index, text -> HTML in "<li id=\"note-\(index + 1)\">\(text)</li>\n" }
        return items.reduce("<ol class=\"notes\" type=\"a\" aria-label=\"Notes\">\n", +) + "</ol>"
    }
}
