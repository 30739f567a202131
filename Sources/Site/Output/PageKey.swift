import Archive
import Comparisons

/// Everything that a file of the site depends on, gathered into one hash.
struct PageKey {
    private var writer = ByteWriter()

    /// Begins with what all files depend on.
    ///
    /// - Parameters:
    ///   - edition: the tool, the templates and the settings of the site
    ///   - kind: which kind of file it is
    init(_ edition: ContentHash, _ kind: String) {
        writer.write(edition)
        writer.write(kind)
    }

    mutating func add(_ text: String) { writer.write(text) }
    mutating func add(_ number: Int) { writer.write(number) }
    mutating func add(_ hash: ContentHash) { writer.write(hash) }
    mutating func add(_ path: SitePath) { writer.write(path.text) }
    mutating func add(_ value: some ByteCodable) { writer.write(value) }
    mutating func add(_ values: [some ByteCodable]) { writer.write(values) }

    /// A run as other pages name it: its names, its content, its place.
    mutating func add(_ run: RunDigest?, in map: SiteMap) {
        guard let run else {
            writer.write(false)
            return
        }
        writer.write(true)
        writer.write(map.key(of: run))
    }

    /// A comparison as other pages name it.
    mutating func add(_ pair: Pair?, in map: SiteMap) {
        add(pair?.head, in: map)
        guard let pair else { return }
        writer.write(pair.label)
        add(pair.base, in: map)
        writer.write(map.name(ofLabel: pair.label))
    }

    /// The hash.
    var hash: ContentHash { writer.hash }
}
