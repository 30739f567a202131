import Markdown

/// What a template makes of all views of one shape: its own text, with places for the values.
struct FilledTemplate: Sendable {
    private struct Place {
        /// Where the value goes in, counted in the bytes of the template's own text.
        let offset: Int
        let value: Int
        let isEscaped: Bool
    }

    private let markup: [UInt8]
    private let places: [Place]

    /// Finds the marks in what the engine made of a view with marks for values; nil where a mark did not come through whole.
    ///
    /// O(bytes).
    init?(marked text: String, count: Int) {
        let bytes = Array(text.utf8)
        var (markup, places): ([UInt8], [Place]) = ([], [])
        var rest = bytes[...]
        while let opening = rest.firstIndex(of: FieldMarks.opening) {
            markup += rest[..<opening]
            guard let mark = FieldMarks.read(rest[opening...]), mark.number < count else { return nil }
            places.append(Place(offset: markup.count, value: mark.number, isEscaped: mark.isEscaped))
            rest = rest[(opening + mark.count)...]
        }
        self.markup = markup + rest
        self.places = places
    }

    /// The page with these values.
    ///
    /// O(bytes).
    func filled(_ values: [String]) -> [UInt8] {
        let size = places.reduce(markup.count) { $0 + values[$1.value].utf8.count }
        var out = HTMLWriter(capacity: size + size / 32)
        var start = 0
        for place in places {
            out.trusted(markup[start..<place.offset])
            start = place.offset
            let value = values[place.value]
            // The line feed at the end of a value stands in the template's text already, for its mark ended so.
            let line = TextEnding(value) == .lineFeed ? value.utf8.dropLast() : value.utf8[...]
            if place.isEscaped { out.escaped(line) } else { out.trusted(line) }
        }
        out.trusted(markup[start...])
        return out.bytes
    }
}
