import Comparisons
import Reports

/// A small sign for a README: what is spoken of, and its newest verdict.
struct Badge: Hashable {
    /// On the left, on dark: the machine or the fork.
    let label: String
    /// On the right, on the verdict's colour: `1.07x faster vs. 3.12.6`.
    let message: String
    /// The whole of it, for those who point at the badge or hear it.
    let title: String
    /// Which way the verdict points; it only chooses the colour, the message says it in words.
    let word: VerdictWord?

    /// Makes a badge.
    init(label: String, message: String, title: String, word: VerdictWord?) {
        self.label = label
        self.message = message
        self.title = title
        self.word = word
    }

    /// The badge of a machine or of a fork.
    ///
    /// - Parameters:
    ///   - runs: its runs, the newest first
    ///   - isFork: whether it is that of a fork, which says on which machine
    init(_ label: String, of runs: [RunDigest], isFork: Bool, in catalogue: Catalogue) {
        self.label = label
        guard let newest = NewestVerdict(of: runs, in: catalogue) else {
            message = "not compared"
            title = "\(label): not compared"
            word = nil
            return
        }
        message = newest.message(isFork: isFork)
        title = newest.report
        word = newest.entry.verdict.word
    }

    /// The badge of a listing.
    init(_ listing: Listing, in catalogue: Catalogue) {
        self.init(listing.heading, of: listing.runs, isFork: listing.isFork, in: catalogue)
    }

    /// What the badge says, as text: `vultr: 1.07x faster vs. 3.12.6`.
    var words: String { "\(label): \(message)" }

    /// The width of the drawing in pixels.
    private var width: Int { leftWidth + rightWidth }

    private static let height = 20

    /// The drawing.
    ///
    /// Attributes alone, since a page may forbid styles. The fonts are those a system has; where one is wider than estimated, `textLength`
    /// keeps the text in its field.
    var svg: [UInt8] {
        var xml = XMLText()
        xml.markup("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
        xml.attribute("width", "\(width)")
        xml.attribute("height", "\(Badge.height)")
        xml.attribute("viewBox", "0 0 \(width) \(Badge.height)")
        xml.attribute("aria-label", words)
        xml.markup(">\n")
        xml.element("title", title)
        xml.markup("<rect height=\"20\" rx=\"3\" fill=\"#2b3137\"")
        xml.attribute("width", "\(width)")
        xml.markup("/>\n<path")
        xml.attribute("fill", "#\(colour)")
        xml.attribute("d", "M\(leftWidth) 0h\(rightWidth - 3)a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-\(rightWidth - 3)z")
        xml.markup("/>\n<g fill=\"#fff\" font-size=\"11\" font-family=\"Verdana, DejaVu Sans, Geneva, sans-serif\">\n")
        Badge.text(label, at: Badge.margin, &xml)
        Badge.text(message, at: leftWidth + Badge.margin, &xml)
        xml.markup("</g>\n</svg>\n")
        return xml.bytes
    }

    /// The same for shields.io, in the form of its endpoints.
    var json: [UInt8] {
        var json = JSONText()
        json.object { badge in
            badge.number("schemaVersion", 1)
            badge.text("label", label)
            badge.text("message", message)
            badge.text("color", colour)
        }
        json.endFile()
        return json.bytes
    }

    /// The colours of the pages; white stands out from each by more than 5.9 to 1.
    private var colour: String {
        switch word {
        case .faster: "1b58b5"
        case .slower: "a34a06"
        case .same, .unclear, nil: "5a6169"
        }
    }

    private static let margin = 6
    private var leftWidth: Int { Badge.textWidth(label) + 2 * Badge.margin }
    private var rightWidth: Int { Badge.textWidth(message) + 2 * Badge.margin }

    private static func text(_ text: String, at left: Int, _ xml: inout XMLText) {
        xml.markup("<text y=\"14\"")
        xml.attribute("x", "\(left)")
        xml.attribute("textLength", "\(textWidth(text))")
        xml.markup(">")
        xml.text(text)
        xml.markup("</text>\n")
    }

    /// How wide a text will be in Verdana at 11 pixels, roughly.
    static func textWidth(_ text: String) -> Int {
        let tenths = text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar {
            case "i", "j", "l", "I", "|", "'", ".", ",", ":", ";", "!", " ": sum + 40
            case "f", "r", "t", "(", ")", "[", "]", "/", "-", "\"": sum + 47
            case "m", "w", "M", "W", "%", "@": sum + 105
            case "A"..."Z", "+", "=", "<", ">", "~", "#", "&": sum + 84
            case "\u{20}"..."\u{7E}": sum + 68
            default: sum + 110
            }
        }
        return (tenths + 9) / 10
    }
}
