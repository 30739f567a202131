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

/// The assets that stand in a folder.
public struct AssetFiles: Sendable {
    /// All of them, in the order of their names; the pieces of one are joined in the order of theirs.
    public let all: [Asset]
    /// Which were left out.
    public let problems: [Problem]

    /// Finds the assets of a folder.
    public init(in folder: String) {
        let own = FileContents.listing(of: folder)
        let parts = own.folders.map { (name: $0, listing: FileContents.listing(of: "\(folder)/\($0)")) }
        let files = own.files.map { Asset($0, parts: ["\(folder)/\($0)"]) }
        let joined = parts.map { name, listing in Asset(name, parts: listing.files.map { "\(folder)/\(name)/\($0)" }) }
        let found = (files + joined).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        all = found.filter { AssetFiles.fault(of: $0.name) == nil }
        let faults = found.compactMap { asset in
            AssetFiles.fault(of: asset.name).map { fault in
                Problem(.error, file: "assets/\(asset.name)", "\(fault); the file was left out.", hint: "Name it otherwise.")
            }
        }
        // A folder has no folders of its own: what stands there is no part of anything.
        let others = own.others + parts.flatMap { name, listing in (listing.folders + listing.others).map { "\(name)/\($0)" } }
        let unusable = others.map { path in
            Problem(
                .error, file: "assets/\(path)", "This is no file that can be read; it was left out of what all pages ask for.",
                hint: "Put the file itself there, or remove this.")
        }
        let empty = joined.filter { $0.parts.isEmpty }.map { asset in
            Problem(
                .error, file: "assets/\(asset.name)", "The folder holds no file to make `\(asset.name)` of, which is empty now.",
                hint: "Copy its files from the tool's own templates.")
        }
        let missing = Problem(
            .error, file: "assets", "The folder of templates holds no style and no script for the pages.",
            hint: "Copy the folder `assets` of the tool's own templates into it.")
        problems = (found.isEmpty ? [missing] : faults) + unusable + empty
    }

    /// Why a file of the site cannot have a name.
    private static func fault(of name: String) -> String? {
        let own = [SitePath.searchIndex, .commitScript].map(\.text)
        if own.contains("assets/\(name)") { return "The site has a file of this name already" }
        if name.hasEnding(".new") {
            return "Names that end with `.new` are those of files that are just being written"
        }
        if name.utf8.first == UInt8(ascii: ".") || !SafeName.isSafe(name) {
            return "A file of a site is named by ASCII letters, digits and `._-`"
        }
        return nil
    }
}

/// The assets with what is in them, read before anything is made.
public struct Assets: Sendable {
    let contents: [(name: String, bytes: [UInt8])]
    let problems: [Problem]

    /// No asset.
    public static let none = Assets(contents: [], problems: [])

    private init(contents: [(name: String, bytes: [UInt8])], problems: [Problem]) {
        self.contents = contents
        self.problems = problems
    }

    /// Reads the files.
    ///
    /// - Throws: a problem when one of them cannot be read, which all pages ask for.
    public init(_ files: AssetFiles) throws(Problem) {
        var contents: [(name: String, bytes: [UInt8])] = []
        for asset in files.all { contents.append((asset.name, try asset.bytes())) }
        self.init(contents: contents, problems: files.problems)
    }
}
