/// What a Markdown text became.
public struct ConvertedDocument: Sendable, Equatable {
    /// A heading of the document.
    public struct Heading: Sendable, Equatable {
        /// The level it has in the HTML, 1 to 6.
        public let level: Int
        /// The `id` of its element, unique in the document.
        public let id: String
        /// Its text, without markup.
        public let text: String

        /// A heading as it stands in a document.
        public init(level: Int, id: String, text: String) {
            self.level = level
            self.id = id
            self.text = text
        }
    }

    /// The whole document as markup, to be put into a page.
    public let html: HTML
    /// All headings in the order of the text.
    public let headings: [Heading]

    /// The text of the first heading, where there is one.
    public var title: String? { headings.first?.text }
}
