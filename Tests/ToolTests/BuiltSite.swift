import Foundation
import TestSupport
import Testing

/// A site the tool built, with what the tool said; made once for all the tests that only look at it.
final class BuiltSite: Sendable {
    /// Where the site stands.
    let url: URL
    /// What stood in it when it was done.
    let contents: FolderContents
    /// The status of the build.
    let status: Int32
    /// The last line of the build's stdout.
    let lastLine: String
    /// What the build said on stderr.
    let errors: String

    /// Holds the site's folder, where it is to go with the value.
    private let folder: TemporaryFolder?

    /// The site of the sample archive that ships.
    static let sample = Result { try BuiltSite(of: Tool.sample, at: Tool.shared.get().appendingPathComponent("sample")) }
    /// The site of the real archive.
    static let real = Result {
        try BuiltSite(of: SharedFiles.place("archive").path, at: Tool.shared.get().appendingPathComponent("real"))
    }

    /// Builds a site of an archive.
    ///
    /// - Parameter place: where it is to stand; nil for a folder that goes with the value
    init(of archive: String, _ options: [String] = [], at place: URL? = nil) throws {
        folder = place == nil ? try TemporaryFolder() : nil
        url = try #require(place ?? folder?.url.appendingPathComponent("site"))
        let outcome = try Tool.run(["build", archive, "--output", url.path] + options)
        (status, lastLine, errors) = (outcome.status, outcome.lastLine, outcome.errors)
        try #require(FileManager.default.fileExists(atPath: url.path), "nothing was built: \(errors)")
        contents = try FolderContents(of: url)
    }

    /// One file of the site as text.
    func text(_ path: String) throws -> String { try contents.text(path) }

    /// `data/site.json` as nested dictionaries and lists.
    func index() throws -> [String: Any] {
        let file = try #require(contents.files["data/site.json"])
        return try #require(try JSONSerialization.jsonObject(with: file.bytes) as? [String: Any])
    }

    /// One list of `data/site.json`.
    func list(_ key: String) throws -> [[String: Any]] { try #require(try index()[key] as? [[String: Any]]) }
}
