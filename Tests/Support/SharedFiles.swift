import Foundation
import Testing

/// The real archive and the corner cases, which stand beside a checkout and are never part of it.
///
/// `BENCHFOLIO_SHARED` names their folder. Tests that read them carry `.enabled(if: SharedFiles.arePresent, SharedFiles.reason)`,
/// so that they are skipped, with the reason, where the folder is absent.
public enum SharedFiles {
    /// The folder named by `BENCHFOLIO_SHARED`, where it is set and exists.
    public static let folder: URL? = {
        guard let path = ProcessInfo.processInfo.environment["BENCHFOLIO_SHARED"], !path.isEmpty else { return nil }
        let url = URL(fileURLWithPath: path, isDirectory: true)
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }()

    /// Whether the folder is there.
    public static var arePresent: Bool { folder != nil }

    /// Why a test that needs the folder was skipped.
    public static let reason: Comment = "needs the shared archive: set BENCHFOLIO_SHARED to its folder"

    /// The place of one file or folder under the shared folder; fails the test where there is none.
    public static func place(_ path: String) throws -> URL {
        try #require(folder, reason).appendingPathComponent(path)
    }

    /// The bytes of one file under the shared folder.
    public static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: place(path)))
    }

    /// One file under the shared folder, as text.
    public static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }
}
