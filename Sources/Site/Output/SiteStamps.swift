import Archive

/// The stamps of a site's files, as its last build left them.
///
/// Beside the manifest they tell that a file still holds what the manifest says, without its being read. They are kept outside the site:
/// a copy of it has files with other stamps.
public struct SiteStamps: ByteCodable, Equatable {
    /// The manifest in whose order they stand.
    let manifest: ContentHash
    /// A stamp for each file; nil where it could not tell a later change.
    ///
    /// A file that the build itself wrote is taken to be left alone for as long as a file system's clock stands still.
    let stamps: [FileStamp?]

    /// The kind of record that is kept.
    public static let kind = Cache.Kind("stamps", version: 2)

    init(manifest: ContentHash, stamps: [FileStamp?]) {
        self.manifest = manifest
        self.stamps = stamps
    }

    /// Adds the stamps to a record.
    public func write(to writer: inout ByteWriter) {
        writer.write(manifest)
        writer.write(stamps.count)
        for stamp in stamps { writer.write(stamp) }
    }

    /// Takes stamps from a record.
    public init(from reader: inout ByteReader) throws(DamagedRecord) {
        manifest = try ContentHash(from: &reader)
        let count = try reader.length(ofItemsOf: 1)
        var stamps: [FileStamp?] = []
        stamps.reserveCapacity(count)
        for _ in 0..<count { stamps.append(try reader.optional()) }
        self.stamps = stamps
    }
}
