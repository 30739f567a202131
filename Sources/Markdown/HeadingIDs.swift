/// Gives each heading of a document an `id` made of its text.
struct HeadingIDs {
    let prefix: String
    private var taken: Set<String> = []
    /// The number the next repeat of a slug tries first, so that a thousand equal headings cost a thousand steps.
    private var nextNumber: [String: Int] = [:]

    /// - Parameter reserved: the ids that the page has elsewhere
    init(prefix: String, reserved: Set<String> = []) {
        self.prefix = prefix
        taken = reserved
    }

    /// The id of the next heading: its slug, or the slug and the first number from `-2` on that is free in the document.
    mutating func id(for text: String) -> String {
        let slug = prefix + Self.slug(of: text)
        if taken.insert(slug).inserted { return slug }
        var number = nextNumber[slug, default: 2]
        while !taken.insert("\(slug)-\(number)").inserted { number += 1 }
        nextNumber[slug] = number + 1
        return "\(slug)-\(number)"
    }

    /// Letters and digits in lower case and underscores; whatever stands between them becomes one dash.
    ///
    /// Never empty.
    static func slug(of text: String) -> String {
        var slug = TextBytes()
        slug.reserve(text.utf8.count)
        var dashIsDue = false
        for scalar in text.unicodeScalars {
            guard isWord(scalar) else {
                dashIsDue = slug.count > 0
                continue
            }
            if dashIsDue { slug.append(ascii: "-") }
            dashIsDue = false
            if scalar.isASCII, !("A"..."Z").contains(scalar) {
                slug.append(ascii: scalar)
            } else {
                slug += scalar.properties.lowercaseMapping
            }
        }
        return slug.count == 0 ? "section" : String(slug)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar == "_" || UInt8(ascii: scalar).isWordASCII }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
