import Archive
import Comparisons
import Markdown
import Reports

/// A feed in the Atom format: the newest runs of the whole site, of a machine or of a fork, an entry each with its verdicts.
///
/// Source: RFC 4287. Ids are made of the path that a thing has in the site, so that a reader knows it again in every feed that holds it,
/// whatever address the site moves to.
struct Feed {
    let catalogue: Catalogue
    /// Such as `vultr`; nil for the feed of the whole site.
    let name: String?
    /// Where the feed stands.
    let path: SitePath
    /// The page that lists the same.
    let page: SitePath
    /// The runs of the feed, the newest first.
    let runs: [RunDigest]

    /// How many runs a feed holds: more than a reader who looks once a month misses.
    static let mostEntries = 50

    /// Makes the feed of the newest of some runs.
    ///
    /// O(n log n).
    init(_ name: String?, of runs: [RunDigest], in catalogue: Catalogue, path: SitePath, page: SitePath) {
        self.catalogue = catalogue
        self.name = name
        self.path = path
        self.page = page
        let dated = runs.map { (instant: $0.commitMoment, run: $0) }
        let newest = dated.sorted { left, right in
            left.instant == right.instant ? right.run.file.precedes(left.run.file) : right.instant < left.instant
        }
        self.runs = newest.prefix(Feed.mostEntries).map(\.run)
    }

    /// What readers list the feed under.
    var title: String { name.map { "\($0) · \(catalogue.site.title)" } ?? catalogue.site.title }

    /// The feed as XML.
    ///
    /// - Parameter generator: the tool's name and version
    func xml(generator: String) -> [UInt8] {
        var xml = XMLText(capacity: 1024 + 1536 * runs.count)
        xml.markup("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        xml.attribute("xml:lang", catalogue.site.language)
        xml.markup(">\n")
        // Every site has the same paths: its title tells its feeds from those of others.
        xml.element("id", Feed.id("feed \(path.text) of \(catalogue.site.title)"))
        xml.element("title", title)
        xml.element("updated", (runs.first?.commitMoment ?? Instant(seconds: 0)).text)
        xml.markup("<author><name>")
        xml.text(catalogue.site.title)
        xml.markup("</name></author>\n")
        xml.element("generator", generator)
        link("self", "application/atom+xml", to: path, &xml)
        link("alternate", "text/html", to: page, &xml)
        for run in runs { entry(run, &xml) }
        xml.markup("</feed>\n")
        return xml.bytes
    }

    private func entry(_ run: RunDigest, _ xml: inout XMLText) {
        let page = catalogue.map.run(run)
        xml.markup("<entry>\n")
        xml.element("id", Feed.id("page \(page.text)"))
        xml.element("title", NewestVerdict(run, in: catalogue)?.title ?? "\(run.title): not compared")
        xml.element("updated", run.commitMoment.text)
        link("alternate", "text/html", to: page, &xml)
        xml.markup("<content type=\"html\">")
        xml.text(content(run).text)
        xml.markup("</content>\n</entry>\n")
    }

    /// A paragraph for each baseline, the merge base first: the verdict, and what a reader must know of it.
    private func content(_ run: RunDigest) -> HTML {
        let paragraphs = catalogue.entries(of: run).mergeBaseFirst.map { entry -> HTML in
            let report = Link("Against \(entry.pair.baselineWords)", href: href(entry.paths.report)).html
            return
                "<p>\(report): \(entry.words.sentence)\(entry.words.otherCautions(of: entry.verdict).map { " \($0)" }.joined())</p>\n"
        }
        let about =
            "\(Count.words(run.samples.count, "benchmark")) of \(run.branch), \(run.flagWords) build, commit of \(run.commitDay)."
        let start: HTML = paragraphs.isEmpty ? "<p>Compared with no baseline.</p>\n" : paragraphs.reduce("", +)
        return start + "<p>\(about)</p>\n"
    }

    private func link(_ relation: String, _ type: String, to target: SitePath, _ xml: inout XMLText) {
        xml.markup("<link")
        xml.attribute("rel", relation)
        xml.attribute("type", type)
        xml.attribute("href", href(target))
        xml.markup("/>\n")
    }

    /// The address of a page; relative to the feed where the site does not know its own.
    private func href(_ target: SitePath) -> String {
        catalogue.site.address(of: target.text) ?? path.href(to: target)
    }

    /// A name for a thing that no other thing has: a UUID made of a hash of words.
    ///
    /// Source: RFC 9562, section 5.8, version 8.
    static func id(_ words: String) -> String {
        let hash = ContentHash(of: words)
        // Version and variant take the place of six bits.
        let high = hash.high & ~0xF000 | 0x8000
        let low = hash.low & ~(0b11 << 62) | 0b10 << 62
        let digits = ContentHash(high: high, low: low).text
        var parts: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return "urn:uuid:\(parts.joined(separator: "-"))"
    }
}
