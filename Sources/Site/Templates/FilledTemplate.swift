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
    func filled(_ values: [FieldValues.Value]) -> GrowingBytes {
        let size = places.reduce(markup.count) { $0 + values[$1.value].count }
        var out = HTMLWriter(capacity: size + size / 32)
        var start = 0
        for place in places {
            out.trusted(markup[start..<place.offset])
            start = place.offset
            switch values[place.value] {
            case .text(let text): FilledTemplate.put(text.utf8, isEscaped: place.isEscaped, &out)
            case .html(let html): FilledTemplate.put(html, isEscaped: place.isEscaped, &out)
            }
        }
        out.trusted(markup[start...])
        return out.finish()
    }

    /// The line feed at the end of a value stands in the template's text already, for its mark ended so.
    private static func put(_ value: some BidirectionalCollection<UInt8>, isEscaped: Bool, _ out: inout HTMLWriter) {
        let line = TextEnding(value) == .lineFeed ? value.dropLast() : value[...]
        if isEscaped { out.escaped(line) } else { out.trusted(line) }
    }
}

extension FieldValues.Value {
    fileprivate var count: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .html(let html): html.count
        }
    }
}
