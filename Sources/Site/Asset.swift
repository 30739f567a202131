import Archive

/// A file that all pages share, such as the style sheet: copied as it is, or joined from the files of a folder.
///
/// A page asks for one style sheet and one script. Each is easier to read in pieces, so a folder `assets/script.js/` becomes the file
/// `assets/script.js`.
public struct Asset: Sendable, Hashable {
    /// The name of the file in the site's `assets/`.
    public let name: String
    /// The paths of what it is joined from, in their order.
    public let parts: [String]

    /// Makes an asset of files.
    public init(_ name: String, parts: [String]) {
        self.name = name
        self.parts = parts
    }

    /// All assets of a folder, in the order of their names; the pieces of one are joined in the order of theirs.
    public static func all(in folder: String) -> [Asset] {
        let files = FileContents.names(in: folder, ending: "").map { Asset($0, parts: ["\(folder)/\($0)"]) }
        let joined = FileContents.folders(in: folder).map { name in
            Asset(name, parts: FileContents.names(in: "\(folder)/\(name)", ending: "").map { "\(folder)/\(name)/\($0)" })
        }
        return (files + joined).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Its bytes: those of its parts, one after another.
    func bytes() throws(Problem) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            do throws(FileFailure) { bytes += try FileContents.bytes(at: part, largest: FileBuffer.standardLargest) } catch {
                throw Problem(
                    .error, file: part, "The file cannot be read: \(error.reason); all pages ask for it.",
                    hint: "May you read it? Then build again.")
            }
        }
        return bytes
    }
}
